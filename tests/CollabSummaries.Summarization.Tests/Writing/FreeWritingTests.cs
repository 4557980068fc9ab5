using CollabSummaries.Summarization.Inference;

namespace CollabSummaries.Summarization.Tests.Writing;

public sealed class FreeWritingTests
{
    private const string Told = "The project manager said that the remote control will be sold for twenty five euros in every shop.";

    private static readonly IReadOnlyList<Transcripts.Segment> s_meeting = Talks.Of(
        ("Project Manager", "Welcome to the second meeting of our project this week. The remote control will be sold for twenty five euros in every shop."),
        ("Designer", "I think the case could be yellow, because that is the colour of the company. Nobody decided that yet, though, and marketing has doubts."),
        ("Project Manager", "Then let us decide on the colour next Tuesday. Until then everybody brings one sample of a case to the office on the second floor."));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sentence_whose_words_were_said_and_which_the_model_confirms_is_supported_and_shows_where()
    {
        await using var writers = await Writers.StartAsync((_, _) => Told, (_, _) => "YES", Stop);

        var bullet = Assert.Single(await BulletsAsync(writers.Summarizer, SummaryTemplate.Default, bullets: 1));

        Assert.Equal((Told, BulletKind.Written, SupportState.Supported), (bullet.Text, bullet.Kind, bullet.Support.State));
        Assert.Equal("The remote control will be sold for twenty five euros in every shop.", bullet.Evidence[0].Quote);
        Assert.All(bullet.Evidence, e => Assert.Equal(s_meeting[e.Segment].Text[e.Start..e.End], e.Quote));
        Assert.Null(Assert.Single(bullet.Candidates).Refusal);
    }

