using System.Text.Json;
using CollabSummaries.Transcripts.Import;
using CollabSummaries.Transcripts.Import.Source;
using CollabSummaries.Transcripts.Import.Vtt;

namespace CollabSummaries.Transcripts.Tests.Vtt;

public sealed class ConformanceTests
{
    public static TheoryData<string> Files()
    {
        using var expected = JsonDocument.Parse(Reading.Fixture("webvtt/expected.json"));
        return [.. expected.RootElement.EnumerateObject().Select(f => f.Name)];
    }

    public static TheoryData<string, int> CueTexts()
    {
        var cases = new TheoryData<string, int>();
        foreach (var name in (string[])["entities", "tags", "text", "timestamps", "tree-building"])
        {
            using var all = JsonDocument.Parse(Reading.Fixture($"webvtt/cue-text-{name}.json"));
            for (var i = 0; i < all.RootElement.GetArrayLength(); i++) cases.Add(name, i);
        }

        return cases;
    }

    [Fact]
    public void The_suite_has_37_files_and_77_cue_texts()
    {
        Assert.Equal(37, Files().Count);
        Assert.Equal(77, CueTexts().Count);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Strict_reading_finds_the_cues_of_the_conformance_suite(string name)
    {
        using var all = JsonDocument.Parse(Reading.Fixture("webvtt/expected.json"));
        var expected = all.RootElement.GetProperty(name).GetProperty("cues").EnumerateArray().ToList();
        var raw = Reading.Fixture("webvtt/" + name);

        var cues = VttFile.Read(RawText.Decode(raw), new Draft(true, new RawText([], "", [])), TestContext.Current.CancellationToken);
        var outcome = TranscriptImport.Import(raw, new ImportOptions(name, null, true), TestContext.Current.CancellationToken);

        Assert.Equal(expected.Select(Row), cues.Select(c => (c.Id, c.StartMs, c.EndMs, c.Text)));
        Assert.Equal("vtt", outcome.Transcript!.Format);
        Assert.Equal(expected.Count, outcome.Transcript.Segments.Count);
    }

    [Theory]
    [MemberData(nameof(CueTexts))]
    public void Cue_text_becomes_the_tree_of_the_conformance_suite(string name, int index)
    {
        using var all = JsonDocument.Parse(Reading.Fixture($"webvtt/cue-text-{name}.json"));
        var one = all.RootElement[index];
        // The suite feeds each text as the payload of a cue, so it passes the file parser first.
        var file = "WEBVTT\n\n00:00:00.000 --> 00:00:01.000\n" + one.GetProperty("text").GetString();
        var raw = RawText.Decode(System.Text.Encoding.UTF8.GetBytes(file));

        var cue = Assert.Single(VttFile.Read(raw, new Draft(true, new RawText([], "", [])), TestContext.Current.CancellationToken));
        var tree = CueTreeText.Of(CueTree.Parse(cue.Text, lenient: false));

        Assert.Equal(one.GetProperty("expectedTree").GetString(), tree);
    }

    private static (string, long, long, string) Row(JsonElement cue) => (
        cue.GetProperty("id").GetString()!,
        (long)Math.Round(cue.GetProperty("startSeconds").GetDouble() * 1000),
        (long)Math.Round(cue.GetProperty("endSeconds").GetDouble() * 1000),
        cue.GetProperty("text").GetString()!);
}
