using System.Globalization;

namespace CollabSummaries.Web.Importing;

/// <summary>Fields sent with a file; null where the page had none yet.</summary>
/// <param name="Format">Parser chosen by hand; null: detect.</param>
/// <param name="Date">"2026-11-12"; empty: none.</param>
internal sealed record ImportForm(string? Format, string? Title, string? Date, string? MediaUrl)
{
    public static ImportForm Of(IFormCollection fields) => new(
        Field(fields, "format") is { Length: > 0 } format ? format : null, Field(fields, "title"), Field(fields, "date"), Field(fields, "mediaUrl"));

    /// <summary>What is wrong with the fields, one sentence; null: nothing.</summary>
    public string? Problem()
    {
        if (string.IsNullOrWhiteSpace(Title))
            return "The talk needs a title.";
        if (!string.IsNullOrEmpty(Date) && ParsedDate() is null)
            return $"“{Date}” is not a date; write it as 2026-11-12.";
        if (!string.IsNullOrWhiteSpace(MediaUrl) && ParsedUrl() is null)
            return "The address of the recording must begin with https:// or http://.";
        return null;
    }

    public DateOnly? ParsedDate() =>
        DateOnly.TryParseExact(Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    public string? ParsedUrl() =>
        MediaUrl is { Length: <= 2000 } && Uri.TryCreate(MediaUrl.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri.AbsoluteUri : null;

    private static string? Field(IFormCollection fields, string name) => fields.TryGetValue(name, out var values) ? values.ToString() : null;
}
