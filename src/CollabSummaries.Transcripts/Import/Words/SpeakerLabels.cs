using CollabSummaries.Transcripts.Import.Source;

namespace CollabSummaries.Transcripts.Import.Words;

/// <summary>Decides over the whole file which `Name: ` prefixes name speakers: those that come back, and with them single ones written alike.</summary>
internal sealed class SpeakerLabels
{
    private const int FewestTimes = 2;

    /// <summary>One in this many texts must carry a name that comes back before a name seen once counts.</summary>
    private const int OneIn = 10;

    private readonly Dictionary<string, int> _times = new(StringComparer.Ordinal);
    private readonly HashSet<string> _sure = new(StringComparer.Ordinal);
    private int _offered;
    private int _labeled;
    private bool? _speakersNamed;

    /// <summary>Part of the offered texts that begin with what looks like a name, 0 to 1.</summary>
    public double Share => _offered == 0 ? 0 : (double)_labeled / _offered;

    /// <summary>A name the file gives in another way; its labels need not come back.</summary>
    public void Add(string name) => _sure.Add(name);

    public void Offer(ReadOnlySpan<char> text)
    {
        _offered++;
        if (Prefix(text) is not { } name) return;
        _labeled++;
        _times[name] = _times.GetValueOrDefault(name) + 1;
    }

    /// <summary>Splits a text into its speaker and the rest; speaker null where the prefix is only words.</summary>
    public (string? Speaker, string Text) Take(string text) =>
        Prefix(text) is { } name && IsSpeaker(name) ? (name, text[(text.IndexOf(':') + 1)..].TrimStart()) : (null, text);

    public bool IsSpeaker(string name)
    {
        if (_sure.Contains(name) || _times.GetValueOrDefault(name) >= FewestTimes) return true;
        _speakersNamed ??= _times.Where(t => t.Value >= FewestTimes && !SpeakerName.IsRole(t.Key)).Sum(t => t.Value) * OneIn >= Math.Max(_offered, OneIn);
        return _speakersNamed.Value && _times.ContainsKey(name) && name.Count(c => c == ' ') < 4;
    }

    private static string? Prefix(ReadOnlySpan<char> text)
    {
        var colon = text.IndexOf(':');
        if (colon is <= 0 or > 60 || (colon + 1 < text.Length && !Blank.Is(text[colon + 1]))) return null;
        var name = text[..colon].TrimStart("> ").Trim();
        return SpeakerName.Fits(name) ? name.ToString() : null;
    }
}
