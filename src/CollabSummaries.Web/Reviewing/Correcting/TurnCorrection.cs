using CollabSummaries.Workspace.Talks;

namespace CollabSummaries.Web.Reviewing.Correcting;

/// <summary>From what a person made of a turn to corrections of its segments.</summary>
internal static class TurnCorrection
{
    /// <param name="words">Of each segment; those of the file take the correction away.</param>
    /// <param name="speaker">As shown; null: as it is.</param>
    public static Overlay Lay(Overlay overlay, IReadOnlyList<KeptSegment> turn, IReadOnlyList<string> words, string? speaker, string authorKey, DateTimeOffset at)
    {
        var corrections = overlay.Corrections.ToDictionary(x => x.SegmentId, StringComparer.Ordinal);
        string? identity = null;
        if (speaker is not null && turn.Any(x => x.Speaker != speaker))
            (overlay, identity) = Identify(overlay, turn, speaker);
        foreach (var (segment, text) in turn.Zip(words))
        {
            var original = segment.ImportedText ?? segment.Text;
            var known = corrections.GetValueOrDefault(segment.SegmentId);
            var spoken = identity ?? known?.Speaker;
            spoken = spoken == segment.ImportedSpeaker ? null : spoken;
            if (text == original && spoken is null)
            {
                corrections.Remove(segment.SegmentId);
                continue;
            }

            var corrected = text == original ? null : text;
            if (known is null || known.Original != original || known.Corrected != corrected || known.Speaker != spoken)
            {
                corrections[segment.SegmentId] = new KeptCorrection
                {
                    TalkId = segment.TalkId, SegmentId = segment.SegmentId, Original = original, Corrected = corrected, Speaker = spoken, AuthorKey = authorKey, At = at,
                };
            }
        }

        return overlay with { Corrections = [.. corrections.Values] };
    }

    /// <summary>The name to keep for somebody shown under this one: the file's where it names them, else their own, made different from everybody's.</summary>
    private static (Overlay Overlay, string Identity) Identify(Overlay overlay, IReadOnlyList<KeptSegment> turn, string shown)
    {
        var known = overlay.Names.Where(x => x.Value == shown).Select(x => x.Key).FirstOrDefault();
        if (known is not null)
            return (overlay, known);
        var identity = shown;
        for (var n = 2; overlay.Shown(identity) != shown; n++)
            identity = $"{shown} ({n})";
        var names = new Dictionary<string, string>(overlay.Names, StringComparer.Ordinal);
        if (identity != shown || turn.Any(x => x.ImportedSpeaker == identity))
            names[identity] = shown;
        return (overlay with { Names = names }, identity);
    }
}
