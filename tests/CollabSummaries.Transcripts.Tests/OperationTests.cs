namespace CollabSummaries.Transcripts.Tests;

public sealed class OperationTests
{
    private static readonly Transcript Talk = Reading.Text("[00:00:01] Jane: Hello.\n[00:00:05] Max: Yes.\n[00:00:09] JD: Agian.\n[00:00:12] Jane: So.\n[00:00:14] JD: End.\n");

    [Fact]
    public void A_speaker_gets_another_name_everywhere_and_ids_stay()
    {
        var renamed = SpeakerNames.Rename(Talk, "Max", " Max Roe ");

        Assert.Equal(["Jane", "Max Roe", "JD"], renamed.Speakers);
        Assert.Equal(Talk.Segments.Select(s => (s.Id, s.Text)), renamed.Segments.Select(s => (s.Id, s.Text)));
    }

    [Fact]
    public void A_name_that_another_has_merges_the_two()
    {
        var merged = SpeakerNames.Merge(Talk, ["JD", "Jane"], "Jane Doe");

        Assert.Equal(["Jane Doe", "Max"], merged.Speakers);
        Assert.Equal(["Jane Doe", "Max", "Jane Doe", "Jane Doe", "Jane Doe"], merged.Segments.Select(s => s.Speaker));
        Assert.Equal(merged.Speakers, SpeakerNames.Rename(merged, "Jane Doe", "Jane Doe").Speakers);
    }

    [Theory]
    [InlineData("Nobody", "X")]
    [InlineData("Max", " ")]
    [InlineData("Max", "a\nb")]
    public void A_name_that_cannot_be_given_is_refused(string from, string to) =>
        Assert.Throws<ArgumentException>(() => SpeakerNames.Rename(Talk, from, to));

    [Fact]
    public void A_correction_shows_new_words_and_marks_the_segment_while_the_file_keeps_its_own()
    {
        var id = Talk.Segments[2].Id;

        var corrected = Corrections.Apply(Talk, [new Correction(id, "Agian.", "Agen.", null), new Correction(id, "Agian.", "Again,\nagain.", "Jane")]);

        Assert.Equal("Again, again.", corrected.Transcript.Segments[2].Text);
        Assert.Equal((id, "Jane"), (corrected.Transcript.Segments[2].Id, corrected.Transcript.Segments[2].Speaker));
        Assert.Equal([id], corrected.Changed);
        Assert.Empty(corrected.Stale);
        Assert.Equal("Agian.", Talk.Segments[2].Text);
    }

    [Fact]
    public void A_correction_of_words_the_file_no_longer_has_is_stale_and_an_empty_one_changes_nothing()
    {
        var corrected = Corrections.Apply(Talk, [new Correction(Talk.Segments[2].Id, "Other words.", "New.", null), new Correction(Talk.Segments[0].Id, "Hello.", " \n", null)]);

        Assert.Equal("Other words.", Assert.Single(corrected.Stale).Original);
        Assert.Empty(corrected.Changed);
        Assert.Equal(Talk.Segments, corrected.Transcript.Segments);
    }

    [Fact]
    public void Two_halves_of_a_talk_become_one_with_times_and_lines_going_on()
    {
        var second = Reading.Text("# Part two\n\n**Ann:** [00:00:02] Later.\n\n**Max:** [00:00:04] Bye.\n\n**Ann:** [00:00:06] Bye.\n");

        var talk = TranscriptParts.Append(Talk, second, 60_000, 5);

        Assert.Equal((62_000L, 8, "Ann", "Later."), (talk.Segments[5].StartMs!.Value, talk.Segments[5].FirstLine, talk.Segments[5].Speaker, talk.Segments[5].Text));
        Assert.Equal([new Chapter("Part two", 5)], talk.Chapters);
        Assert.Equal(["Jane", "Max", "JD", "Ann"], talk.Speakers);
        Assert.Equal(talk.Segments.Count, talk.Segments.Select(s => s.Id).Distinct().Count());
        Assert.Equal(16_000, TranscriptParts.Append(Talk, second, null, 5).Segments[5].StartMs);
    }

    [Fact]
    public void Names_are_taken_from_another_file_by_who_talks_longest_meanwhile()
    {
        var words = Reading.Text("WEBVTT\n\n00:00.000 --> 00:04.000\none\n\n00:04.000 --> 00:09.000\ntwo\n\n01:00.000 --> 01:01.000\nthree\n");

        var named = TranscriptParts.TakeSpeakers(words, Talk);

        Assert.Equal(["Jane", "Max", null], named.Segments.Select(s => s.Speaker));
        Assert.Equal(words.Segments.Select(s => s.Text), named.Segments.Select(s => s.Text));
        Assert.Equal(["Jane", "Max"], named.Speakers);
    }
}
