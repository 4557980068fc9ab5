using System.Collections.Frozen;
using System.Text.RegularExpressions;
using CollabSummaries.Summarization.Reading;

namespace CollabSummaries.Summarization.Checking;

/// <summary>How a written sentence follows a spoken one: its telling words, and where they stand side by side among the spoken ones.</summary>
/// <param name="Claim">Telling words of the written sentence, without the name of its speaker and words that only say that somebody said something.</param>
/// <param name="Content">Telling words of the spoken sentence.</param>
/// <param name="Start">Where the claim begins in the content; −1 when it is not there side by side.</param>
internal sealed partial record Following(IReadOnlyList<string> Claim, IReadOnlyList<string> Content, int Start)
{
    /// <summary>Words that only say that somebody said something.</summary>
    private static readonly FrozenSet<string> s_reporting =
        Term.Of($"{Report.Verbs.Replace('|', ' ')} says thinks asks wanted speaker team group participants").ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Stems of past forms that no stemming leads back: a report may shift the tense.</summary>
    private static readonly FrozenDictionary<string, string> s_past =
        Tense.Present.ToFrozenDictionary(p => Term.Of(p.Key)[0], p => Term.Of(p.Value)[0], StringComparer.Ordinal);

    public static Following Of(string bullet, Saying source)
    {
        var speaker = source.Speaker is null ? [] : Term.Of(source.Speaker).ToHashSet(StringComparer.Ordinal);
        var content = Telling(source.Text);
        var said = content.ToHashSet(StringComparer.Ordinal);
        var claim = Telling(bullet).Where(t => said.Contains(t) || !(speaker.Contains(t) || s_reporting.Contains(t))).ToList();
        return new Following(claim, content, Find(content, claim));
    }

    /// <summary>
    /// The spoken sentence without what comes after the clause the claim ends in, where that is added ("…, and it …") and takes nothing back ("…, but …", "… if …").
    /// </summary>
    public Saying Cut(Saying source)
    {
        if (Start < 0 || Start + Claim.Count == Content.Count)
            return source;
        var end = End(source);
        var boundary = Added().Match(source.Text, end);
        if (!boundary.Success || Telling(source.Text[end..boundary.Index]).Count > 0)
            return source;
        return source with { Text = source.Text[..boundary.Index] + (source.Text.TrimEnd().EndsWith('?') ? "?" : ".") };
    }

    /// <summary>Whether the claim ends where a clause of the spoken sentence ends: "a Taproot address" is not shortened to "Taproot".</summary>
    public bool EndsWhole(Saying source)
    {
        if (Start < 0 || Start + Claim.Count == Content.Count)
            return true;
        var end = End(source);
        var next = Words().Matches(source.Text, end).First(w => Telling(w.Value).Count > 0);
        return ClauseEnd().IsMatch(source.Text[end..next.Index]);
    }

    private int End(Saying source)
    {
        var told = 0;
        var last = Words().Matches(source.Text).First(w => (told += Telling(w.Value).Count) >= Start + Claim.Count);
        return last.Index + last.Length;
    }

    private static List<string> Telling(string text) =>
        [.. Term.Of(text).Where(t => !Term.IsCommonStem(t) || s_past.ContainsKey(t)).Select(t => s_past.GetValueOrDefault(t, t)).Where(t => !Meaning.Turns(t) && !Term.IsCommonStem(t))];

    private static int Find(List<string> content, List<string> claim)
    {
        for (var start = 0; start + claim.Count <= content.Count; start++)
        {
            if (claim.Select((term, k) => term == content[start + k]).All(same => same))
                return start;
        }

        return -1;
    }

    [GeneratedRegex("[A-Za-z0-9]+")]
    private static partial Regex Words();

    [GeneratedRegex(@"[,;:.!?–—]|--|\b(?:and|but|so|because|since|while|whereas|although|though|especially|particularly)\b", RegexOptions.IgnoreCase)]
    private static partial Regex ClauseEnd();

    /// <summary>A clause added to the one before: behind a mark, or with "and" and a subject of its own.</summary>
    [GeneratedRegex(@"(?:[,;:]|\s[–—]|\s?--)\s+(?=(?:and|because|so|which|who|where|especially|as|since)\b(?! (?:not|if|long|though|only)\b))|\s+(?=and (?:I|we|they|he|she|it|there)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Added();
}
