using System.Text.RegularExpressions;
using CollabSummaries.Summarization.Reading;

namespace CollabSummaries.Evaluation.Scoring;

/// <summary>What can be counted about a summary without a reader. Shares from 0 to 1.</summary>
/// <param name="Numbers">Share of its numbers that the talk has; null without numbers.</param>
/// <param name="Names">Share of its names that the talk has; null without names.</param>
/// <param name="NewPairs">Share of its pairs of words that the talk does not have.</param>
/// <param name="Redundancy">ROUGE-L of the two bullets most alike.</param>
/// <param name="Support">Mean over bullets of the telling words found within three sentences of the talk.</param>
/// <param name="Repetition">Share of its runs of three words that it has said before.</param>
internal sealed partial record SummaryScore(Rouge Rouge, double? Numbers, double? Names, double? NewPairs, double Redundancy, double? Support, double Repetition, int Words)
{
    public static readonly IReadOnlyList<(string Name, Func<SummaryScore, double?> Value)> Columns =
    [
        ("R1", s => 100 * s.Rouge.R1), ("R2", s => 100 * s.Rouge.R2), ("RL", s => 100 * s.Rouge.RL), ("num_ok", s => s.Numbers), ("name_ok", s => s.Names),
        ("novel2", s => s.NewPairs), ("redund", s => s.Redundancy), ("support", s => s.Support), ("rep3", s => s.Repetition), ("words", s => s.Words),
    ];

    public static SummaryScore Of(IReadOnlyList<string> bullets, Item item)
    {
        var text = string.Join('\n', bullets);
        var words = Term.Split(text, stem: false);
        var talk = Term.Split(item.Transcript, stem: false);
        var pairs = words.Zip(words.Skip(1)).ToList();
        var said = talk.Zip(talk.Skip(1)).ToHashSet();
        var triples = words.Zip(words.Skip(1), words.Skip(2)).ToList();
        return new SummaryScore(
            Rouge.Of(text, item.ReferenceSummaries),
            Found(Summarization.Reading.Numbers.Of(text).Count, Summarization.Reading.Numbers.Missing(text, item.Transcript).Count),
            Found(Summarization.Checking.Names.Of(text).Count, Summarization.Checking.Names.Missing(text, item.Transcript).Count),
            pairs.Count == 0 ? null : (double)pairs.Count(p => !said.Contains(p)) / pairs.Count,
            MostAlike([.. bullets.Select(Term.Of)]),
            SupportOf(bullets, item.Transcript),
            triples.Count == 0 ? 0 : 1 - ((double)triples.Distinct().Count() / triples.Count),
            words.Count);
    }

    private static double? Found(int claimed, int missing) => claimed == 0 ? null : 1 - ((double)missing / claimed);

    private static double MostAlike(List<List<string>> bullets)
    {
        var pairs = bullets.SelectMany((a, i) => bullets.Take(i).Select(b => Overlap.RougeL(a, b)));
        return pairs.DefaultIfEmpty(0).Max();
    }

    private static double? SupportOf(IReadOnlyList<string> bullets, string transcript)
    {
        var sentences = SentencesOf(transcript).Select(s => Term.ContentOf(s).ToHashSet(StringComparer.Ordinal)).ToList();
        var windows = Enumerable.Range(0, Math.Max(1, sentences.Count - 2)).Select(k => sentences.Skip(k).Take(3).SelectMany(s => s).ToHashSet(StringComparer.Ordinal)).ToList();
        var shares = bullets.Select(b => Term.ContentOf(b).ToHashSet(StringComparer.Ordinal)).Where(c => c.Count > 0)
            .Select(claim => windows.Max(w => (double)claim.Count(w.Contains) / claim.Count)).ToList();
        return shares.Count == 0 ? null : shares.Average();
    }

    private static IEnumerable<string> SentencesOf(string text) =>
        text.Split('\n').SelectMany(line => Ends().Split(Mark().Replace(line, "").Trim())).Where(s => s.Length > 0);

    [GeneratedRegex(@"^\s*(?:[-*\u2022]|\d+[.)])\s+")]
    private static partial Regex Mark();

    [GeneratedRegex(@"(?<=[.!?])[""\u201d')]*\s+(?=[A-Z0-9""\u201c(])")]
    private static partial Regex Ends();
}
