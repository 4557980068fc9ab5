using System.Globalization;
using CollabSummaries.Transcripts.Import.Json;
using CollabSummaries.Transcripts.Import.Source;

namespace CollabSummaries.Transcripts.Import.Recognizers;

/// <param name="Chars">Where the words stand, when the file is JSON.</param>
internal sealed record WhisperSegment(long? StartMs, long? EndMs, string? Speaker, string Text, SourceChars? Chars = null);

/// <summary>Whisper falls into loops over silence and repeats one line: five or more in a row become one, with a warning. Fewer may be speech and stay.</summary>
internal sealed class WhisperLoop(Draft draft)
{
    private const int Fewest = 5;

    private readonly List<(WhisperSegment Segment, int First, int Last)> _alike = [];

    public void Add(WhisperSegment segment, JsonValue at) => Add(segment, at.Line, at.LastLine);

    public void Add(WhisperSegment segment, int firstLine, int lastLine)
    {
        if (string.IsNullOrWhiteSpace(segment.Text))
        {
            draft.WarnAlike(firstLine, "the segment has no text and was left out");
            return;
        }

        if (_alike.Count > 0 && (_alike[0].Segment.Text.Trim() != segment.Text.Trim() || _alike[0].Segment.Speaker != segment.Speaker)) End();
        _alike.Add((segment, firstLine, lastLine));
    }

    public void End()
    {
        if (_alike.Count >= Fewest)
        {
            var (first, line, _) = _alike[0];
            draft.Warn(line, string.Create(CultureInfo.InvariantCulture,
                $"the same words stand here {_alike.Count:N0} times in a row, as a recognizer writes over silence; they were read once"));
            draft.Joined += _alike.Count - 1;
            var end = _alike[^1].Segment.EndMs;
            draft.Add(first.StartMs, first.StartMs is null ? null : end, first.Speaker, first.Text, line, _alike[^1].Last, first.Chars);
        }
        else
        {
            foreach (var (s, first, last) in _alike) draft.Add(s.StartMs, s.StartMs is null ? null : s.EndMs, s.Speaker, s.Text, first, last, s.Chars);
        }

        _alike.Clear();
    }
}
