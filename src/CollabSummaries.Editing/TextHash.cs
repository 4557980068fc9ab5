using System.Globalization;

namespace CollabSummaries.Editing;

/// <summary>
/// Tells whether two ends hold the same text, for the heartbeat. FNV-1a over UTF-16 code units, 32 bits: start 2166136261; per unit xor, then times
/// 16777619 (in the browser <c>Math.imul</c>). No protection against a forger; it finds accidents.
/// </summary>
public static class TextHash
{
    /// <returns>Eight lower-case hexadecimal digits.</returns>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var hash = 2166136261u;
        foreach (var unit in text) hash = unchecked((hash ^ unit) * 16777619u);
        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
