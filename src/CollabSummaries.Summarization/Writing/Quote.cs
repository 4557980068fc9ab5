using System.Text.RegularExpressions;
using CollabSummaries.Summarization.Reading;

namespace CollabSummaries.Summarization.Writing;

/// <summary>A unit as a bullet in its speaker's own words.</summary>
internal static partial class Quote
{
    private const int MostWords = 45, MostCharacters = 360, LatestClause = 8, LeastWords = 9;

    public static string Of(Unit unit)
    {
        var text = unit.Opens ? unit.Text : FromClause(unit.Text);
        var said = Capped(Openers().Replace(text, "").TrimStart(',', ' '), out var cut);
        if (said.Length == 0)
            said = unit.Text;
        said = unit.Opens ? char.ToUpperInvariant(said[0]) + said[1..] : "… " + said;
        if (cut || !(unit.Closes || EndsSentence(said)))
            said = Loose().Replace(said, "").TrimEnd(',', ' ', ';') + " …";
        said = said.Replace('“', '"').Replace('”', '"').Trim('"');
        // One that was opened or closed elsewhere.
        said = said.Count(c => c == '"') % 2 == 1 ? said.Replace("\"", "", StringComparison.Ordinal) : said.Replace('"', '\'');
        return Passage.SpeakerOf(unit) is { } speaker ? $"{speaker}: “{said}”" : $"“{said}”";
    }

    /// <summary>A piece that begins amid a sentence begins with its first clause, if enough is left.</summary>
    private static string FromClause(string text)
    {
        foreach (Match clause in Clauses().Matches(text))
        {
            if (text.AsSpan(0, clause.Index).Count(' ') > LatestClause)
                break;
            if (text.AsSpan(clause.Index).Count(' ') >= LeastWords)
                return text[clause.Index..];
        }

        return text;
    }

    private static string Capped(string text, out bool cut)
    {
        var words = text.Split(' ');
        var length = 0;
        var kept = words.TakeWhile((word, k) => k < MostWords && (length += word.Length + 1) <= MostCharacters).ToList();
        cut = kept.Count < words.Length;
        return kept.Count > 0 ? string.Join(' ', kept) : text[..Math.Min(text.Length, MostCharacters)];
    }

    private static bool EndsSentence(string text) => text.Length > 0 && text[^1] is '.' or '!' or '?' or '…';

    /// <summary>Where a clause begins: behind a comma or semicolon, or with a word that opens one.</summary>
    [GeneratedRegex(@"(?<=[,;:] )\S|(?<=^|\s)(?:and|so|but|because|then|if|when|while|although|once|since|(?:I|we|you|he|she|they|it|there|this|that)(?='(?:s|m|re|ve|ll|d)\b| (?:is|are|was|were|am|has|have|had|can|could|will|would|do|does|did|should|may|might|must|want|need|think|know)\b))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Clauses();

    /// <summary>Words that only lead over to what is not quoted.</summary>
    [GeneratedRegex(@"(?:[,;]?\s+(?:and|but|so|or|because|the|a|an|of|to|that|which|with|for|in|on|at|as|if|when|i|we))+[,;]?$", RegexOptions.IgnoreCase)]
    private static partial Regex Loose();

    /// <summary>Words people begin with before they begin. "No", "because", "if" and the like stay: they change what is said.</summary>
    [GeneratedRegex(@"^(?:(?:so(?! far\b| long\b| that\b| much\b| many\b| few\b| often\b)|yeah|okay|ok|and|but|anyway|alright|all right|oh|you know|i mean|well(?=,)|now(?=,)|right(?=,)|actually(?=,)|basically(?=,)|yes(?=,)|sure(?=,)|like(?=,))\b[,.]?\s+)+", RegexOptions.IgnoreCase)]
    private static partial Regex Openers();
}
