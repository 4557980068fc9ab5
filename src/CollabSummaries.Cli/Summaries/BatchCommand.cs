using System.Text.Json;
using CollabSummaries.Summarization;
using CollabSummaries.Summarization.Inference;

namespace CollabSummaries.Cli.Summaries;

/// <summary>`summarize --batch IN OUT`: one row out for each row in, in order; a row that fails says so and the others go on.</summary>
internal static class BatchCommand
{
    private sealed record Done(string? Id, IReadOnlyList<BulletJson> Bullets);

    private sealed record Failed(string? Id, IReadOnlyList<BulletJson> Bullets, string Error);

    public static async Task<int> RunAsync(SummaryOptions options, CancellationToken stop)
    {
        using var opened = await options.OpenAsync(stop);
        await using var output = Output.Create(options.Files[1]);
        var (rows, failed) = (0, 0);
        await foreach (var (row, id, problem) in Row.ReadAllAsync(options.Files[0], stop))
        {
            object result;
            try
            {
                result = row is null ? new Failed(id, [], problem!) : new Done(row.Id, await SummarizeAsync(opened.Summarizer, row, options, stop));
            }
            catch (Exception e) when (e is CommandException or InvalidOperationException or ModelException)
            {
                result = new Failed(id, [], e.Message);
            }

            failed += result is Failed ? 1 : 0;
            await output.WriteLineAsync(JsonSerializer.Serialize(result, result.GetType(), Json.Options).AsMemory(), stop);
            await Console.Error.WriteLineAsync($"{++rows}: {id}");
        }

        await Console.Error.WriteLineAsync($"{rows} rows, {failed} failed");
        return 0;
    }

    private static async Task<IReadOnlyList<BulletJson>> SummarizeAsync(Summarizer summarizer, Row row, SummaryOptions options, CancellationToken stop)
    {
        var (segments, chapters) = row.Read(stop);
        var bullets = new List<BulletJson>();
        await foreach (var happened in summarizer.SummarizeAsync(Request.For(segments, chapters, options), stop))
        {
            if (happened is PartFinished part)
                bullets.AddRange(part.Bullets.Select(b => BulletJson.Of(b, i => i)));
        }

        return bullets;
    }
}
