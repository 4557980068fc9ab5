using CollabSummaries.Transcripts.Import.Json;
using CollabSummaries.Transcripts.Import.Source;

namespace CollabSummaries.Transcripts.Import.Recognizers;

/// <summary>Gathers segments of several channels and writes them in the order of their times.</summary>
internal sealed class ChannelTracks(Draft draft)
{
    private readonly List<(long? StartMs, long? EndMs, string? Speaker, string Text, int FirstLine, int LastLine, SourceChars? Chars)> _segments = [];
    private readonly Draft _words = new(false, new RawText([], "", []));
    private WordRun? _run;
    private string? _speaker;

    /// <summary>Says who speaks what is added next.</summary>
    public ChannelTracks Begin(string? speaker)
    {
        _speaker = speaker;
        return this;
    }

    public void AddSegment(long? startMs, long? endMs, JsonValue? text, JsonValue at)
    {
        if (string.IsNullOrWhiteSpace(text?.Text)) draft.WarnAlike(at.Line, "the segment has no text and was left out");
        else _segments.Add((startMs, endMs, _speaker, text.Text, at.Line, at.LastLine, text.Inside));
    }

    public void AddWord(JsonValue? word, long? startMs, long? endMs, JsonValue at) =>
        (_run ??= new WordRun(_words)).Add(word, startMs, endMs, _speaker, at);

    /// <summary>Ends the words of one channel.</summary>
    public void EndRun()
    {
        _run?.End();
    }

    public void Write()
    {
        EndRun();
        draft.Joined += _words.Joined;
        _segments.AddRange(_words.Segments.Select(s => (s.StartMs, s.EndMs, s.Speaker, s.Text, s.FirstLine, s.LastLine, SourceChars.Of(s))));
        // OrderBy keeps the order of the file where times are equal or missing.
        foreach (var s in _segments.OrderBy(s => s.StartMs ?? 0)) draft.Add(s.StartMs, s.StartMs is null ? null : s.EndMs, s.Speaker, s.Text, s.FirstLine, s.LastLine, s.Chars);
    }
}
