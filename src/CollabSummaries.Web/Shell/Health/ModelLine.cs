using System.Globalization;
using CollabSummaries.Summarization.Inference;
using CollabSummaries.Summarization.Inference.Catalog;

namespace CollabSummaries.Web.Shell.Health;

/// <summary>A model as a line of the server's page: by icon and word as well as color.</summary>
/// <param name="Tone">CSS class of the tag beside its own.</param>
/// <param name="Note">Why it cannot be used, what loading is at, or why it is not the GPU; null when nothing needs saying.</param>
internal sealed record ModelLine(string Name, bool IsDefault, string Icon, string State, string Tone, string? Note, string? Hash, string Device, string Memory, string Speed)
{
    private const string Unknown = "–";

    public static IReadOnlyList<ModelLine> Of(ModelCatalog catalog) =>
        [.. catalog.Models.Models.Select(m => Of(m.Name, m.Name == catalog.Models.Default, catalog.StateOf(m.Name)))];

    internal static ModelLine Of(string name, bool isDefault, ModelState state) => state switch
    {
        ModelState.Ready { Facts: var facts, Speed: var speed } => new(name, isDefault, "✓", "ready", "ok", facts.DeviceNote, facts.Hash, facts.Device, MemoryOf(facts), SpeedOf(speed)),
        ModelState.Loading { Step: var step } => new(
            name, isDefault, "◐", step.Share is { } share ? string.Create(CultureInfo.InvariantCulture, $"loading, {share:0 %}") : "loading", "model", $"It {step.What}.", null, Unknown, Unknown, Unknown),
        ModelState.Unusable { Why: var why } => new(name, isDefault, "✕", "cannot be used", "bad", why, null, Unknown, Unknown, Unknown),
        _ => new(name, isDefault, "○", "not loaded", "", "It is loaded when a run first asks for it.", null, Unknown, Unknown, Unknown),
    };

    /// <summary>"106 MB", "1.3 GB".</summary>
    public static string Size(long bytes) => bytes >= 1_000_000_000
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:0.0} GB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0} MB");

    private static string MemoryOf(ModelFacts facts) => facts.MaxTokens is { } tokens
        ? string.Create(CultureInfo.InvariantCulture, $"{Size(facts.WeightBytes)} weights, {Size(facts.CacheBytes)} for {facts.AtOnce} texts of {tokens:N0} tokens")
        : $"on its own server, {facts.AtOnce} requests at once";

    private static string SpeedOf(Speed speed) => speed.Now switch
    {
        (0, true) => "writing",
        (0, false) => "nothing written yet",
        ({ } rate, true) => string.Create(CultureInfo.InvariantCulture, $"{rate:0.#} tokens/s now"),
        ({ } rate, false) => string.Create(CultureInfo.InvariantCulture, $"{rate:0.#} tokens/s last"),
    };
}
