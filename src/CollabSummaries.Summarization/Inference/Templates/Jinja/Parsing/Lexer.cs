using System.Text;
using System.Text.RegularExpressions;

namespace CollabSummaries.Summarization.Inference.Templates.Jinja.Parsing;

/// <summary>
/// Cuts a template in tags and text, with the white space rules chat templates are written for: white space before a statement that stands first on its line goes (lstrip_blocks), the line end
/// after a statement goes (trim_blocks), a minus takes all white space on its side, and one line end at the very end goes.
/// </summary>
internal sealed partial class Lexer
{
    private readonly string _source;
    private readonly List<Lexeme> _found = [];
    private int _at;

    private Lexer(string source) => _source = source.EndsWith('\n') ? source[..^1] : source;

    public static IReadOnlyList<Lexeme> Read(string template)
    {
        var lexer = new Lexer(template.ReplaceLineEndings("\n"));
        while (lexer._at < lexer._source.Length)
            lexer.ReadTextAndTag();
        lexer._found.Add(new Lexeme(LexemeKind.End, ""));
        return lexer._found;
    }

    private void ReadTextAndTag()
    {
        var open = Tag().Match(_source, _at);
        var end = open.Success ? open.Index : _source.Length;
        var text = _source[_at..end];
        if (open.Success && open.Value.EndsWith('-'))
            text = text.TrimEnd();
        else if (open.Success && open.Value is "{%" or "{#" && StartsLine(end))
            text = text.TrimEnd(' ', '\t');
        if (text.Length > 0)
            _found.Add(new Lexeme(LexemeKind.Text, text));
        _at = end + open.Length;
        if (open.Success && open.Value[1] == '#')
            SkipComment();
        else if (open.Success)
            ReadTag(print: open.Value[1] == '{');
    }

    private bool StartsLine(int at)
    {
        while (at > 0 && _source[at - 1] is ' ' or '\t')
            at--;
        return at == 0 || _source[at - 1] == '\n';
    }

    private void SkipComment()
    {
        var end = _source.IndexOf("#}", _at, StringComparison.Ordinal);
        if (end < 0)
            throw new TemplateException("a comment has no end");
        _at = end + 2;
        SkipAfter(minus: _source[end - 1] == '-', lineEnd: true);
    }

    private void SkipAfter(bool minus, bool lineEnd)
    {
        while (minus && _at < _source.Length && char.IsWhiteSpace(_source[_at]))
            _at++;
        if (!minus && lineEnd && _at < _source.Length && _source[_at] == '\n')
            _at++;
    }

    private void ReadTag(bool print)
    {
        _found.Add(new Lexeme(print ? LexemeKind.OpenPrint : LexemeKind.OpenStatement, ""));
        var close = print ? "}}" : "%}";
        for (var braces = 0; ;)
        {
            while (_at < _source.Length && char.IsWhiteSpace(_source[_at]))
                _at++;
            var minus = string.CompareOrdinal(_source, _at, "-" + close, 0, 3) == 0;
            if (minus || (braces == 0 && string.CompareOrdinal(_source, _at, close, 0, 2) == 0))
            {
                _found.Add(new Lexeme(print ? LexemeKind.ClosePrint : LexemeKind.CloseStatement, ""));
                _at += minus ? 3 : 2;
                SkipAfter(minus, lineEnd: !print);
                return;
            }

            var next = Next();
            braces += next.Text switch { "{" when next.Kind == LexemeKind.Symbol => 1, "}" when next.Kind == LexemeKind.Symbol => -1, _ => 0 };
            _found.Add(next);
        }
    }

    private Lexeme Next()
    {
        var match = Inside().Match(_source, _at);
        if (!match.Success)
            throw new TemplateException(_at >= _source.Length ? "a tag has no end" : $"the character '{_source[_at]}' is not understood inside a tag");
        _at += match.Length;
        if (match.Groups["name"].Success)
            return new Lexeme(LexemeKind.Name, match.Value);
        if (match.Groups["float"].Success)
            return new Lexeme(LexemeKind.Float, match.Value);
        if (match.Groups["int"].Success)
            return new Lexeme(LexemeKind.Integer, match.Value);
        return match.Groups["text"].Success ? new Lexeme(LexemeKind.String, Unescape(match.Value[1..^1])) : new Lexeme(LexemeKind.Symbol, match.Value);
    }

    private static string Unescape(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != '\\')
            {
                result.Append(text[at]);
                continue;
            }

            var code = text[++at];
            var digits = code switch { 'x' => 2, 'u' => 4, _ => 0 };
            if (digits > 0 && at + digits < text.Length && ushort.TryParse(text.AsSpan(at + 1, digits), System.Globalization.NumberStyles.AllowHexSpecifier, null, out var unit))
            {
                result.Append((char)unit);
                at += digits;
                continue;
            }

            result.Append(code switch
            {
                'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', 'v' => '\v', '\'' or '"' or '\\' => code,
                _ => throw new TemplateException($"the escape \\{code} is not understood"),
            });
        }

        return result.ToString();
    }

    [GeneratedRegex(@"\{[%{#]-?")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\G(?:(?<name>[A-Za-z_]\w*)|(?<float>[0-9]+\.[0-9]+)|(?<int>[0-9]+)|(?<text>'(?:[^'\\]|\\.)*'|""(?:[^""\\]|\\.)*"")|\*\*|//|==|!=|<=|>=|[-+*/%~<>=(){}\[\],.:|])", RegexOptions.Singleline)]
    private static partial Regex Inside();
}
