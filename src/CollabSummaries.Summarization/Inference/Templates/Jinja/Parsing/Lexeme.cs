namespace CollabSummaries.Summarization.Inference.Templates.Jinja.Parsing;

internal enum LexemeKind
{
    /// <summary>Text between tags.</summary>
    Text,
    OpenPrint,
    ClosePrint,
    OpenStatement,
    CloseStatement,
    Name,
    String,
    Integer,
    Float,
    Symbol,
    End,
}

internal readonly record struct Lexeme(LexemeKind Kind, string Text)
{
    public bool Is(LexemeKind kind, string text) => Kind == kind && Text == text;
}
