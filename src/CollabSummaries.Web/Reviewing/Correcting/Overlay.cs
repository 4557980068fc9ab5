using CollabSummaries.Transcripts;
using CollabSummaries.Workspace.Talks;

namespace CollabSummaries.Web.Reviewing.Correcting;

/// <summary>What people gave over what the files say: corrections first, then names.</summary>
internal sealed record Overlay(IReadOnlyDictionary<string, string> Names, IReadOnlyList<KeptCorrection> Corrections)
{
    public static Overlay Of(TranscriptSource source) => new(source.Names, source.Corrections);

    /// <summary>The segments of the files, as they were read.</summary>
    public static Transcript Imported(TranscriptSource source) => Bare(
        [.. source.Segments.Select(x => new Segment(x.SegmentId, x.StartMs, x.EndMs, x.ImportedSpeaker, x.ImportedText ?? x.Text, x.FirstLine, x.LastLine))],
        [.. source.Chapters.Select(x => new Chapter(x.Title, x.FirstSegment))]);

    public static Transcript Bare(IReadOnlyList<Segment> segments, IReadOnlyList<Chapter> chapters) => new(
        "", "", null, segments, chapters, [], [.. segments.Select(x => x.Speaker).OfType<string>().Distinct(StringComparer.Ordinal)], new TalkDetails(null, null, null), null);

    /// <summary>The segments to show, and the corrections that fit none of them.</summary>
    public (IReadOnlyList<SegmentNow> Segments, int Stale) Over(Transcript imported)
    {
        var corrected = Transcripts.Corrections.Apply(imported, [.. Corrections.Select(x => new Correction(x.SegmentId, x.Original, x.Corrected, x.Speaker))]);
        var segments = corrected.Transcript.Segments.Zip(imported.Segments).Select(x => new SegmentNow(
            x.First.Id, x.First.StartMs, x.First.EndMs, Shown(x.First.Speaker), x.First.Text, x.First.FirstLine, x.First.LastLine,
            x.Second.Speaker, x.First.Text == x.Second.Text ? null : x.Second.Text));
        return ([.. segments], corrected.Stale.Count);
    }

    public string? Shown(string? speaker) => speaker is null ? null : Names.GetValueOrDefault(speaker, speaker);

    /// <summary>Everybody shown under one of these names is called by the name beside it from now on, all in one step.</summary>
    public Overlay Rename(IReadOnlyDictionary<string, string> shown, IEnumerable<string> imported)
    {
        var names = new Dictionary<string, string>(Names, StringComparer.Ordinal);
        foreach (var name in imported.Concat(Corrections.Select(x => x.Speaker).OfType<string>()).Distinct(StringComparer.Ordinal))
        {
            if (shown.TryGetValue(Shown(name)!, out var to))
                names[name] = to;
        }

        return this with { Names = names };
    }
}
