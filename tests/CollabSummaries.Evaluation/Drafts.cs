using System.Text.Json;
using CollabSummaries.Summarization.Checking;
using CollabSummaries.Summarization.Inference;
using CollabSummaries.Summarization.Selection;
using CollabSummaries.Summarization.Writing;
using CollabSummaries.Transcripts;
using CollabSummaries.Transcripts.Import;

namespace CollabSummaries.Evaluation;

/// <summary>What the model wrote on each passage and what the gate said to it, for people who read and mark. Rows are bullets to read: `gate why` takes them again.</summary>
internal static class Drafts
{
    private const int Candidates = 4;

    /// <summary>Writes a row for each candidate, in the order of the talks.</summary>
    /// <param name="bullets">A talk; null: by its length.</param>
    public static async Task WriteAsync(IEnumerable<(string Id, IReadOnlyList<Segment> Segments, IReadOnlyList<Chapter> Chapters)> talks, int? bullets, BulletModel model, string path, CancellationToken stop)
    {
        await using var output = new StreamWriter(path);
        foreach (var talk in talks)
        {
            var plan = SummaryPlan.Of(talk.Segments, talk.Chapters, bullets);
            var passages = plan.Parts.SelectMany(p => p.Chosen.Select(unit => Passage.Around(plan.Units, p.Section, unit))).ToList();
            await foreach (var draft in model.WriteAsync([.. passages.Select(p => p.Text)], Candidates, stop))
            {
                var passage = passages[draft.Prompt];
                var refused = draft.Ended ? Gate.Refuse(draft.Text, Saying.Of(plan.Units, passage.First, passage.Last), draft.MeanLogProbability) : "unfinished";
                var row = new LabelledBullet(talk.Id, "draft", passage.Text, draft.Text, refused ?? "passes", Math.Round(draft.MeanLogProbability, 3));
                await output.WriteLineAsync(JsonSerializer.Serialize(row, Lines.Names).AsMemory(), stop);
            }
        }
    }

    /// <exception cref="InvalidOperationException">The file is no transcript.</exception>
    public static (string, IReadOnlyList<Segment>, IReadOnlyList<Chapter>) Read(string path, CancellationToken stop)
    {
        var name = Path.GetFileName(path);
        var (transcript, refusal) = TranscriptImport.Import(File.ReadAllBytes(path), new ImportOptions(name), stop);
        return transcript is null ? throw new InvalidOperationException($"{path}, line {refusal!.Line}: {refusal.Message}") : (name, transcript.Segments, transcript.Chapters);
    }
}
