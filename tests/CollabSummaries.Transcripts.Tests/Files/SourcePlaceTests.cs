using System.Text;
using CollabSummaries.Transcripts.Import;
using CollabSummaries.Transcripts.Tests.Dialects;

namespace CollabSummaries.Transcripts.Tests.Files;

public sealed class SourcePlaceTests
{
    public static TheoryData<string> AllFixtures() => [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Fixtures"), "*", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(Path.Combine(AppContext.BaseDirectory, "Fixtures"), f).Replace('\\', '/'))
        .Where(f => !f.EndsWith("README.md", StringComparison.Ordinal) && f != "formats/expected.txt" && !f.StartsWith("webvtt/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(AllFixtures))]
    public void The_characters_of_every_segment_of_a_fixture_hold_its_words_in_order(string file)
    {
        var raw = Reading.Fixture(file);

        var talk = Reading.Open(file);

        SourcePlaces.Hold(raw, talk);
    }

    [Theory]
    [MemberData(nameof(DialectTests.Names), MemberType = typeof(DialectTests))]
    public void The_characters_of_every_segment_of_a_dialect_hold_its_words_in_order(string name)
    {
        var raw = Encoding.UTF8.GetBytes(DialectTests.All[name].Write(Truth.Talk(new Random(11), 40)).ReplaceLineEndings("\r\n"));

        var talk = Reading.Bytes(raw, new ImportOptions());

        SourcePlaces.Hold(raw, talk);
    }

    [Fact]
    public void A_name_or_number_before_the_words_is_not_taken_for_them()
    {
        var text = "1\n00:00:01,000 --> 00:00:02,000\nSo: So\n\n2\n00:00:03,000 --> 00:00:04,000\nSo: 00\n\n3\n00:00:05,000 --> 00:00:06,000\nAnn: yes\n\n4\n00:00:07,000 --> 00:00:08,000\nAnn: <i>no</i>, &amp; \"no\"!\n";

        var talk = Reading.Text(text);

        Assert.Equal(["So", "00", "yes", "no</i>, &amp; \"no\"!"], talk.Segments.Select(s => text[s.SourceStart!.Value..s.SourceEnd!.Value]));
        Assert.Equal(text.IndexOf("So: So", StringComparison.Ordinal) + 4, talk.Segments[0].SourceStart);
    }

    [Fact]
    public void Several_segments_on_one_line_each_have_their_own_characters()
    {
        var text = "{\"segments\":[{\"start\":0,\"end\":1,\"text\":\" no\"},{\"start\":1,\"end\":2,\"text\":\" no\"},{\"start\":2,\"end\":NaN,\"text\":\" d\\u00e9j\\u00e0\"},{\"start\":3,\"end\":Infinity,\"text\":\" “vu”\"}]}";

        var talk = Reading.Text(text);

        Assert.Equal([" no", " no", " d\\u00e9j\\u00e0", " “vu”"], talk.Segments.Select(s => text[s.SourceStart!.Value..s.SourceEnd!.Value]));
        Assert.Equal(4, talk.Segments.Select(s => s.SourceStart).Distinct().Count());
    }

    [Fact]
    public void Characters_are_counted_in_the_decoded_text_whatever_its_line_ends_and_bytes()
    {
        var text = "Grüße:\r\n\r\nJane: über alles\rJane: und “mehr”\n";
        byte[] raw = [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)];

        var source = TranscriptImport.Text(raw, TestContext.Current.CancellationToken)!;
        var talk = Reading.Bytes(raw, new ImportOptions());

        Assert.Equal(text, source.Text);
        Assert.Equal([1, 2, 3, 4], source.Lines.Select(l => l.Number));
        Assert.Equal(["über alles", "und “mehr”"], talk.Segments.TakeLast(2).Select(source.Of));
    }
}
