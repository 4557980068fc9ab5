using CollabSummaries.Evaluation;
using CollabSummaries.Summarization.Reading;
using CollabSummaries.Summarization.Selection;
using CollabSummaries.Transcripts;

namespace CollabSummaries.Summarization.Tests.Selection;

public sealed class SummaryPlanTests
{
    [Fact]
    public void A_short_text_gives_passages_from_all_of_it_and_none_that_was_cropped()
    {
        var plan = SummaryPlan.Of(Talks.Seed, [], null);

        var part = Assert.Single(plan.Parts);
        Assert.Equal(4, part.Chosen.Count);
        var begin = part.Chosen.Select(i => (double)plan.Units.Take(i).Sum(u => u.Words) / plan.Units.Sum(u => u.Words)).ToList();
        Assert.True(begin[0] < .25 && begin[3] > .6, string.Join(' ', begin));
        Assert.All(begin.Zip(begin.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, .02, .5));
        Assert.DoesNotContain(part.Chosen, i => plan.Units[i].Cropped);
    }

    [Fact]
    public void A_long_talk_is_covered_from_its_beginning_to_its_end_in_sections_of_bounded_length()
    {
        var talk = Enumerable.Range(0, 6).SelectMany(_ => Talks.Lecture).ToList();

        var plan = SummaryPlan.Of(talk, [], null);

        Assert.InRange(plan.Parts.Count, 10, 45);
        Assert.Equal(0, plan.Parts[0].Section.First);
        Assert.Equal(plan.Units.Count - 1, plan.Parts[^1].Section.Last);
        Assert.All(plan.Parts.Zip(plan.Parts.Skip(1)), p => Assert.Equal(p.First.Section.Last + 1, p.Second.Section.First));
        Assert.All(plan.Parts, p => Assert.InRange(plan.Units.Skip(p.Section.First).Take(p.Section.Last - p.Section.First + 1).Sum(u => u.Words), 1, 1_300));
    }

    [Fact]
    public void Chapters_are_sections_with_their_titles()
    {
        var talk = Talks.Of([.. Enumerable.Range(0, 40).Select(k => ((string?)"A", $"Alpha{k} beta{k} gamma{k} delta{k} epsilon{k} zeta{k} eta{k} theta{k} iota{k}."))]);

        var plan = SummaryPlan.Of(talk, [new Chapter("Begin", 0), new Chapter("Middle", 20), new Chapter("Nowhere", 400)], 6);

        Assert.Equal("Begin 3|Middle 3", string.Join('|', plan.Parts.Select(p => $"{p.Section.Title} {p.Chosen.Count}")));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(200)]
    public void There_are_never_more_passages_than_bullets_asked_for(int bullets)
    {
        var plan = SummaryPlan.Of(Talks.Lecture, [], bullets);

        Assert.InRange(plan.Parts.Sum(p => p.Chosen.Count), 1, bullets);
    }

    [Theory]
    [InlineData(0, 4)]
    [InlineData(599, 4)]
    [InlineData(2_000, 5)]
    [InlineData(100_000, 40)]
    public void Long_talks_get_more_bullets_and_never_more_than_forty(int words, int bullets) => Assert.Equal(bullets, SummaryLength.For(words));

    [Fact]
    public void Bullets_are_shared_out_by_length_and_every_section_gets_one() => Assert.Equal([1, 3, 6], SummaryLength.Apportion([10, 400, 900], 10));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("... !!! ---")]
    public void A_transcript_that_says_nothing_has_an_empty_plan(string text) => Assert.Empty(SummaryPlan.Of(Talks.Of((null, text)), [], null).Parts);

    [Fact]
    public void A_long_talk_is_told_in_short_first_with_bullets_of_its_sections_from_all_of_it()
    {
        var talk = Enumerable.Range(0, 3).SelectMany(_ => Talks.Lecture).ToList();

        var plan = SummaryPlan.Outlined(talk, []);

        Assert.True(plan.Parts[0].IsOverview);
        Assert.Equal("In short", plan.Parts[0].Section.Title);
        Assert.InRange(plan.Parts[0].Chosen.Count, 3, 5);
        Assert.Subset(plan.Parts.Skip(1).SelectMany(p => p.Chosen).ToHashSet(), plan.Parts[0].Chosen.ToHashSet());
        Assert.True(plan.Parts[0].Chosen[^1] - plan.Parts[0].Chosen[0] > plan.Units.Count / 3);
        Assert.All(plan.Parts.Skip(1), p => Assert.False(string.IsNullOrWhiteSpace(p.Section.Title)));
    }

    [Fact]
    public void A_short_talk_stays_a_plain_list()
    {
        var plan = SummaryPlan.Outlined(Talks.Meeting, []);

        Assert.All(plan.Parts, p => Assert.Null(p.Section.Title));
        Assert.All(plan.Parts, p => Assert.False(p.IsOverview));
    }

    [Fact]
    public void A_section_is_called_what_it_says_again_and_again_and_else_by_its_number_and_time()
    {
        var segments = new List<Segment>();
        foreach (var (part, thing) in new[] { "the solar panel roof", null, "a copper water pipe" }.Index())
        {
            for (var k = 0; k < 8; k++)
                segments.Add(new Segment($"s{segments.Count}", segments.Count * 60_000, null, "A", $"Sentence alpha{part}{k} tells beta{part}{k} about {thing ?? $"gamma{k} delta{k}"}.", 1, 1));
        }

        var units = Unit.Of(Stretch.Of(segments, new HashSet<int>()));
        var titled = SectionTitles.Of(units, [new Section(null, 0, 7), new Section(null, 8, 15), new Section(null, 16, 23)], s => segments[s].StartMs);

        Assert.Equal(["Solar panel roof", "Part 2, from 0:08:00", "Copper water pipe"], titled.Select(s => s.Title));
    }

    [Fact]
    public void A_bullet_of_damaged_captions_begins_and_ends_with_whole_words_and_never_with_the_first_or_last_of_the_cut()
    {
        var rows = Lines.Read<Item>(Lines.Fixture("dev_degraded.jsonl")).Select(r => r.Transcript.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToList();
        rows.Add([.. Talks.Seed.Select(s => s.Text)]);

        Assert.Equal(6, rows.Count);
        Assert.All(rows, lines =>
        {
            var segments = Talks.Of([.. lines.Select(l => ((string?)null, l))]);
            var plan = SummaryPlan.Of(segments, [], 12);
            var chosen = plan.Parts.SelectMany(p => p.Chosen).Select(i => plan.Units[i]).ToList();
            Assert.NotEmpty(chosen);
            Assert.All(chosen, u => Assert.False(u.Cropped));
            Assert.DoesNotContain(chosen, u => u.Segments[^1].Segment == segments.Count - 1 && u.Segments[^1].End == segments[^1].Text.Length && !char.IsPunctuation(segments[^1].Text[^1]));
            Assert.All(chosen.SelectMany(u => u.Segments), p =>
            {
                var text = segments[p.Segment].Text;
                Assert.True(p.Start == 0 || char.IsWhiteSpace(text[p.Start - 1]), text[p.Start..p.End]);
                Assert.True(p.End == text.Length || char.IsWhiteSpace(text[p.End]), text[p.Start..p.End]);
            });
        });
        Assert.DoesNotContain(SummaryPlan.Of(Talks.Seed, [], 12) is var seed ? seed.Parts.SelectMany(p => p.Chosen).Select(i => seed.Units[i].Text) : [], t => t.Contains("in fac,", StringComparison.OrdinalIgnoreCase));
    }
}
