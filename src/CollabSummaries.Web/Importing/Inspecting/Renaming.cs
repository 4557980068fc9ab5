using CollabSummaries.Transcripts;

namespace CollabSummaries.Web.Importing.Inspecting;

/// <summary>Lays names people gave over those of the files.</summary>
internal static class Renaming
{
    public static Transcript Apply(Transcript transcript, IReadOnlyDictionary<string, string> names)
    {
        if (names.Count == 0)
            return transcript;
        var segments = transcript.Segments.Select(x => x.Speaker is { } speaker ? x with { Speaker = names.GetValueOrDefault(speaker, speaker) } : x).ToList();
        return transcript with { Segments = segments, Speakers = [.. segments.Select(x => x.Speaker).OfType<string>().Distinct(StringComparer.Ordinal)] };
    }
}
