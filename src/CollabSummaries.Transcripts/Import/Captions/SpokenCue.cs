using CollabSummaries.Transcripts.Import.Words;

namespace CollabSummaries.Transcripts.Import.Captions;

/// <summary>A cue before its speaker is known: `Jane: hello` names one only if the rest of the file bears it out.</summary>
/// <param name="Speaker">Named by markup; null when only its words may name one.</param>
internal sealed record SpokenCue(long? StartMs, long? EndMs, string? Speaker, string Text, int FirstLine, int LastLine);

/// <summary>Takes speakers out of the words of cues and writes the segments.</summary>
internal static class SpokenCues
{
    /// <param name="inherit">A cue without a name goes on with the speaker before, where most cues name one (Zoom).</param>
    public static void Write(IReadOnlyList<SpokenCue> cues, Draft draft, bool inherit)
    {
        var labels = new SpeakerLabels();
        foreach (var cue in cues)
        {
            if (cue.Speaker is null) labels.Offer(cue.Text);
        }

        string? before = null;
        foreach (var cue in cues)
        {
            var (speaker, text) = cue.Speaker is null ? labels.Take(cue.Text) : (cue.Speaker, cue.Text);
            if (speaker is null && inherit && labels.Share * 2 >= 1) speaker = before;
            draft.Add(cue.StartMs, cue.EndMs, speaker, text, cue.FirstLine, cue.LastLine);
            before = speaker;
        }
    }
}
