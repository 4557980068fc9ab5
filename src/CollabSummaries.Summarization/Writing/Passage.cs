using CollabSummaries.Summarization.Reading;
using CollabSummaries.Summarization.Selection;

namespace CollabSummaries.Summarization.Writing;

/// <summary>A chosen unit with as many neighbors as the model needs to understand it: units First … Last, and the text it is shown.</summary>
internal sealed record Passage(int Unit, int First, int Last, string Text)
{
    private const int Enough = 24, Most = 50, LongestSpeaker = 60;

    /// <summary>Neighbors are taken until there are 24 words, never past 50, never out of the section, and none that begins or ends in mid-sentence with the file.</summary>
    public static Passage Around(IReadOnlyList<Unit> units, Section section, int unit) => Around(units, section, unit, Enough, Most, neighbor => !neighbor.Cropped);

    /// <summary>Neighbors are taken alternately from behind and before until there are enough words, never past the most, never out of the section.</summary>
    public static Passage Around(IReadOnlyList<Unit> units, Section section, int unit, int enough, int most, Func<Unit, bool> mayTake)
    {
        var (first, last, words, behind) = (unit, unit, units[unit].Words, true);
        while (words < enough)
        {
            int after = Size(last + 1), before = Size(first - 1);
            var takeBehind = behind ? words + after <= most : words + before > most;
            if (words + (takeBehind ? after : before) > most)
                break;
            words += takeBehind ? after : before;
            (first, last) = takeBehind ? (first, last + 1) : (first - 1, last);
            behind = !behind;
        }

        return new Passage(unit, first, last, Lines(units, first, last));

        int Size(int k) => k < section.First || k > section.Last || !mayTake(units[k]) ? int.MaxValue / 2 : units[k].Words;
    }

    /// <summary>Turns as lines, with their speakers where they are known.</summary>
    public static string Lines(IReadOnlyList<Unit> units, int first, int last)
    {
        var lines = new List<string>();
        for (var k = first; k <= last; k++)
        {
            if (k > first && units[k].SameStretch(units[k - 1]))
                lines[^1] += ' ' + units[k].Text;
            else
                lines.Add(SpeakerOf(units[k]) is { } speaker ? $"{speaker}: {units[k].Text}" : units[k].Text);
        }

        return string.Join('\n', lines);
    }

    /// <summary>The name as it may stand in a line: without marks and not longer than a name.</summary>
    public static string? SpeakerOf(Unit unit)
    {
        var name = unit.Speaker is null ? "" : Cleaning.Clean(unit.Speaker);
        return name.Length == 0 ? null : name.Length > LongestSpeaker ? name[..LongestSpeaker].TrimEnd() + "…" : name;
    }
}
