using System.Diagnostics;
using System.Text.Json;
using CollabSummaries.Summarization.Inference;
using CollabSummaries.Summarization.Selection;
using CollabSummaries.Summarization.Writing;
using CollabSummaries.Transcripts;

namespace CollabSummaries.Benchmarks.Inference;

/// <summary>The passages of a talk of 30 sections, each drafted four times as the product does: together through the batch port, section by section, and answer by answer.</summary>
internal sealed class Talk(BenchChoice choice, Figures figures)
{
    private const int SectionCount = 30, Candidates = 4;

    public async Task MeasureAsync(CancellationToken cancellationToken)
    {
        var passages = Passages();
        using var wide = Load(new InferenceOptions().Slots);
        using var narrow = Load(1);
        for (var run = 0; run <= choice.Runs; run++)
        {
            var together = await TimeAsync(wide, [passages], cancellationToken);
            var sections = await TimeAsync(wide, [.. passages.Select(p => new[] { p })], cancellationToken);
            var alone = await TimeAsync(narrow, [passages], cancellationToken);
            Console.Error.WriteLine($"run {run} of {choice.Runs}, talk: {together.Seconds:0.0} s together, {sections.Seconds:0.0} s by section, {alone.Seconds:0.0} s by answer");
            if (run == 0)
                continue;
            figures.Add("talk together", together.Seconds);
            figures.Add("talk by section", sections.Seconds);
            figures.Add("talk by answer", alone.Seconds);
            figures.Add("talk tokens", together.Tokens);
        }
    }

    public void Print()
    {
        Console.WriteLine($"\nA talk of {SectionCount} sections, a passage each, {Candidates} drafts of each passage ({figures.Median("talk tokens"):0} tokens written), seconds, median of {choice.Runs} (least – most)\n");
        Console.WriteLine("| how | seconds | together is faster by |\n|---|---|---|");
        Console.WriteLine($"| all sections together, {new InferenceOptions().Slots} slots | {figures.Text("talk together", "0.00")} | |");
        Console.WriteLine($"| one section after the other | {figures.Text("talk by section", "0.00")} | {figures.Ratio("talk by section", "talk together"):0.00} |");
        Console.WriteLine($"| one answer after the other | {figures.Text("talk by answer", "0.00")} | {figures.Ratio("talk by answer", "talk together"):0.00} |");
    }

    private BulletModel Load(int slots) =>
        ModelLoading.Load(new InferenceOptions { Device = DeviceChoice.Cpu, Slots = slots, Threads = choice.Threads }, CancellationToken.None) is { Model: { } model } ? model : throw new InvalidOperationException("the built-in model does not load");

    private static async Task<(double Seconds, int Tokens)> TimeAsync(BulletModel model, string[][] requests, CancellationToken cancellationToken)
    {
        var (started, tokens) = (Stopwatch.GetTimestamp(), 0);
        foreach (var passages in requests)
        {
            await foreach (var draft in model.WriteAsync(passages, Candidates, cancellationToken))
                tokens += draft.Tokens;
        }

        return (Stopwatch.GetElapsedTime(started).TotalSeconds, tokens);
    }

    /// <summary>The lecture among the tests' talks, its sentences laid into 30 chapters of equal length; planned as for a summary of a bullet each.</summary>
    private static string[] Passages()
    {
        var row = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Inference", "talks.jsonl")).Select(l => JsonSerializer.Deserialize<JsonElement>(l)).Last();
        var sentences = row.GetProperty("segments").EnumerateArray().SelectMany(s => s.GetProperty("text").GetString()!.Split(". ", StringSplitOptions.RemoveEmptyEntries)).ToList();
        var segments = sentences.Select((s, k) => new Segment($"s{k}", null, null, null, $"{s.TrimEnd('.')}.", k + 1, k + 1)).ToList();
        var chapters = Enumerable.Range(0, SectionCount).Select(k => new Chapter($"Part {k + 1}", k * segments.Count / SectionCount)).ToList();
        var plan = SummaryPlan.Of(segments, chapters, SectionCount);
        return [.. plan.Parts.SelectMany(p => p.Chosen.Select(unit => Passage.Around(plan.Units, p.Section, unit).Text))];
    }
}
