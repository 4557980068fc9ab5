using System.Text;

namespace CollabSummaries.Transcripts.Export;

/// <summary>Plain text for reading: a paragraph a segment, time and speaker before it where they are known.</summary>
internal static class TextExport
{
    public static string Write(Transcript transcript)
    {
        var text = new StringBuilder();
        foreach (var segment in transcript.Segments)
        {
            if (text.Length > 0) text.Append('\n');
            if (segment.StartMs is { } start) text.Append('[').Append(CueClock.Short(start)).Append("] ");
            if (segment.Speaker is { } speaker) text.Append(speaker).Append(": ");
            text.Append(segment.Text).Append('\n');
        }

        return text.ToString();
    }
}
