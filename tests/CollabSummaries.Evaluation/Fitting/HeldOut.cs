using System.Text.Json;
using CollabSummaries.Evaluation.Scoring;
using CollabSummaries.Summarization;
using CollabSummaries.Summarization.Inference;
using CollabSummaries.Summarization.Selection;

namespace CollabSummaries.Evaluation.Fitting;

/// <summary>Fits the ranking again and again, each time without one talk or one source, and writes the summaries of what was left out: `score` reads them.</summary>
internal static class HeldOut
{
    private const int Bullets = 5;

    /// <param name="model">Null: quotes only.</param>
    public static async Task WriteAsync(IReadOnlyList<Item> items, IReadOnlyDictionary<string, IReadOnlyList<string>> fixedList, BulletModel? model, string folder, TextWriter output, CancellationToken stop)
    {
        var talks = items.Select(i => new FitTalk(i, Bullets)).ToList();
        var fit = new Fit(talks, [.. items.Select(i => Rouge.Of(string.Join('\n', fixedList[i.Id]), i.ReferenceSummaries))]);
        var summarizer = new Summarizer(model, null, TimeProvider.System);
        await output.WriteLineAsync($"fitted on all: {fit.Without(_ => false)}");
        var fitted = new List<RankingWeights>();
        foreach (var (name, group) in new (string, Func<Item, string>)[] { ("item", i => i.Id), ("source", i => i.Source) })
        {
            var path = Path.Combine(folder, $"held-out-by-{name}.jsonl");
            await using var rows = new StreamWriter(path);
            var folds = new Dictionary<string, RankingWeights>(StringComparer.Ordinal);
            foreach (var talk in talks)
            {
                var left = group(talk.Item);
                if (!folds.TryGetValue(left, out var weights))
                    folds[left] = weights = fit.Without(i => group(i) == left);
                var request = new SummaryRequest(talk.Item.Turns, [], Bullets, model is null, new Dictionary<int, IReadOnlyList<Bullet>>());
                var bullets = new List<string>();
                await foreach (var happened in summarizer.SummarizeAsync(request, talk.Plan(weights), stop))
                {
                    if (happened is PartFinished part)
                        bullets.AddRange(part.Bullets.Select(b => b.Text));
                }

                await rows.WriteLineAsync(JsonSerializer.Serialize(new { id = talk.Item.Id, bullets }).AsMemory(), stop);
            }

            fitted.AddRange(folds.Values);
            await output.WriteLineAsync($"{path}: each talk with weights fitted without its {name}; weights {Range(folds.Values)}");
        }

        var (shipping, losses) = fit.Rounded(fitted);
        await output.WriteLineAsync($"rounded: {shipping}; quotes lose to the list on {(losses.Count == 0 ? "nothing" : string.Join(", ", losses))}");
    }

    private static string Range(IReadOnlyCollection<RankingWeights> folds) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"centroid {folds.Min(w => w.Centroid):F2} to {folds.Max(w => w.Centroid):F2}, text rank {folds.Min(w => w.TextRank):F2} to {folds.Max(w => w.TextRank):F2}, pronouns {folds.Min(w => w.Pronouns):F2} to {folds.Max(w => w.Pronouns):F2}, length {folds.Min(w => w.Length):F2} to {folds.Max(w => w.Length):F2}");
}
