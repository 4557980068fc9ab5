using CollabSummaries.Transcripts.Import.Words;

namespace CollabSummaries.Transcripts;

/// <summary>Joins segments into rows to read: one speaker, within one chapter, 20–60 seconds or 60–120 words, ended at a sentence end where there is one.</summary>
/// <remarks>Every segment stands in exactly one turn, in order. Only a segment that is itself longer makes a longer turn.</remarks>
public static class Turns
{
    private const long ShortestMs = 20_000;
    private const long LongestMs = 60_000;
    private const int FewestWords = 60;
    private const int MostWords = 120;

    public static IReadOnlyList<Turn> Of(IReadOnlyList<Segment> segments, IReadOnlyList<Chapter> chapters)
    {
        ArgumentNullException.ThrowIfNull(segments);
        ArgumentNullException.ThrowIfNull(chapters);
        var headings = chapters.Select(c => c.FirstSegment).ToHashSet();
        var turns = new List<Turn>();
        int first = 0, words = 0;
        for (var i = 0; i < segments.Count; i++)
        {
            words += Words(segments[i].Text);
            if (i + 1 < segments.Count && !EndsTurn(segments, headings, first, i, words)) continue;
            turns.Add(new Turn(first, i, segments[first].Speaker, segments[first].StartMs, EndOf(segments, i)));
            (first, words) = (i + 1, 0);
        }

        return turns;
    }

    private static bool EndsTurn(IReadOnlyList<Segment> segments, HashSet<int> headings, int first, int last, int words)
    {
        var next = segments[last + 1];
        if (headings.Contains(last + 1) || next.Speaker != segments[first].Speaker) return true;
        if (words + Words(next.Text) > MostWords) return true;
        var start = segments[first].StartMs;
        if (EndOf(segments, last + 1) - start > LongestMs) return true;
        var enough = EndOf(segments, last) - start is { } ms ? ms >= ShortestMs : words >= FewestWords;
        return enough && Sentence.EndsIn(segments[last].Text);
    }

    /// <summary>Where a segment ends; a file that gives starts alone ends it at the next start.</summary>
    private static long? EndOf(IReadOnlyList<Segment> segments, int index) =>
        segments[index].EndMs ?? (segments[index].StartMs is not null && index + 1 < segments.Count ? segments[index + 1].StartMs : null);

    private static int Words(string text)
    {
        var words = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsWhiteSpace(text[i]) && (i == 0 || char.IsWhiteSpace(text[i - 1]))) words++;
        }

        return words;
    }
}
