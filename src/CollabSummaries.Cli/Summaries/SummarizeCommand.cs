using System.Diagnostics;
using System.Text.Json;
using CollabSummaries.Summarization;
using CollabSummaries.Transcripts.Export;
using CollabSummaries.Transcripts.Import;

namespace CollabSummaries.Cli.Summaries;

/// <summary>`summarize FILE`: the pair format, or JSON with evidence, on standard output.</summary>
internal static class SummarizeCommand
{
    public static async Task<int> RunAsync(IReadOnlyList<string> args, CancellationToken stop)
    {
        var options = SummaryOptions.Parse(args);
        if (options.Batch)
            return await BatchCommand.RunAsync(options, stop);
        var watch = Stopwatch.StartNew();
        var transcript = await ImportCommand.ReadAsync(options.Files[0], new ImportOptions(Path.GetFileName(options.Files[0])), stop);
        using var opened = await options.OpenAsync(stop);
        var bullets = new List<Bullet>();
        Finished? finished = null;
        var parts = 0;
        await foreach (var happened in opened.Summarizer.SummarizeAsync(Request.For(transcript.Segments, transcript.Chapters, options), stop))
        {
            switch (happened)
            {
                case Planned planned:
                    parts = planned.Sections.Count;
                    await Console.Error.WriteLineAsync($"{transcript.Segments.Count} segments, {parts} parts, {opened.Summarizer.Model} on {opened.Summarizer.Device}");
                    break;
                case PartFinished part:
                    bullets.AddRange(part.Bullets);
                    await Console.Error.WriteLineAsync($"part {part.Part + 1} of {parts}: {part.Bullets.Count} bullets");
                    break;
                case Finished end:
                    finished = end;
                    break;
            }
        }

        var run = new RunJson(finished!.Model, finished.Device, finished.PromptTokens, finished.OutputTokens, Math.Round(watch.Elapsed.TotalSeconds, 3), finished.Sections);
        var text = options.Json
            ? JsonSerializer.Serialize(new SummaryJson([.. bullets.Select(b => BulletJson.Of(b, i => transcript.Segments[i].Id))], run), Json.Options) + "\n"
            : PairFormat.Write(transcript.Segments.Select(s => s.Speaker is null ? s.Text : $"{s.Speaker}: {s.Text}"), bullets.Select(b => b.Text));
        await Console.Out.WriteAsync(text);
        return 0;
    }
}
