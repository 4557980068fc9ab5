using System.Text;
using CollabSummaries.Transcripts;

namespace CollabSummaries.Summarization.Reading;

/// <summary>
/// Consecutive segments of one speaker as one text: the segments' own texts, untouched, with one space between them. So any range of it maps back to exact
/// characters of segments.
/// </summary>
internal sealed class Stretch
{
    /// <summary>A silence this long (ms) ends a stretch: what follows is a new thought.</summary>
    private const long Silence = 10_000;
    private readonly int[] _starts;
    private readonly int[] _lengths;

    private Stretch(IReadOnlyList<Segment> segments, int first, int count)
    {
        (First, Speaker) = (first, string.IsNullOrWhiteSpace(segments[first].Speaker) ? null : segments[first].Speaker!.Trim());
        (_starts, _lengths) = (new int[count], new int[count]);
        var text = new StringBuilder();
        for (var k = 0; k < count; k++)
        {
            (_starts[k], _lengths[k]) = (text.Length, segments[first + k].Text.Length);
            text.Append(segments[first + k].Text).Append(' ');
        }

        Text = text.ToString();
    }

    /// <summary>Index of the first segment.</summary>
    public int First { get; }

    public string? Speaker { get; }

    public string Text { get; }

    /// <param name="breaks">Segments before which a stretch ends whatever they say (chapters).</param>
    public static IReadOnlyList<Stretch> Of(IReadOnlyList<Segment> segments, IReadOnlySet<int> breaks)
    {
        var stretches = new List<Stretch>();
        for (int first = 0, next; first < segments.Count; first = next)
        {
            next = first + 1;
            while (next < segments.Count && !breaks.Contains(next) && Continues(segments[next - 1], segments[next]))
                next++;
            stretches.Add(new Stretch(segments, first, next - first));
        }

        return stretches;
    }

    /// <summary>The pieces of segments a range of the text covers; separators between segments belong to none.</summary>
    public IEnumerable<(int Segment, int Start, int End)> Map(int start, int end)
    {
        var k = Array.BinarySearch(_starts, start);
        for (k = k < 0 ? ~k - 1 : k; k < _starts.Length && _starts[k] < end; k++)
        {
            var (from, to) = (Math.Max(start - _starts[k], 0), Math.Min(end - _starts[k], _lengths[k]));
            while (from < to && char.IsWhiteSpace(Text[_starts[k] + from]))
                from++;
            while (from < to && char.IsWhiteSpace(Text[_starts[k] + to - 1]))
                to--;
            if (from < to)
                yield return (First + k, from, to);
        }
    }

    private static bool Continues(Segment before, Segment after) =>
        string.Equals(before.Speaker?.Trim(), after.Speaker?.Trim(), StringComparison.Ordinal)
        && !(before.EndMs is { } end && after.StartMs is { } start && start - end > Silence);
}
