using System.Globalization;
using System.Text.Json;

namespace CollabSummaries.Benchmarks.Inference;

/// <summary>Every single measurement by name, in the order they were first taken.</summary>
internal sealed class Figures
{
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true };
    private readonly Dictionary<string, List<double>> _byName = [];

    public void Add(string name, double value)
    {
        if (!_byName.TryGetValue(name, out var values))
            _byName[name] = values = [];
        values.Add(value);
    }

    public bool Has(string name) => _byName.ContainsKey(name);

    public double Median(string name)
    {
        var sorted = _byName[name].Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    /// <summary>Median of the quotients within each run: what slowed both in one run drops out.</summary>
    public double Ratio(string name, string other) =>
        _byName[name].Zip(_byName[other], (a, b) => a / b).Order().ToList() is var sorted ? (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2 : 0;

    /// <summary>Mean of the last quarter less that of the second: what is still growing after the beginning.</summary>
    public double Growth(string name) => _byName[name] is var all ? all.TakeLast(all.Count / 4).Average() - all.Skip(all.Count / 4).Take(all.Count / 4).Average() : 0;

    /// <summary>"median (least – most)".</summary>
    public string Text(string name, string format = "0.#") => Has(name)
        ? string.Create(CultureInfo.InvariantCulture, $"{Shown(Median(name), format)} ({Shown(_byName[name].Min(), format)} – {Shown(_byName[name].Max(), format)})")
        : "–";

    public void Write(string file, object about) => File.WriteAllText(file, JsonSerializer.Serialize(new { about, figures = _byName }, s_indented));

    private static string Shown(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
