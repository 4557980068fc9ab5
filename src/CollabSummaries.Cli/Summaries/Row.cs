using System.Text;
using System.Text.Json;
using CollabSummaries.Transcripts;
using CollabSummaries.Transcripts.Import;

namespace CollabSummaries.Cli.Summaries;

/// <summary>A line of a file of many transcripts (JSON lines).</summary>
internal sealed record Row(string Id, string? Transcript, IReadOnlyList<RowSegment>? Segments, IReadOnlyList<string>? Sentences)
{
    /// <summary>The row's own segments, or those its transcript is imported to.</summary>
    public (IReadOnlyList<Segment> Segments, IReadOnlyList<Chapter> Chapters) Read(CancellationToken stop)
    {
        if (Segments is not null)
            return ([.. Segments.Select((s, k) => new Segment($"s{k}", null, null, s.Speaker, s.Text, k + 1, k + 1))], []);
        if (Transcript is null)
            throw new CommandException("the row has neither segments nor a transcript");
        var (transcript, refusal) = TranscriptImport.Import(Encoding.UTF8.GetBytes(Transcript), new ImportOptions(), stop);
        return transcript is null ? throw new CommandException($"transcript, line {refusal!.Line}: {refusal.Message}") : (transcript.Segments, transcript.Chapters);
    }

    /// <summary>Line by line, so that a file need not fit in memory.</summary>
    /// <returns>Each row, or its id as far as known and what is wrong with its line.</returns>
    public static async IAsyncEnumerable<(Row? Row, string? Id, string? Problem)> ReadAllAsync(string path, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        var number = 0;
        await foreach (var line in Lines(path).WithCancellation(stop))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
                yield return Parse(line, number);
        }
    }

    private static (Row?, string?, string?) Parse(string line, int number)
    {
        string? id = null;
        try
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("id", out var value))
                id = value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();
            var row = json.RootElement.Deserialize<Row>(Json.Options) ?? throw new JsonException("it is null");
            return row.Id is null ? (null, null, $"line {number} has no id")
                : row.Segments?.Any(s => s?.Text is null) == true ? (null, id, $"line {number} has a segment without text")
                : (row, id, null);
        }
        catch (JsonException e)
        {
            return (null, id, $"line {number} is no such row: {e.Message}");
        }
    }

    private static IAsyncEnumerable<string> Lines(string path)
    {
        if (!File.Exists(path))
            throw new CommandException($"{path}: there is no such file");
        return File.ReadLinesAsync(path, CancellationToken.None);
    }
}

internal sealed record RowSegment(string? Speaker, string Text);
