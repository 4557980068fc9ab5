using System.Text;
using CollabSummaries.Transcripts.Import.Captions;
using CollabSummaries.Transcripts.Import.Source;

namespace CollabSummaries.Transcripts.Import.Vtt;

internal enum CueTokenKind
{
    Text,
    Start,
    End,
    Timestamp,
}

/// <param name="Value">Text, tag name, or the digits of a timestamp.</param>
internal readonly record struct CueToken(CueTokenKind Kind, string Value, IReadOnlyList<string> Classes, string Annotation);

/// <summary>The WebVTT cue text tokenizer (specification §6.4).</summary>
/// <param name="lenient">Keep a '&lt;' that opens no tag as text, where the specification swallows what follows it.</param>
internal ref struct CueTokens(ReadOnlySpan<char> text, bool lenient)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _at = 0;

    public bool TryNext(out CueToken token)
    {
        token = default;
        if (_at >= _text.Length) return false;
        token = IsTagHere() ? Tag() : Text();
        return true;
    }

    private readonly bool IsTagHere()
    {
        if (_text[_at] != '<') return false;
        if (!lenient) return true;
        var rest = _text[(_at + 1)..];
        var close = rest.IndexOfAny('>', '<');
        return close > 0 && rest[close] == '>' && (char.IsAsciiDigit(rest[0]) ? rest[..close].Contains(':') : CaptionMarkup.IsTag(rest[..close]));
    }

    private CueToken Text()
    {
        var value = new StringBuilder();
        do
        {
            if (_text[_at] == '&') Reference(value);
            else value.Append(_text[_at++]);
        }
        while (_at < _text.Length && !IsTagHere());
        return new CueToken(CueTokenKind.Text, value.ToString(), [], "");
    }

    private void Reference(StringBuilder value)
    {
        if (Entities.Read(_text[_at..], legacy: true) is var (decoded, length))
        {
            value.Append(decoded);
            _at += length;
        }
        else
        {
            value.Append(_text[_at++]);
        }
    }

    private CueToken Tag()
    {
        _at++;
        if (_at < _text.Length && _text[_at] == '/')
        {
            _at++;
            return new CueToken(CueTokenKind.End, Until(">"), [], "");
        }

        if (_at < _text.Length && char.IsAsciiDigit(_text[_at])) return new CueToken(CueTokenKind.Timestamp, Until(">"), [], "");
        var name = Word();
        var classes = new List<string>();
        while (_at < _text.Length && _text[_at] == '.')
        {
            _at++;
            if (Word() is { Length: > 0 } one) classes.Add(one);
        }

        var annotation = Annotation();
        return new CueToken(CueTokenKind.Start, name, classes, annotation);
    }

    /// <summary>A tag name or class: up to whitespace, a dot or the end of the tag.</summary>
    private string Word()
    {
        var start = _at;
        while (_at < _text.Length && _text[_at] is not ('\t' or '\n' or '\f' or ' ' or '.' or '>')) _at++;
        return _text[start.._at].ToString();
    }

    private string Annotation()
    {
        var value = new StringBuilder();
        while (_at < _text.Length && _text[_at] != '>')
        {
            if (_text[_at] == '&') Reference(value);
            else value.Append(_text[_at++]);
        }

        if (_at < _text.Length) _at++;
        return string.Join(' ', value.ToString().Split(['\t', '\n', '\f', '\r', ' '], StringSplitOptions.RemoveEmptyEntries));
    }

    private string Until(string end)
    {
        var length = _text[_at..].IndexOf(end);
        var value = length < 0 ? _text[_at..] : _text.Slice(_at, length);
        _at += length < 0 ? value.Length : length + end.Length;
        return value.ToString();
    }
}
