using System.Text.Json;
using CollabSummaries.Summarization.Checking;
using CollabSummaries.Summarization.Inference;
using CollabSummaries.Summarization.Selection;
using CollabSummaries.Summarization.Writing;
using CollabSummaries.Transcripts;

namespace CollabSummaries.Evaluation;

/// <summary>What the model wrote on each passage and what the gate said to it, for people who read and mark.</summary>
internal static class Drafts
{
    private const int Candidates = 4;

    private sealed record Written(string Id, string Passage, string Bullet, int Candidate, double MeanLogProbability, string? Refused);

    /// <summary>Writes a row for each candidate, in the order of the items.</summary>
    public static async Task WriteAsync(IReadOnlyList<Item> items, int bullets, BulletModel model, string path, CancellationToken stop)
    {
        await using var output = new StreamWriter(path);
        foreach (var item in items)
        {
            var plan = SummaryPlan.Of([.. item.Segments.Select((s, k) => new Segment($"s{k}", null, null, s.Speaker, s.Text, k + 1, k + 1))], [], bullets);
            var passages = plan.Parts.SelectMany(p => p.Chosen.Select(unit => Passage.Around(plan.Units, p.Section, unit))).ToList();
            await foreach (var draft in model.WriteAsync([.. passages.Select(p => p.Text)], Candidates, stop))
            {
                var passage = passages[draft.Prompt];
                var refused = draft.Ended ? Gate.Refuse(draft.Text, Saying.Of(plan.Units, passage.First, passage.Last), draft.MeanLogProbability) : "unfinished";
                var row = new Written(item.Id, passage.Text, draft.Text, draft.Candidate, Math.Round(draft.MeanLogProbability, 3), refused);
                await output.WriteLineAsync(JsonSerializer.Serialize(row, JsonSerializerOptions.Web).AsMemory(), stop);
            }
        }
    }
}
