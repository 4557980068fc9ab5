using System.Text;
using CollabSummaries.Transcripts.Import.Json;
using CollabSummaries.Transcripts.Import.Source;
using CollabSummaries.Transcripts.Import.Words;

namespace CollabSummaries.Transcripts.Import.Recognizers;

/// <summary>Builds segments from single words: a new one at a sentence end, another speaker, a pause, or after forty words.</summary>
internal sealed class WordRun(Draft draft)
{
    private const long PauseMs = 2000;
    private const int MostWords = 40;

    private readonly StringBuilder _text = new();
    private string? _speaker;
    private long? _startMs;
    private long? _endMs;
    private int _words;
    private int _firstLine;
    private int _lastLine;
    private SourceChars _chars;

    /// <summary>Adds a word; one that is punctuation alone joins the word before it.</summary>
    public void Add(JsonValue? value, long? startMs, long? endMs, string? speaker, JsonValue at)
    {
        var word = value?.Text?.Trim();
        if (string.IsNullOrEmpty(word)) return;
        var mark = _words > 0 && word.All(c => char.IsPunctuation(c) && c is not ('(' or '[' or '“' or '¿' or '¡' or '-' or '–' or '—'));
        if (!mark && _words > 0 && EndsBefore(startMs, speaker)) End();
        if (_words == 0) (_speaker, _startMs, _firstLine, _chars) = (speaker, startMs, at.Line, value!.Inside);
        else if (!mark) _text.Append(' ');
        _startMs ??= startMs;
        _text.Append(word);
        _endMs = endMs ?? _endMs;
        _lastLine = at.LastLine;
        _chars = _chars.Through(value!.Inside);
        if (!mark) _words++;
    }

    public void End()
    {
        if (_words > 0) draft.Add(_startMs, _startMs is null ? null : _endMs, _speaker, _text.ToString(), _firstLine, _lastLine, _chars);
        draft.Joined += Math.Max(0, _words - 1);
        _text.Clear();
        (_words, _startMs, _endMs) = (0, null, null);
    }

    private bool EndsBefore(long? startMs, string? speaker) =>
        speaker != _speaker || _words >= MostWords || startMs - _endMs > PauseMs || Sentence.EndsIn(Last());

    /// <summary>The end of the text is enough to see whether a sentence ends, so that a long run stays linear.</summary>
    private string Last() => _text.ToString(Math.Max(0, _text.Length - 40), Math.Min(40, _text.Length));
}
