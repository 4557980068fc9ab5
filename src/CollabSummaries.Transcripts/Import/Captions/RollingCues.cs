using System.Text;
using CollabSummaries.Transcripts.Import.Source;

namespace CollabSummaries.Transcripts.Import.Captions;

/// <summary>Rolling captions, as YouTube makes them of speech: each cue shows the line before once more, with a cue of 10 ms between two steps.</summary>
/// <remarks>A line is left out only when the cue right before it showed it; the same words said again later stay.</remarks>
internal static class RollingCues
{
    /// <summary>A cue that shows nothing new counts as a bridge up to this length; a longer one says its last line again.</summary>
    private const long LongestBridgeMs = 500;

    private const int LongestTag = 60;

    /// <summary>Rolling captions show two or three lines; comparing more only costs time.</summary>
    private const int MostCarried = 6;

    /// <summary>The file with carried lines blanked, and the cues that show something new; null when the captions do not roll.</summary>
    public static (RawText Text, List<CueBlock> Cues)? Collapse(RawText text, List<CueBlock> cues, Draft draft, CancellationToken stop)
    {
        var shown = cues.ConvertAll(c => Shown(text, c));
        if (!Roll(shown, stop)) return null;
        var lines = (string[])text.Lines.Clone();
        var kept = new List<CueBlock>();
        var left = 0;
        for (var n = 0; n < cues.Count; n++)
        {
            var carried = n == 0 ? 0 : Carried(shown[n - 1], shown[n], IsBridge(text, cues[n], shown[n]));
            for (var k = 0; k < carried; k++) lines[shown[n][k].Line] = " ";
            left += carried;
            if (carried < shown[n].Count || shown[n].Count == 0) kept.Add(cues[n]);
        }

        draft.Warn(cues[0].Timing + 1, string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"rolling captions: {left:N0} lines that the cue before already showed were left out ({cues.Count:N0} cues → {kept.Count:N0})"));
        return (text.Over(lines), kept);
    }

    /// <summary>Captions roll when cues begin with the end of the cue before and go on, at least every fourth time.</summary>
    private static bool Roll(List<List<(string Words, int Line, bool Tagged)>> shown, CancellationToken stop)
    {
        int steps = 0, tagged = 0;
        for (var n = 1; n < shown.Count; n++)
        {
            if (n % 1024 == 0) stop.ThrowIfCancellationRequested();
            if (shown[n].Count > 1 && Carried(shown[n - 1], shown[n], false) is var carried and > 0 && carried < shown[n].Count) steps++;
            if (shown[n].Exists(l => l.Tagged)) tagged++;
        }

        return steps > 0 && (steps * 4 >= shown.Count || (tagged > 0 && steps * 10 >= shown.Count)) && (steps > 1 || tagged > 0);
    }

    /// <summary>How many lines at the start of a cue are the last lines of the cue before. A line with times at its words is always new.</summary>
    private static int Carried(List<(string Words, int Line, bool Tagged)> before, List<(string Words, int Line, bool Tagged)> now, bool isBridge)
    {
        for (var k = Math.Min(MostCarried, Math.Min(before.Count, isBridge ? now.Count : now.Count - 1)); k > 0; k--)
        {
            var same = true;
            for (var i = 0; i < k && same; i++) same = !now[i].Tagged && now[i].Words == before[before.Count - k + i].Words;
            if (same) return k;
        }

        return 0;
    }

    private static bool IsBridge(RawText text, CueBlock cue, List<(string, int Line, bool)> shown)
    {
        if (cue.Time is { Start: { } start, End: { } end } && end.Ms - start.Ms <= LongestBridgeMs) return true;
        var after = shown.Count == 0 ? cue.Timing + 1 : shown[^1].Line + 1;
        // A line of one space under the words is the empty row that the next step will fill.
        return after < cue.End && text.Lines[after] is { Length: > 0 } row && Blank.Is(row);
    }

    private static List<(string Words, int Line, bool Tagged)> Shown(RawText text, CueBlock cue)
    {
        var lines = new List<(string, int, bool)>();
        for (var i = cue.Timing + 1; i < cue.End; i++)
        {
            var (words, tagged) = WithoutTags(text.Lines[i]);
            if (!Blank.Is(words)) lines.Add((Blank.Trim(words), i, tagged));
        }

        return lines;
    }

    private static (string Words, bool Tagged) WithoutTags(string line)
    {
        if (!line.Contains('<')) return (line, false);
        var words = new StringBuilder(line.Length);
        var tagged = false;
        for (var i = 0; i < line.Length; i++)
        {
            var close = line[i] == '<' ? line.AsSpan(i, Math.Min(LongestTag, line.Length - i)).IndexOf('>') : -1;
            var inside = close > 1 ? line.AsSpan(i + 1, close - 1) : [];
            var isTime = inside.Length > 0 && char.IsAsciiDigit(inside[0]) && inside.Contains(':');
            tagged |= isTime;
            if (isTime || (inside.Length > 0 && CaptionMarkup.IsTag(inside))) i += close;
            else words.Append(line[i]);
        }

        return (words.ToString(), tagged);
    }
}
