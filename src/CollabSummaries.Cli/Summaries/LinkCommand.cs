using System.Text.Json;
using CollabSummaries.Summarization.Checking;

namespace CollabSummaries.Cli.Summaries;

/// <summary>`link IN OUT`: for each sentence of each row the segments it rests on, best first.</summary>
internal static class LinkCommand
{
    private sealed record Linked(string? Id, IReadOnlyList<IReadOnlyList<int>> Links);

    private sealed record Failed(string? Id, IReadOnlyList<IReadOnlyList<int>> Links, string Error);

    public static async Task<int> RunAsync(IReadOnlyList<string> args, CancellationToken stop)
    {
        if (args.Count != 2)
            throw new CommandException("two files are needed; use link IN OUT");
        await using var output = Output.Create(args[1]);
        var rows = 0;
        await foreach (var (row, id, problem) in Row.ReadAllAsync(args[0], stop))
        {
            var result = Link(row, id, problem, stop);
            await output.WriteLineAsync(JsonSerializer.Serialize(result, result.GetType(), Json.Options).AsMemory(), stop);
            rows++;
        }

        await Console.Error.WriteLineAsync($"{rows} rows");
        return 0;
    }

    private static object Link(Row? row, string? id, string? problem, CancellationToken stop)
    {
        if (row?.Sentences is null)
            return new Failed(id, [], problem ?? "the row has no sentences");
        try
        {
            var index = new EvidenceIndex(row.Read(stop).Segments);
            return new Linked(row.Id, [.. row.Sentences.Select(s => index.Link(s).Select(p => p.Segment).ToList())]);
        }
        catch (CommandException e)
        {
            return new Failed(id, [], e.Message);
        }
    }
}
