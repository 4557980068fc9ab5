using System.Globalization;
using System.Text;

namespace CollabSummaries.Transcripts.Export;

/// <summary>SubRip; a speaker stands before a colon wherever one is known.</summary>
internal static class SrtExport
{
    public static string Write(Transcript transcript)
    {
        var text = new StringBuilder();
        var index = 0;
        foreach (var (segment, start, end) in CueClock.Cues(transcript.Segments))
        {
            text.Append(CultureInfo.InvariantCulture, $"{++index}\n{CueClock.Write(start, ',')} --> {CueClock.Write(end, ',')}\n");
            if (segment.Speaker is { } speaker) text.Append(speaker).Append(": ");
            // An arrow in the words would read as a timing line, and an ampersand or tag as markup.
            text.Append(segment.Text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace("-->", "--&gt;", StringComparison.Ordinal)).Append("\n\n");
        }

        return text.ToString();
    }
}
