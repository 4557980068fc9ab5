using CollabSummaries.Transcripts.Import.Captions;
using CollabSummaries.Transcripts.Import.Source;

namespace CollabSummaries.Transcripts.Import.Vtt;

/// <summary>WebVTT: strict as the specification says, else with everything found in the wild and a warning for it.</summary>
internal static class WebVtt
{
    private const string Signature = "WEBVTT";

    public static FormatReader Reader { get; } = new(new TranscriptFormat("vtt", "WebVTT"), Score, Read);

    /// <summary>Whether the first line is `WEBVTT`, alone or followed by a space or tab.</summary>
    public static bool HasSignature(RawText text) =>
        text.Lines.Length > 0 && text.Lines[0].StartsWith(Signature, StringComparison.Ordinal)
        && (text.Lines[0].Length == Signature.Length || text.Lines[0][Signature.Length] is ' ' or '\t');

    private static double Score(RawText text)
    {
        if (HasSignature(text)) return 1;
        int arrows = 0, commas = 0;
        foreach (var line in text.Lines)
        {
            if (CueTime.Read(line) is not { Start: { } start, End: not null }) continue;
            arrows++;
            if (start.FractionMark == ',') commas++;
        }

        if (arrows == 0 || arrows * 20 < text.Lines.Length) return 0;
        return text.Lines[0].StartsWith(Signature, StringComparison.OrdinalIgnoreCase) ? 0.9 : commas * 2 >= arrows ? 0.45 : 0.7;
    }

    private static void Read(RawText text, Draft draft, CancellationToken stop)
    {
        var cues = new List<SpokenCue>();
        if (draft.Strict)
        {
            foreach (var cue in VttFile.Read(text, draft, stop)) AddVoices(cues, cue, lenient: false);
        }
        else
        {
            foreach (var cue in LenientVtt.Read(text, draft, stop)) AddVoices(cues, cue, lenient: true);
        }

        SpokenCues.Write(cues, draft, inherit: true);
    }

    private static void AddVoices(List<SpokenCue> cues, LenientCue cue, bool lenient)
    {
        var first = cue.FirstLine;
        foreach (var voice in Voices.Of(CueTree.Parse(cue.Text, lenient)))
        {
            var from = cue.TextLine + voice.LinesBefore;
            var block = new Block();
            foreach (var line in voice.Text.Split('\n')) block.Add(line, from++);
            // The id and timing lines belong to the first voice.
            cues.Add(new SpokenCue(cue.StartMs, cue.EndMs, voice.Speaker, block.Text, first ?? block.FirstLine, block.LastLine));
            first = null;
        }
    }

    private static void AddVoices(List<SpokenCue> cues, VttCue cue, bool lenient) =>
        AddVoices(cues, new LenientCue(cue.StartMs, cue.EndMs, cue.Text, cue.FirstLine, cue.TextLine), lenient);
}
