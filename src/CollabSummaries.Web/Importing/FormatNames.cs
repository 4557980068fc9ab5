using CollabSummaries.Transcripts.Import;

namespace CollabSummaries.Web.Importing;

/// <summary>What formats are called on pages.</summary>
internal static class FormatNames
{
    public static string Of(string format) => Find(format) ?? format;

    /// <summary>Null for a name that is no format.</summary>
    public static string? Find(string? format) => TranscriptImport.Formats.FirstOrDefault(x => x.Name == format)?.DisplayName;
}
