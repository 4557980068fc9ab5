using System.Text;
using CollabSummaries.Transcripts.Import;

namespace CollabSummaries.Transcripts.Tests;

/// <summary>Imports fixtures and literals; a refusal fails the test with its sentence.</summary>
internal static class Reading
{
    public static byte[] Fixture(string path) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Fixtures", path));

    public static Transcript Open(string path, string? format = null, bool strict = false) =>
        Bytes(Fixture(path), new ImportOptions(Path.GetFileName(path), format, strict));

    public static Transcript Text(string text, string? format = null, bool strict = false) =>
        Bytes(Encoding.UTF8.GetBytes(text), new ImportOptions(null, format, strict));

    public static ImportRefusal Refusal(string text, string? format = null, bool strict = false)
    {
        var outcome = TranscriptImport.Import(Encoding.UTF8.GetBytes(text), new ImportOptions(null, format, strict), TestContext.Current.CancellationToken);
        Assert.Null(outcome.Transcript);
        return outcome.Refusal!;
    }

    public static Transcript Bytes(byte[] raw, ImportOptions options)
    {
        var outcome = TranscriptImport.Import(raw, options, TestContext.Current.CancellationToken);
        Assert.True(outcome.Refusal is null, $"line {outcome.Refusal?.Line}: {outcome.Refusal?.Message}");
        return outcome.Transcript!;
    }

    /// <summary>`start-end|speaker|text|first-last` of each segment: short enough to assert whole files.</summary>
    public static string[] Rows(Transcript transcript) =>
        [.. transcript.Segments.Select(s => $"{s.StartMs}-{s.EndMs}|{s.Speaker}|{s.Text}|{s.FirstLine}-{s.LastLine}")];

    /// <summary>`line: message` of each warning.</summary>
    public static string[] Warnings(Transcript transcript) => [.. transcript.Warnings.Select(w => $"{w.Line}: {w.Message}")];
}
