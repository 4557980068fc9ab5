namespace CollabSummaries.Summarization.Inference.Templates.Jinja.Parsing;

/// <summary>What stands in a template, in order.</summary>
internal abstract record Statement;

internal sealed record TextStatement(string Text) : Statement;

internal sealed record PrintStatement(Expression Value) : Statement;

/// <param name="Targets">Names, or one member of a namespace.</param>
/// <param name="Value">Null: the text of the body.</param>
internal sealed record SetStatement(IReadOnlyList<Expression> Targets, Expression? Value, IReadOnlyList<Statement> Body) : Statement;

internal sealed record IfStatement(Expression Condition, IReadOnlyList<Statement> Then, IReadOnlyList<Statement> Else) : Statement;

/// <param name="Filter">Items for which it does not hold are left out; null: none are.</param>
internal sealed record ForStatement(
    IReadOnlyList<string> Names, Expression Items, Expression? Filter, IReadOnlyList<Statement> Body, IReadOnlyList<Statement> Otherwise) : Statement;

internal sealed record MacroStatement(string Name, IReadOnlyList<(string Name, Expression? Default)> Parameters, IReadOnlyList<Statement> Body) : Statement;

internal sealed record BreakStatement : Statement;

internal sealed record ContinueStatement : Statement;

/// <summary>What has a value.</summary>
internal abstract record Expression;

internal sealed record Literal(object? Value) : Expression;

internal sealed record Name(string Text) : Expression;

internal sealed record ListLiteral(IReadOnlyList<Expression> Items) : Expression;

internal sealed record MapLiteral(IReadOnlyList<(Expression Key, Expression Value)> Entries) : Expression;

internal sealed record Member(Expression Of, Expression Key) : Expression;

internal sealed record Slice(Expression Of, Expression? Start, Expression? Stop, Expression? Step) : Expression;

internal sealed record Arguments(IReadOnlyList<Expression> Positional, IReadOnlyList<(string Name, Expression Value)> Named)
{
    public static readonly Arguments None = new([], []);
}

internal sealed record Call(Expression Of, Arguments Arguments) : Expression;

internal sealed record Filter(Expression Of, string Name, Arguments Arguments) : Expression;

internal sealed record Test(Expression Of, string Name, bool Negated) : Expression;

internal sealed record Unary(string Operator, Expression Of) : Expression;

internal sealed record Binary(string Operator, Expression Left, Expression Right) : Expression;

/// <param name="Else">Null: nothing.</param>
internal sealed record Choice(Expression Condition, Expression Then, Expression? Else) : Expression;
