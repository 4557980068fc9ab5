using System.Globalization;
using CollabSummaries.Web.Importing.Joining;

using Microsoft.Extensions.Primitives;

namespace CollabSummaries.Web.Importing;

/// <summary>Fields sent with the files of a talk; null where the page had none yet. Fields of a file come once for each, in the order of the files.</summary>
/// <param name="Formats">Parser chosen by hand; empty: detect.</param>
/// <param name="Starts">Where in the talk each further file begins; empty: guess.</param>
/// <param name="Date">"2026-11-12"; empty: none.</param>
/// <param name="Language">Tag; empty: not known.</param>
internal sealed record ImportForm(
    IReadOnlyList<string> Formats, IReadOnlyList<string> Ways, IReadOnlyList<string> Starts, string? Title, string? Date, string? MediaUrl, string? Language,
    IReadOnlyList<(string From, string To)> Speakers)
{
    private const int LongestName = 200;

    public static ImportForm Of(IFormCollection fields) => new(
        List(fields["format"]), List(fields["way"]), List(fields["begins"]), Field(fields, "title"), Field(fields, "date"), Field(fields, "mediaUrl"), Field(fields, "language"),
        [.. List(fields["speakerFrom"]).Zip(List(fields["speakerTo"]))]);

    /// <summary>What is wrong with the fields, one sentence; null: nothing.</summary>
    public string? Problem()
    {
        if (string.IsNullOrWhiteSpace(Title))
            return "The talk needs a title.";
        if (!string.IsNullOrEmpty(Date) && ParsedDate() is null)
            return $"“{Date}” is not a date; write it as 2026-11-12.";
        if (!string.IsNullOrWhiteSpace(MediaUrl) && ParsedUrl() is null)
            return "The address of the recording must begin with https:// or http://.";
        if (!string.IsNullOrEmpty(Language) && !Languages.IsTag(Language))
            return "The language must be a tag such as en or pt-BR.";
        if (Starts.FirstOrDefault(x => x.Length > 0 && Begins.Find(x) is null) is { } begins)
            return $"“{begins}” is not a time; write it as 1:04:09.";
        if (Speakers.FirstOrDefault(x => x.To.Length > LongestName).From is { } named)
            return $"The name given to “{named}” is too long; {LongestName} characters are the most.";
        return null;
    }

    public DateOnly? ParsedDate() =>
        DateOnly.TryParseExact(Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    public string? ParsedUrl() =>
        MediaUrl is { Length: <= 2000 } && Uri.TryCreate(MediaUrl.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri.AbsoluteUri : null;

    /// <summary>A file with the fields of its place.</summary>
    public ImportFile FileAt(int index, string name, byte[] raw) => new(
        name,
        raw,
        Formats.ElementAtOrDefault(index) is { Length: > 0 } format ? format : null,
        index == 0 ? null : JoinWays.Find(Ways.ElementAtOrDefault(index - 1)),
        index == 0 ? null : Begins.Find(Starts.ElementAtOrDefault(index - 1)));

    /// <summary>Names that were changed; a blank one keeps the file's.</summary>
    public IReadOnlyDictionary<string, string> Names()
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (from, to) in Speakers)
        {
            var name = string.Join(' ', to.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            if (name.Length is > 0 and <= LongestName && name != from)
                names[from] = name;
        }

        return names;
    }

    private static IReadOnlyList<string> List(StringValues values) => [.. values.Select(x => x ?? "")];

    private static string? Field(IFormCollection fields, string name) => fields.TryGetValue(name, out var values) ? values.ToString() : null;
}
