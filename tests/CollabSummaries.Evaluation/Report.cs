using System.Globalization;
using CollabSummaries.Evaluation.Scoring;

namespace CollabSummaries.Evaluation;

/// <summary>Tables in Markdown.</summary>
internal static class Report
{
    public static string Scores(IReadOnlyList<(Item Item, SummaryScore Score)> scored) => Table(
        ["kind", "n", .. SummaryScore.Columns.Select(c => c.Name)],
        scored.GroupBy(s => s.Item.Kind).Select(g => (g.Key, g.Select(s => s.Score).ToList())).Append(("all", [.. scored.Select(s => s.Score)]))
            .Select(g => (string[])[g.Item1, Number(g.Item2.Count), .. SummaryScore.Columns.Select(c => Cell(c.Name, Mean(g.Item2.Select(c.Value))))]));

    public static string Compared(IReadOnlyList<SummaryScore> first, IReadOnlyList<SummaryScore> second) => Table(
        ["measure", "difference", "95 % from", "to", "share of resamples in which the first is not better"],
        SummaryScore.Columns.Take(3).Select(c => (c.Name, Bootstrap: Bootstrap.Of([.. first.Select(s => c.Value(s)!.Value)], [.. second.Select(s => c.Value(s)!.Value)])))
            .Select(b => (string[])[b.Name, Fixed(b.Bootstrap.Difference, 2), Fixed(b.Bootstrap.Low, 2), Fixed(b.Bootstrap.High, 2), Fixed(b.Bootstrap.NotBetter, 3)]));

    public static string Links(SortedDictionary<string, LinkScore> links) => Table(
        ["unit", "sentences", "hit@1", "hit@3"], links.Select(l => (string[])[l.Key, Number(l.Value.Sentences), Fixed(l.Value.First, 2), Fixed(l.Value.FirstThree, 2)]));

    public static string Gate(IEnumerable<(string Part, IReadOnlyList<GateScore> Scores)> parts) => Table(
        ["bullets", "label", "read", "pass"], parts.SelectMany(p => p.Scores.Select(s => (string[])[p.Part, s.Label, Number(s.Bullets), Number(s.Passed)])));

    private static string Table(IEnumerable<string> head, IEnumerable<string[]> rows)
    {
        var columns = head.ToList();
        var lines = rows.Select(Line).Prepend(Line(columns.Select(_ => "---"))).Prepend(Line(columns));
        return string.Join('\n', lines) + "\n";
    }

    private static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    private static double? Mean(IEnumerable<double?> values) => values.Average();

    private static string Cell(string column, double? value) => value is not { } number ? "–" : Fixed(number, column[0] == 'R' ? 1 : column == "words" ? 0 : column == "rep3" ? 3 : 2);

    private static string Fixed(double value, int digits) => value.ToString($"F{digits}", CultureInfo.InvariantCulture);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
