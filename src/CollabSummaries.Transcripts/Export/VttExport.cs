using System.Text;

namespace CollabSummaries.Transcripts.Export;

/// <summary>WebVTT with voices. Chapters have no place in a caption file.</summary>
internal static class VttExport
{
    public static string Write(Transcript transcript)
    {
        var text = new StringBuilder("WEBVTT\n");
        if (transcript.Language is { } language) text.Append("Language: ").Append(language).Append('\n');
        foreach (var (segment, start, end) in CueClock.Cues(transcript.Segments))
        {
            text.Append('\n').Append(CueClock.Write(start, '.')).Append(" --> ").Append(CueClock.Write(end, '.')).Append('\n');
            if (segment.Speaker is { } speaker) text.Append("<v ").Append(Escape(speaker)).Append('>');
            text.Append(Escape(segment.Text)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>An arrow inside the words would begin a cue; `&gt;` escaped breaks it.</summary>
    private static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
