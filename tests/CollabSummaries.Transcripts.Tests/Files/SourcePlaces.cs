using System.Net;
using System.Text.RegularExpressions;
using CollabSummaries.Transcripts.Import;

namespace CollabSummaries.Transcripts.Tests.Files;

/// <summary>What must hold of the characters of every segment of every file.</summary>
internal static partial class SourcePlaces
{
    private static readonly HashSet<string> Json = ["youtube-json3", "whisper", "podcast-json", "assemblyai", "deepgram", "aws", "google", "azure", "rev", "words", "trint"];

    /// <summary>The raw text between the places holds the words of the segment in order, and lies within its lines.</summary>
    public static void Hold(byte[] raw, Transcript talk)
    {
        var source = TranscriptImport.Text(raw, TestContext.Current.CancellationToken)!;
        foreach (var segment in talk.Segments)
        {
            Assert.True(segment.SourceStart is not null, $"no place for {segment}");
            var lines = source.Lines.Where(l => l.Number >= segment.FirstLine && l.Number <= segment.LastLine).ToList();
            Assert.InRange(segment.SourceStart!.Value, lines[0].Start, lines[^1].Start + lines[^1].Length);
            Assert.InRange(segment.SourceEnd!.Value, segment.SourceStart.Value, lines[^1].Start + lines[^1].Length);
            var slice = source.Of(segment)!;
            // A tag inside a word parts its letters.
            Assert.True(InOrder(segment.Text, Plain(slice, talk.Format)) || InOrder(segment.Text, Plain(Tag().Replace(slice, ""), talk.Format)), $"{segment} is not in order in: {slice}");
        }
    }

    private static bool InOrder(string text, string slice)
    {
        var at = 0;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Letters))
        {
            var found = slice.IndexOf(word, at, StringComparison.Ordinal);
            if (found < 0) return false;
            at = found + word.Length;
        }

        return true;
    }

    /// <summary>Markup of the format undone, by other means than the readers'.</summary>
    private static string Plain(string slice, string format)
    {
        if (Json.Contains(format)) slice = Escape().Replace(slice, m => ((char)Convert.ToInt32(m.Groups[1].Value, 16)).ToString()).Replace("\\n", " ", StringComparison.Ordinal);
        return Letters(WebUtility.HtmlDecode(WebUtility.HtmlDecode(slice)));
    }

    private static string Letters(string text) => string.Concat(text.Where(c => char.IsLetterOrDigit(c) || char.IsSurrogate(c)));

    [GeneratedRegex("<[^<>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\\u([0-9a-fA-F]{4})")]
    private static partial Regex Escape();
}
