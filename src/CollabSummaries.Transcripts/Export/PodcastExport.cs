using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CollabSummaries.Transcripts.Export;

/// <summary>Podcasting 2.0 JSON: a segment each, seconds with three digits, ends only where they are known.</summary>
internal static class PodcastExport
{
    // The file is a download, never part of a page, so letters of all scripts stay readable.
    private static readonly JsonWriterOptions Readable = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Transcript transcript)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteString("version", "1.0.0");
            json.WriteStartArray("segments");
            foreach (var segment in transcript.Segments) WriteSegment(json, segment);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void WriteSegment(Utf8JsonWriter json, Segment segment)
    {
        json.WriteStartObject();
        // An empty speaker says that nobody is named here, so that the one before does not go on.
        json.WriteString("speaker", segment.Speaker ?? "");
        if (segment.StartMs is { } start) json.WriteNumber("startTime", start / 1000m);
        if (segment.EndMs is { } end) json.WriteNumber("endTime", end / 1000m);
        json.WriteString("body", segment.Text);
        json.WriteEndObject();
    }
}