    [Theory]
    [InlineData("The remote control will be sold for ninety euros in every shop.", "YES", "90 is not in the passage")]
    [InlineData(Told, "NO\nIt does not say who said so.", "misses in the passage: It does not say who said so.")]
    [InlineData(Told, "no", "says that the passage does not say so")]
    public async Task What_the_passage_does_not_carry_is_replaced_by_the_quote_and_noted_or_shown_as_unsupported_on_demand(string written, string judged, string reason)
    {
        await using var writers = await Writers.StartAsync((_, _) => written, (_, _) => judged, Stop);

        var quoted = Assert.Single(await BulletsAsync(writers.Summarizer, SummaryTemplate.Default, bullets: 1));
        var kept = Assert.Single(await BulletsAsync(writers.Summarizer, SummaryTemplate.Default with { KeepUnsupported = true }, bullets: 1));

        Assert.Equal(BulletKind.Quoted, quoted.Kind);
        Assert.Contains(quoted.Candidates, c => c.Text == written && c.Refusal!.Contains(reason, StringComparison.Ordinal));
        Assert.Equal((written, SupportState.Unsupported), (kept.Text, kept.Support.State));
        Assert.Contains(reason, kept.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The remote control by Siemens will be sold for twenty five euros in every shop.", "YES", "“Siemens” is not in the passage.")]
    [InlineData(Told, "Well, that depends on how you look at it.", "no clear answer")]
    [InlineData(Told, "", "no clear answer")]
    [InlineData("Its cost was fixed at an equal amount everywhere for all customers.", "YES", "words are in the passage")]
    public async Task In_doubt_a_bullet_is_weak_and_says_why(string written, string judged, string reason)
    {
        await using var writers = await Writers.StartAsync((_, _) => written, (_, _) => judged, Stop);

        var bullet = Assert.Single(await BulletsAsync(writers.Summarizer, SummaryTemplate.Default, bullets: 1));

        Assert.Equal((written, SupportState.Weak), (bullet.Text, bullet.Support.State));
        Assert.Contains(reason, bullet.Reason, StringComparison.Ordinal);
        Assert.NotEmpty(bullet.Evidence);
    }

    [Fact]
    public async Task A_template_with_headings_reads_the_whole_talk_and_files_bullets_under_them()
    {
        var template = SummaryTemplate.Default with { Sections = [new("Decisions", "what was decided, and by whom"), new("Open questions", "what was left open")] };
        await using var writers = await Writers.StartAsync(
            (passage, _) => passage.Contains("yellow", StringComparison.Ordinal) ? "1: The remote control will be sold for twenty five euros in every shop.\n2. Open questions: Nobody decided whether the case could be yellow.\n7: nonsense" : "NONE",
            (_, _) => "Yes.", Stop);

        var bullets = await BulletsAsync(writers.Summarizer, template, bullets: 4);

        Assert.Equal(["Decisions", "Open questions"], bullets.Select(b => b.Section));
        Assert.Equal("Nobody decided whether the case could be yellow.", bullets[1].Text);
        Assert.Contains(writers.Prompts, p => p.Rules.Contains("2: Open questions (what was left open)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_nothing_good_came_of_is_tried_once_more_and_the_better_sentence_is_taken()
    {
        await using var writers = await Writers.StartAsync((_, number) => number == 1 ? "I am sure that we all agree on this price." : Told, (_, _) => "YES", Stop);

        var bullet = Assert.Single(await BulletsAsync(writers.Summarizer, SummaryTemplate.Default, bullets: 1));

        Assert.Equal(Told, bullet.Text);
        Assert.Equal([null, "it speaks as “I”, “we” or “you”"], bullet.Candidates.Select(c => c.Refusal));
    }

    [Fact]
    public async Task A_bullet_written_anew_rests_on_the_same_passage_differs_and_repeats_nothing_that_stands()
    {
        await using var writers = await Writers.StartAsync((_, number) => number == 1 ? Told : "Everybody brings one sample of a case to the office until Tuesday.", (_, _) => "YES", Stop);
        var evidence = new Evidence(0, 2, 0, 42, s_meeting[2].Text[..42]);
        var request = Talks.Request(s_meeting) with { Said = [Told], Rewriting = new Rewriting([new("The colour is decided next Tuesday.", "Plans", [evidence])], NewPassages: false, [evidence], Seed: 7) };

        var bullet = Assert.Single(await writers.Summarizer.SummarizeAsync(request, Stop).OfType<PartFinished>().SelectMany(p => p.Bullets.ToAsyncEnumerable()).ToListAsync(Stop));

        Assert.Equal(("Everybody brings one sample of a case to the office until Tuesday.", "Plans"), (bullet.Text, bullet.Section));
        Assert.Contains(bullet.Candidates, c => c.Refusal == "it says what another bullet says");
        Assert.Equal(2, bullet.Evidence[0].Segment);
    }

    [Fact]
    public async Task A_bullet_from_new_passages_rests_on_sentences_no_bullet_rests_on()
    {
        var used = new Evidence(0, 0, 56, s_meeting[0].Text.Length, s_meeting[0].Text[56..]);
        var request = Talks.Request(s_meeting, quotesOnly: true) with { Rewriting = new Rewriting([new(Told, null, [used])], NewPassages: true, [used], Seed: 1) };

        var bullet = Assert.Single(await new Summarizer(null, null, TimeProvider.System).SummarizeAsync(request, Stop).OfType<PartFinished>().SelectMany(p => p.Bullets.ToAsyncEnumerable()).ToListAsync(Stop));

        Assert.DoesNotContain(bullet.Evidence, e => e.Segment == 0 && e.End > 56);
    }

    [Fact]
    public async Task A_server_that_fails_ends_the_summary_with_a_sentence_that_says_which_and_why()
    {
        await using var writers = await Writers.StartAsync((_, _) => throw new InvalidOperationException("broken"), (_, _) => "YES", Stop);

        var failure = await Assert.ThrowsAsync<ModelException>(() => BulletsAsync(writers.Summarizer, SummaryTemplate.Default, bullets: 1));

        Assert.Contains("the model large at http://127.0.0.1", failure.Message, StringComparison.Ordinal);
    }

    private static async Task<List<Bullet>> BulletsAsync(Summarizer summarizer, SummaryTemplate template, int bullets) =>
        await summarizer.SummarizeAsync(Talks.Request(s_meeting, bullets) with { Template = template }, Stop).OfType<PartFinished>().SelectMany(p => p.Bullets.ToAsyncEnumerable()).ToListAsync(Stop);
}
