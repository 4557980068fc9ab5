using CollabSummaries.Transcripts.Import.Source;
using CollabSummaries.Transcripts.Import.Words;

namespace CollabSummaries.Transcripts.Import.Meetings;

/// <summary>The line `Jane Doe  0:03` above what was said: Otter puts two spaces between name and time, Teams three.</summary>
/// <param name="Spaces">Width between name and time; a tab or line break counts as three.</param>
internal readonly record struct NameClock(string Name, long StartMs, int Spaces)
{
    private const int LongestLine = 100;

    public static NameClock? Read(string line)
    {
        var trimmed = Blank.Trim(line);
        if (trimmed.Length is < 6 or > LongestLine || !char.IsAsciiDigit(trimmed[^1])) return null;
        var at = trimmed.Length;
        while (at > 0 && (char.IsAsciiDigit(trimmed[at - 1]) || trimmed[at - 1] == ':')) at--;
        if (at == 0 || !Blank.Is(trimmed[at - 1])) return null;
        if (Clock.Read(trimmed.AsSpan(at)) is not { FractionDigits: 0 } clock || clock.Length != trimmed.Length - at) return null;
        var name = trimmed.AsSpan(0, at).TrimEnd(" \t\u00A0|-–—·•");
        var gap = trimmed.AsSpan(name.Length, at - name.Length);
        // "we met at 10:30" is prose: one space alone needs what can only be a name.
        if (name.IsEmpty || name[^1] == ':' || !(gap.Length > 1 || gap.Contains('\t') ? IsName(name) : SpeakerName.Fits(name))) return null;
        return new NameClock(name.ToString(), clock.Ms, gap.Contains('\t') ? 3 : gap.Length);
    }

    /// <summary>`Roe, Max (Guest)`: directories put the family name first.</summary>
    private static bool IsName(ReadOnlySpan<char> name)
    {
        var comma = name.IndexOf(", ");
        return comma < 0 ? SpeakerName.FitsLoosely(name) : SpeakerName.Fits(name[..comma]) && SpeakerName.Fits(name[(comma + 2)..]);
    }
}
