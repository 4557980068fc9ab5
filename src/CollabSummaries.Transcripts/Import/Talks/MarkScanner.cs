using CollabSummaries.Transcripts.Import.Source;
using CollabSummaries.Transcripts.Import.Words;

namespace CollabSummaries.Transcripts.Import.Talks;

/// <summary>Reads the mark at the start of a line. Markdown around it (`**`, `__`, `\[`) is skipped.</summary>
internal ref struct MarkScanner(ReadOnlySpan<char> line)
{
    private const int LongestPrefix = 90;

    private readonly ReadOnlySpan<char> _line = line;
    private int _at = 0;

    public static Mark? Read(ReadOnlySpan<char> line)
    {
        var scanner = new MarkScanner(line);
        return scanner.ReadMark();
    }

    private Mark? ReadMark()
    {
        SkipMarkup();
        // `>>` says in captions that another speaks now.
        if (_line[_at..].StartsWith(">>")) SkipAny(">");
        if (ReadTime() is { } time)
        {
            var after = _at;
            SkipMarkup();
            var dashed = SkipAny("-–—|");
            return (ReadName(loosely: false) ?? (dashed ? ReadNameAlone() : null)) is { } named
                ? new Mark(time.Bracketed ? MarkKind.BracketTime : MarkKind.BareTime, named, time.Ms, _at)
                : Bare(time, after);
        }

        return ReadNameFirst();
    }

    private Mark? Bare((long Ms, bool Bracketed, int Fields) time, int after)
    {
        // "10:30 we met" is prose unless the file shows otherwise; "10:30pm" and "10:30-11" are never marks.
        if (!time.Bracketed && after < _line.Length && !Blank.Is(_line[after]) && _line[after] is not ('*' or '_')) return null;
        _at = after;
        SkipMarkup();
        return new Mark(time.Bracketed ? MarkKind.BracketTime : MarkKind.BareTime, null, time.Ms, _at);
    }

    private Mark? ReadNameFirst()
    {
        var start = _at;
        if (ReadName(loosely: true) is { } name)
        {
            var rest = _at;
            if (ReadTime() is { } time && (time.Fields == 3 || time.Bracketed || Blank.Is(_line[_at..])))
            {
                var glued = _at < _line.Length && !Blank.Is(_line[_at]);
                SkipMarkup();
                return new Mark(MarkKind.NameTime, name, time.Ms, _at, glued);
            }

            return SpeakerName.Fits(name) ? new Mark(MarkKind.Name, name, null, rest) : null;
        }

        return ReadNameThenBracket(start);
    }

    /// <summary>`Jane Doe [00:01:02]` or `Jane Doe (00:01:02):`, alone or with words after the colon.</summary>
    private Mark? ReadNameThenBracket(int start)
    {
        var window = _line[start..Math.Min(_line.Length, start + LongestPrefix)];
        var bracket = window.IndexOfAny('[', '(');
        if (bracket <= 0) return null;
        var name = window[..bracket].Trim(" \t\u00A0*_\\");
        _at = start + bracket;
        if (!SpeakerName.Fits(name) || ReadTime() is not { } time) return null;
        SkipAny("*_");
        var colon = _at < _line.Length && _line[_at] == ':';
        if (colon) _at++;
        SkipMarkup();
        return colon || Blank.Is(_line[_at..]) ? new Mark(MarkKind.NameTime, name.ToString(), time.Ms, _at) : null;
    }

    /// <summary>A clock, bare or in brackets; the place moves behind it.</summary>
    private (long Ms, bool Bracketed, int Fields)? ReadTime()
    {
        var at = _at;
        if (at < _line.Length && _line[at] == '\\') at++;
        var open = at < _line.Length ? _line[at] : '\0';
        var bracketed = open is '[' or '(';
        if (bracketed) at++;
        if (Clock.Read(_line[at..]) is not { } clock) return null;
        at += clock.Length;
        if (bracketed)
        {
            if (at < _line.Length && _line[at] == '\\') at++;
            if (at >= _line.Length || _line[at] != (open == '[' ? ']' : ')')) return null;
            at++;
        }

        _at = at;
        return (clock.Ms, bracketed, clock.Fields);
    }

    /// <summary>A name up to its colon; the place moves behind colon, markup and spaces.</summary>
    private string? ReadName(bool loosely)
    {
        var window = _line[_at..Math.Min(_line.Length, _at + LongestPrefix)];
        var colon = window.IndexOf(':');
        if (colon <= 0) return null;
        var after = _at + colon + 1;
        if (after < _line.Length && !Blank.Is(_line[after]) && _line[after] is not ('*' or '_')) return null;
        var name = window[..colon].Trim(" \t\u00A0*_");
        if (!(loosely ? SpeakerName.FitsLoosely(name) : SpeakerName.Fits(name))) return null;
        _at = after;
        SkipMarkup();
        return name.ToString();
    }

    /// <summary>`[00:00:05] - Jane Doe`, `0:05 - Jane Doe (ACME)`: the rest of the line is a name, the words stand below.</summary>
    private string? ReadNameAlone()
    {
        var name = _line[_at..].Trim(" \t\u00A0*_");
        if (name.Length > LongestPrefix || !SpeakerName.Fits(name) || Sentence.EndsIn(name)) return null;
        _at = _line.Length;
        return name.ToString();
    }

    private void SkipMarkup()
    {
        while (_at < _line.Length)
        {
            var pair = _line[_at] is '*' or '_' && _at + 1 < _line.Length && _line[_at + 1] == _line[_at];
            if (pair) _at += 2;
            else if (Blank.Is(_line[_at])) _at++;
            else break;
        }
    }

    private bool SkipAny(ReadOnlySpan<char> marks)
    {
        var start = _at;
        while (_at < _line.Length && (marks.Contains(_line[_at]) || Blank.Is(_line[_at]))) _at++;
        if (_at == _line.Length) _at = start;
        return _at > start;
    }
}
