namespace CollabSummaries.Summarization.Inference.Templates.Jinja.Parsing;

/// <summary>The lexemes of a template, read one after the other, with a limit on how deep things may nest.</summary>
internal sealed class Reader(IReadOnlyList<Lexeme> lexemes)
{
    private const int Deepest = 100;
    private int _at, _depth;

    public Lexeme Current => lexemes[_at];

    public Lexeme Take() => Current.Kind == LexemeKind.End ? throw new TemplateException("the template ends in the middle of something") : lexemes[_at++];

    public bool At(LexemeKind kind, string text, int ahead = 0) => _at + ahead < lexemes.Count && lexemes[_at + ahead].Is(kind, text);

    public bool AtSymbol(string text) => At(LexemeKind.Symbol, text);

    public bool TakeSymbol(string text) => TakeIf(LexemeKind.Symbol, text);

    public bool TakeName(string text) => TakeIf(LexemeKind.Name, text);

    public string ExpectName() => Current.Kind == LexemeKind.Name ? Take().Text : throw Unexpected("a name");

    public void ExpectSymbol(string text)
    {
        if (!TakeSymbol(text))
            throw Unexpected($"'{text}'");
    }

    public void Expect(LexemeKind kind)
    {
        if (Current.Kind != kind)
            throw Unexpected($"{kind}");
        Take();
    }

    public bool AtStatement(params string[] names) => Current.Kind == LexemeKind.OpenStatement && names.Any(n => At(LexemeKind.Name, n, 1));

    public T Nested<T>(Func<T> read)
    {
        if (++_depth > Deepest)
            throw new TemplateException($"it nests deeper than {Deepest}");
        var result = read();
        _depth--;
        return result;
    }

    public TemplateException Unexpected(string wanted) =>
        new($"{wanted} is wanted where {(Current.Text.Length > 0 ? $"'{Current.Text}'" : Current.Kind.ToString())} stands");

    private bool TakeIf(LexemeKind kind, string text)
    {
        var found = Current.Is(kind, text);
        _at += found ? 1 : 0;
        return found;
    }
}
