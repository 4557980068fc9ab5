using System.Text;

namespace CollabSummaries.Transcripts.Export;

/// <summary>Writes transcripts. What is written imports again as the same words, times and speakers as far as the format can hold them.</summary>
public static class TranscriptExport
{
    private static readonly Dictionary<string, (ExportFormat Format, Func<Transcript, string> Write)> Writers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["vtt"] = (new("vtt", "WebVTT", "text/vtt"), VttExport.Write),
        ["srt"] = (new("srt", "SubRip (SRT)", "application/x-subrip"), SrtExport.Write),
        ["txt"] = (new("txt", "Plain text", "text/plain"), TextExport.Write),
        ["md"] = (new("md", "Markdown", "text/markdown"), MarkdownExport.Write),
        ["json"] = (new("json", "Podcasting 2.0 (JSON)", "application/json"), PodcastExport.Write),
    };

    /// <summary>Formats in the order a menu shows them.</summary>
    public static IReadOnlyList<ExportFormat> Formats { get; } = [.. Writers.Values.Select(w => w.Format)];

    /// <summary>The formats that can hold a transcript: captions need times, which are never invented.</summary>
    public static IReadOnlyList<ExportFormat> FormatsFor(Transcript transcript)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        return transcript.Segments.Any(s => s.StartMs is not null) ? Formats : [.. Formats.Where(f => !IsCaptions(f.Name))];
    }

    /// <summary>The transcript as UTF-8 text with LF line ends.</summary>
    /// <param name="transcript">What to write.</param>
    /// <param name="format">Short name of the format.</param>
    /// <exception cref="ArgumentException">For a format that is not in <see cref="FormatsFor"/>.</exception>
    public static string Write(Transcript transcript, string format)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        if (!Writers.TryGetValue(format, out var writer)) throw new ArgumentException($"there is no export format '{format}'; use one of {string.Join(", ", Writers.Keys)}", nameof(format));
        if (!FormatsFor(transcript).Contains(writer.Format)) throw new ArgumentException($"the transcript has no times, which '{format}' needs; use txt, md or json", nameof(format));
        return writer.Write(transcript);
    }

    /// <summary>The same as bytes, as a file holds them.</summary>
    public static byte[] WriteBytes(Transcript transcript, string format) => Encoding.UTF8.GetBytes(Write(transcript, format));

    private static bool IsCaptions(string name) => name is "vtt" or "srt";
}
