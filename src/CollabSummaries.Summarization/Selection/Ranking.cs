using System.Text.RegularExpressions;
using CollabSummaries.Summarization.Reading;

namespace CollabSummaries.Summarization.Selection;

/// <summary>What each property of a unit counts for when bullets are chosen.</summary>
/// <param name="Centroid">Likeness to the whole talk, 1 for the likest unit.</param>
/// <param name="TextRank">Rank in <see cref="Selection.TextRank"/>, 0 to 1.</param>
/// <param name="Pronouns">Share of words that point at something said elsewhere.</param>
/// <param name="Length">Doublings of eight words, 1 for 45 words.</param>
internal sealed record RankingWeights(double Centroid, double TextRank, double Pronouns, double Length)
{
    /// <summary>
    /// Fitted on the 22 talks of the evaluation set with quotes, five bullets (`fit` of CollabSummaries.Evaluation, seed 11), rounded by it to what loses on no kind. docs/summarization.md has the figures for talks and
    /// sources that were held out.
    /// </summary>
    public static readonly RankingWeights Fitted = new(Centroid: .25, TextRank: .2, Pronouns: -.35, Length: .1);
}

/// <summary>How much the units of a talk deserve to be chosen, before it is known what else is.</summary>
internal sealed partial class Ranking
{
    private readonly (double Centroid, double TextRank, double Pronouns, double Length, double Weakness)[] _units;

    public Ranking(IReadOnlyList<Unit> units, Salience salience)
    {
        var top = Math.Max(Enumerable.Range(0, units.Count).Select(i => salience[i]).DefaultIfEmpty(0).Max(), 1e-9);
        var ranks = TextRank.Of(units);
        _units =
        [
            .. units.Select((unit, i) => (salience[i] / top, ranks[i], (double)Pointing().Count(unit.Text) / Math.Max(unit.Words, 1),
                Math.Log2(Math.Max(unit.Words, 1) / 8.0) / Math.Log2(45 / 8.0), Standing.Weakness(unit))),
        ];
    }

    public double Value(int unit, RankingWeights weights)
    {
        var (centroid, rank, pronouns, length, weakness) = _units[unit];
        return (weights.Centroid * centroid) + (weights.TextRank * rank) + (weights.Pronouns * pronouns) + (weights.Length * length) - weakness;
    }

    [GeneratedRegex(@"\b(?:I|you|he|she|it|they|him|her|them|this|that|these|those|here|there|thing|things|stuff)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Pointing();
}
