using CollabSummaries.Transcripts.Import;

namespace CollabSummaries.Transcripts.Tests.Files;

/// <summary>Every word of a file read line by line stands in a segment, or on a line that a warning, chapter, detail, bullet or mark accounts for.</summary>
public sealed class NothingDroppedTests
{
    private static readonly string[] LineByLine = ["vtt", "srt", "markdown", "text", "pair", "youtube-panel", "zoom", "zoom-chat", "teams", "otter", "meeting", "ranges", "sbv", "csv", "whisper-text"];

    public static TheoryData<string> Files() => [.. SourcePlaceTests.AllFixtures().Select(f => f.Data).Where(f => f != "formats/expected.txt" && LineByLine.Contains(Reading.Open(f).Format))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_word_of_a_file_is_in_a_segment_or_accounted_for(string file)
    {
        var source = TranscriptImport.Text(Reading.Fixture(file), TestContext.Current.CancellationToken)!;
        var talk = Reading.Open(file);
        var told = Told(talk);
        var warned = talk.Warnings.SelectMany(w => w.FurtherLines.Append(w.Line)).ToHashSet();

        var body = Body(source, talk.Format);
        foreach (var line in source.Lines.GroupBy(l => l.Number).Where(l => !warned.Contains(l.Key) && body.Contains(l.Key)))
        {
            var here = Letters(string.Concat(talk.Segments.Where(s => s.FirstLine <= line.Key && line.Key <= s.LastLine).Select(s => s.Speaker + s.Text)));
            foreach (var word in line.SelectMany(l => Words(source.Text.AsSpan(l.Start, l.Length).ToString(), talk.Format)))
            {
                Assert.True(here.Contains(word, StringComparison.Ordinal) || told.Contains(word, StringComparison.Ordinal) || IsMarkup(word, talk), $"line {line.Key}: '{word}' is lost");
            }
        }
    }

    /// <summary>Lines that may hold speech: not front matter, the ids of cues, or the line between transcript and bullets.</summary>
    private static HashSet<int> Body(SourceText source, string format)
    {
        string Text(int n) => n < source.Lines.Count ? source.Text.Substring(source.Lines[n].Start, source.Lines[n].Length) : "";
        var first = format == "markdown" && Text(0) == "---" ? Enumerable.Range(1, source.Lines.Count).First(n => Text(n) == "---") + 1 : 0;
        return [.. Enumerable.Range(first, source.Lines.Count - first).Where(n => !(format == "vtt" && Text(n + 1).Contains("-->", StringComparison.Ordinal)) && !CollabSummaries.Transcripts.Export.PairFormat.IsMark(Text(n))).Select(n => source.Lines[n].Number)];
    }

    /// <summary>A rolling line is told by the segment of the cue before; warnings of a kind are listed once with their number.</summary>
    private static string Told(Transcript talk) => Letters(string.Concat(
        [.. talk.Chapters.Select(c => c.Title), talk.Details.Title, talk.Details.MediaUrl, .. talk.Summary ?? [], .. talk.Speakers, .. talk.Format is "vtt" or "srt" ? talk.Segments.Select(s => s.Text) : []]));

    private static bool IsMarkup(string word, Transcript talk) =>
        word.All(c => char.IsAsciiDigit(c) || c is 'h' or 'm' or 's' or 'X' or 'Y') || talk.Format switch
        {
            "vtt" => word is "WEBVTT" or "Kindcaptions" or "Kind" or "captions" or "Language" or "en" or "intro" or "This" or "line" or "is" or "an" or "id" || word.StartsWith("align", StringComparison.Ordinal) || word.StartsWith("position", StringComparison.Ordinal) || word.StartsWith("line", StringComparison.Ordinal) || word.StartsWith("size", StringComparison.Ordinal),
            "markdown" => word is "MR" or "JD",
            "zoom-chat" => word is "From" or "to" or "Everyone" or "DoeDirect" or "Direct" or "Message" or "Messagem",
            "csv" => word is "start" or "end" or "speaker" or "text" or "Start" or "Speaker" or "Text" or "Time" or "Name" or "End",
            "teams" => talk.Details.Date is not null && word is "October" or "May" or "AM" or "PM" or "200PM" or "1000AM",
            _ => false,
        };

    private static IEnumerable<string> Words(string line, string format)
    {
        if (format is "vtt" or "srt" or "sbv") line = System.Net.WebUtility.HtmlDecode(WithoutTags(line)).Replace("[br]", " ", StringComparison.Ordinal);
        if (format == "markdown") while (line.IndexOf("](", StringComparison.Ordinal) is var link and >= 0) line = line.Remove(link, line.IndexOf(')', link) - link + 1);
        if (line.Contains("-->", StringComparison.Ordinal)) return [];
        return line.Split([' ', '\t', '\u00A0', ',', ';', '|', '/', '(', ')', '-'], StringSplitOptions.RemoveEmptyEntries).Select(Letters).Where(w => w.Length > 0);
    }

    private static string WithoutTags(string line)
    {
        for (var open = line.IndexOf('<'); open >= 0 && line.IndexOf('>', open) is var close and > 0;)
        {
            var isTag = char.IsAsciiLetterOrDigit(line[open + 1]) || line[open + 1] is '/';
            if (isTag) line = line.Remove(open, close - open + 1).Insert(open, line[open + 1] is 'r' ? " " : "");
            open = line.IndexOf('<', isTag ? open : open + 1);
        }

        return line.Replace("{\\an8}", "", StringComparison.Ordinal);
    }

    private static string Letters(string text) => string.Concat(text.Where(c => char.IsLetterOrDigit(c)));
}
