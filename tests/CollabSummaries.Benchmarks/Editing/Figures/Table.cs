using System.Globalization;

namespace CollabSummaries.Benchmarks.Editing.Figures;

/// <summary>Markdown, with "middle (least–most)" where there were several runs.</summary>
internal static class Table
{
    private static readonly string[] Heads = ["load", "edits/s", "p50", "p95", "p99", "acknowledged p50", "acknowledged p99", "never shown", "diverged", "server cores", "load cores"];

    public static string Of(string title, IEnumerable<(string Load, IReadOnlyList<Measured> Runs)> rows)
    {
        var lines = new List<string> { title, "", Row(Heads), Row(Heads.Select(_ => "---")) };
        foreach (var (load, runs) in rows)
        {
            string Of(Func<Measured, double> figure) => Spread([.. runs.Select(figure)]);
            lines.Add(Row([
                load, Of(x => x.Reached), Of(x => x.P50), Of(x => x.P95), Of(x => x.P99), Of(x => x.AcknowledgedP50), Of(x => x.AcknowledgedP99),
                Of(x => x.Missing), Of(x => x.Diverged), Of(x => x.ServerCores), Of(x => x.LoadCores)]));
        }

        return string.Join('\n', lines) + "\n";
    }

    public static string Spread(IReadOnlyList<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted switch
        {
            [] => "–",
            [var one] => Number(one),
            _ => $"{Number(sorted[(sorted.Count - 1) / 2])} ({Number(sorted[0])}–{Number(sorted[^1])})",
        };
    }

    private static string Number(double value) => value switch
    {
        double.PositiveInfinity => "never",
        double.NaN => "–",
        0 => "0",
        >= 100 => value.ToString("0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("0.#", CultureInfo.InvariantCulture),
        _ => value.ToString("0.0#", CultureInfo.InvariantCulture),
    };

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";
}
