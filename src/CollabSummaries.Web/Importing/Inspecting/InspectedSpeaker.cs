using CollabSummaries.Transcripts;

namespace CollabSummaries.Web.Importing.Inspecting;

/// <summary>Somebody a file names.</summary>
/// <param name="Shown">What they will be called.</param>
public sealed record InspectedSpeaker(string Imported, string Shown, int Segments)
{
    public static IReadOnlyList<InspectedSpeaker> Of(Transcript read, IReadOnlyDictionary<string, string> names)
    {
        var counts = read.Segments.Where(x => x.Speaker is not null).CountBy(x => x.Speaker!, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return [.. read.Speakers.Select(x => new InspectedSpeaker(x, names.GetValueOrDefault(x, x), counts.GetValueOrDefault(x)))];
    }
}
