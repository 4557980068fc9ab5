using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CollabSummaries.Transcripts;

namespace CollabSummaries.Cli;

/// <summary>What `import --json` prints: one object, UTF-8, absent values as null.</summary>
internal sealed record ImportResult(
    string Format,
    string Encoding,
    string? Language,
    IReadOnlyList<ImportResultWarning> Warnings,
    IReadOnlyList<string> Speakers,
    IReadOnlyList<Segment> Segments,
    IReadOnlyList<string>? Summary);

/// <summary>A warning as printed: its first line, and how many more it holds for in its message.</summary>
internal sealed record ImportResultWarning(int Line, string Message);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.Never)]
[JsonSerializable(typeof(ImportResult))]
internal sealed partial class ImportJson : JsonSerializerContext
{
    // The output goes to a terminal or a file, never into a page, so letters of all scripts stay readable.
    private static readonly ImportJson Readable = new(new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static async Task WriteAsync(Transcript transcript, Stream output, CancellationToken stop)
    {
        var result = new ImportResult(
            transcript.Format, transcript.Encoding, transcript.Language, [.. transcript.Warnings.Select(w => new ImportResultWarning(w.Line, w.Message))], transcript.Speakers, transcript.Segments, transcript.Summary);
        await JsonSerializer.SerializeAsync(output, result, Readable.ImportResult, stop);
        await output.WriteAsync("\n"u8.ToArray(), stop);
    }
}
