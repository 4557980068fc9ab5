namespace CollabSummaries.Summarization.Inference.Templates.Jinja.Parsing;

/// <summary>Reads statements: set, if, for, macro, break, continue. Others are refused by name.</summary>
internal sealed class StatementParser
{
    private readonly Reader _reader;
    private readonly ExpressionParser _expressions;

    private StatementParser(Reader reader) => (_reader, _expressions) = (reader, new ExpressionParser(reader));

    public static IReadOnlyList<Statement> Parse(string template)
    {
        var parser = new StatementParser(new Reader(Lexer.Read(template)));
        var all = parser.Until();
        return parser._reader.Current.Kind == LexemeKind.End ? all : throw parser._reader.Unexpected("the end");
    }

    /// <summary>Statements up to one of the names, which is not taken; without names up to the end.</summary>
    private List<Statement> Until(params string[] names) => _reader.Nested(() =>
    {
        var body = new List<Statement>();
        while (_reader.Current.Kind != LexemeKind.End && !_reader.AtStatement(names))
        {
            if (One() is { } statement)
                body.Add(statement);
        }

        return body;
    });

    private Statement? One()
    {
        var lexeme = _reader.Take();
        if (lexeme.Kind == LexemeKind.Text)
            return new TextStatement(lexeme.Text);
        if (lexeme.Kind == LexemeKind.OpenPrint)
        {
            var value = _expressions.Read();
            _reader.Expect(LexemeKind.ClosePrint);
            return new PrintStatement(value);
        }

        var name = _reader.ExpectName();
        switch (name)
        {
            case "set":
                return Set();
            case "if":
                return If();
            case "for":
                return For();
            case "macro":
                return Macro();
            case "break":
                return Closed(new BreakStatement());
            case "continue":
                return Closed(new ContinueStatement());
            case "generation" or "endgeneration":
                return Closed<Statement?>(null); // Marks what a model is trained on; says nothing about the text.
            default:
                throw new TemplateException($"the statement \"{name}\" is not understood");
        }
    }

    private T Closed<T>(T statement)
    {
        _reader.Expect(LexemeKind.CloseStatement);
        return statement;
    }

    private void End(string name)
    {
        if (!_reader.AtStatement(name))
            throw _reader.Unexpected(name);
        _reader.Take();
        _reader.Take();
        _reader.Expect(LexemeKind.CloseStatement);
    }

    private SetStatement Set()
    {
        List<Expression> targets = [_expressions.ReadTarget()];
        while (_reader.TakeSymbol(","))
            targets.Add(_expressions.ReadTarget());
        if (_reader.TakeSymbol("="))
            return Closed(new SetStatement(targets, _expressions.ReadSequence(), []));
        _reader.Expect(LexemeKind.CloseStatement);
        var body = Until("endset");
        End("endset");
        return new SetStatement(targets, null, body);
    }

    private IfStatement If()
    {
        var condition = _expressions.Read();
        _reader.Expect(LexemeKind.CloseStatement);
        var then = Until("elif", "else", "endif");
        List<Statement> otherwise = [];
        if (_reader.AtStatement("elif"))
        {
            _reader.Take();
            _reader.Take();
            return new IfStatement(condition, then, [_reader.Nested(If)]);
        }

        if (_reader.AtStatement("else"))
            otherwise = Else("endif");
        End("endif");
        return new IfStatement(condition, then, otherwise);
    }

    private List<Statement> Else(string end)
    {
        _reader.Take();
        _reader.Take();
        _reader.Expect(LexemeKind.CloseStatement);
        return Until(end);
    }

    private ForStatement For()
    {
        var brackets = _reader.TakeSymbol("(");
        List<string> names = [_reader.ExpectName()];
        while (_reader.TakeSymbol(","))
            names.Add(_reader.ExpectName());
        if (brackets)
            _reader.ExpectSymbol(")");
        if (!_reader.TakeName("in"))
            throw _reader.Unexpected("in");
        var items = _expressions.ReadOr();
        var filter = _reader.TakeName("if") ? _expressions.Read() : null;
        _reader.Expect(LexemeKind.CloseStatement);
        var body = Until("else", "endfor");
        var otherwise = _reader.AtStatement("else") ? Else("endfor") : [];
        End("endfor");
        return new ForStatement(names, items, filter, body, otherwise);
    }

    private MacroStatement Macro()
    {
        var name = _reader.ExpectName();
        var parameters = new List<(string, Expression?)>();
        _reader.ExpectSymbol("(");
        while (!_reader.TakeSymbol(")"))
        {
            parameters.Add((_reader.ExpectName(), _reader.TakeSymbol("=") ? _expressions.Read() : null));
            if (!_reader.AtSymbol(")"))
                _reader.ExpectSymbol(",");
        }

        _reader.Expect(LexemeKind.CloseStatement);
        var body = Until("endmacro");
        End("endmacro");
        return new MacroStatement(name, parameters, body);
    }
}
