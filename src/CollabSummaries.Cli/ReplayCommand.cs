using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using CollabSummaries.Editing;

namespace CollabSummaries.Cli;

/// <summary>
/// <c>replay TRACE.json.gz [--json]</c>: types a recorded document again through the port, each transaction as one update written to JSON, read back as
/// the server reads it, and applied. Positions of the trace are code points.
/// </summary>
internal static class ReplayCommand
{
    private static readonly ChangeSetLimits Unlimited = new(int.MaxValue, int.MaxValue, int.MaxValue);

    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        var json = args.Contains("--json");
        if (args.Where(arg => arg != "--json").ToArray() is not [var path]) throw new CommandException("use replay TRACE.json.gz [--json]");
        var trace = await ReadAsync(path, cancellationToken);

        var clock = Stopwatch.StartNew();
        var (text, bytes) = Type(trace, path, cancellationToken);
        var seconds = clock.Elapsed.TotalSeconds;

        var matches = text == trace.EndContent;
        var result = new { transactions = trace.Txns.Count, endMatches = matches, seconds = Math.Round(seconds, 3), bytesStored = bytes };
        Console.WriteLine(json
            ? JsonSerializer.Serialize(result)
            : FormattableString.Invariant($"{result.transactions} transactions in {seconds:0.000} s, {bytes} bytes stored, the end {(matches ? "matches" : "differs")}"));
        return matches ? 0 : throw new CommandException($"{path}: the text after {trace.Txns.Count} transactions differs from endContent at character {FirstDifference(text, trace.EndContent)}");
    }

    private static (string Text, long Bytes) Type(Trace trace, string path, CancellationToken cancellationToken)
    {
        var text = trace.StartContent;
        var bytes = 0L;
        for (var i = 0; i < trace.Txns.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                var row = trace.Txns[i].Change(text).ToJson();
                if (!ChangeSet.TryParse(row, Unlimited, out var update, out var error)) throw new CommandException($"{path}, transaction {i}: {error.Sentence}");
                bytes += Encoding.UTF8.GetByteCount(row);
                text = update.Apply(text);
            }
            catch (Exception e) when (e is ArgumentException or InvalidOperationException)
            {
                throw new CommandException($"{path}, transaction {i}: {e.Message}");
            }
        }
        return (text, bytes);
    }

    private static async Task<Trace> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = File.OpenRead(path);
            await using var unpacked = new GZipStream(file, CompressionMode.Decompress);
            return await JsonSerializer.DeserializeAsync<Trace>(unpacked, TraceJson.Options, cancellationToken)
                ?? throw new CommandException($"{path} holds no trace");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or JsonException)
        {
            throw new CommandException($"{path} cannot be read as a gzipped editing trace: {e.Message}");
        }
    }

    private static int FirstDifference(string a, string b) => a.AsSpan().CommonPrefixLength(b);
}
