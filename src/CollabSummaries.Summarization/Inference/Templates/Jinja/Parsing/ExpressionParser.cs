using System.Globalization;
using CollabSummaries.Summarization.Inference.Templates.Jinja.Values;

namespace CollabSummaries.Summarization.Inference.Templates.Jinja.Parsing;

/// <summary>Reads expressions, weakest binding first: if-else, or, and, not, comparisons, sums, products, powers, tests, filters, signs, members and calls.</summary>
internal sealed class ExpressionParser(Reader reader)
{
    private static readonly string[] s_comparisons = ["==", "!=", "<=", ">=", "<", ">"], s_sums = ["+", "-", "~"], s_products = ["//", "*", "/", "%"];

    public Expression Read() => reader.Nested(() =>
    {
        var then = ReadOr();
        if (!reader.TakeName("if"))
            return then;
        var condition = ReadOr();
        return new Choice(condition, then, reader.TakeName("else") ? Read() : null);
    });

    /// <summary>Values with commas between them are a list.</summary>
    public Expression ReadSequence()
    {
        var first = Read();
        if (!reader.AtSymbol(","))
            return first;
        var all = new List<Expression> { first };
        while (reader.TakeSymbol(",") && !reader.AtSymbol(")"))
            all.Add(Read());
        return new ListLiteral(all);
    }

    /// <summary>A name, or a member of one.</summary>
    public Expression ReadTarget()
    {
        Expression target = new Name(reader.ExpectName());
        return reader.TakeSymbol(".") ? new Member(target, new Literal(Words.Own(reader.ExpectName()))) : target;
    }

    public Expression ReadOr()
    {
        var left = ReadAnd();
        while (reader.TakeName("or"))
            left = new Binary("or", left, ReadAnd());
        return left;
    }

    private Expression ReadAnd()
    {
        var left = ReadNot();
        while (reader.TakeName("and"))
            left = new Binary("and", left, ReadNot());
        return left;
    }

    private Expression ReadNot() => reader.TakeName("not") ? new Unary("not", reader.Nested(ReadNot)) : ReadComparison();

    private Expression ReadComparison()
    {
        var left = ReadSum();
        while (true)
        {
            if (reader.TakeName("in"))
                left = new Binary("in", left, ReadSum());
            else if (reader.At(LexemeKind.Name, "not") && reader.At(LexemeKind.Name, "in", 1) && reader.TakeName("not") && reader.TakeName("in"))
                left = new Unary("not", new Binary("in", left, ReadSum()));
            else if (TakeOne(s_comparisons) is { } comparison)
                left = new Binary(comparison, left, ReadSum());
            else
                return left;
        }
    }

    private Expression ReadSum()
    {
        var left = ReadProduct();
        while (TakeOne(s_sums) is { } sum)
            left = new Binary(sum, left, ReadProduct());
        return left;
    }

    private Expression ReadProduct()
    {
        var left = ReadPower();
        while (TakeOne(s_products) is { } product)
            left = new Binary(product, left, ReadPower());
        return left;
    }

    private Expression ReadPower()
    {
        var left = ReadTest();
        while (reader.TakeSymbol("**"))
            left = new Binary("**", left, ReadTest());
        return left;
    }

    private Expression ReadTest()
    {
        var of = ReadFilter();
        while (reader.TakeName("is"))
        {
            var negated = reader.TakeName("not");
            var name = reader.ExpectName();
            of = new Test(of, Tests.Known(name), negated);
        }

        return of;
    }

    private Expression ReadFilter()
    {
        var of = ReadSign();
        while (reader.TakeSymbol("|"))
        {
            var name = Filters.Known(reader.ExpectName());
            of = new Filter(of, name, reader.AtSymbol("(") ? ReadArguments() : Arguments.None);
        }

        return of;
    }

    private Expression ReadSign() => TakeOne(["-", "+"]) is { } sign ? new Unary(sign, reader.Nested(ReadSign)) : ReadMembers();

    private Expression ReadMembers()
    {
        var of = ReadPrimary();
        while (true)
        {
            if (reader.TakeSymbol("."))
                of = new Member(of, reader.Current.Kind == LexemeKind.Integer ? ReadPrimary() : new Literal(Words.Own(reader.ExpectName())));
            else if (reader.TakeSymbol("["))
                of = ReadIndex(of);
            else if (reader.AtSymbol("("))
                of = new Call(of, ReadArguments());
            else
                return of;
        }
    }

    private Expression ReadIndex(Expression of)
    {
        var parts = new Expression?[3];
        var count = 0;
        for (var expectsPart = true; !reader.TakeSymbol("]");)
        {
            if (count >= 3)
                throw reader.Unexpected("]");
            if (reader.TakeSymbol(":"))
                (count, expectsPart) = (count + 1, true);
            else if (expectsPart)
                (parts[count], expectsPart) = (Read(), false);
            else
                throw reader.Unexpected("]");
        }

        return count == 0 ? new Member(of, parts[0] ?? throw reader.Unexpected("an index")) : new Slice(of, parts[0], parts[1], parts[2]);
    }

    private Arguments ReadArguments()
    {
        var (positional, named) = (new List<Expression>(), new List<(string, Expression)>());
        reader.ExpectSymbol("(");
        while (!reader.TakeSymbol(")"))
        {
            var value = Read();
            if (value is Name name && reader.TakeSymbol("="))
                named.Add((name.Text, Read()));
            else
                positional.Add(value);
            if (!reader.AtSymbol(")"))
                reader.ExpectSymbol(",");
        }

        return new Arguments(positional, named);
    }

    private Expression ReadPrimary()
    {
        var lexeme = reader.Take();
        switch (lexeme.Kind)
        {
            case LexemeKind.Integer:
                return new Literal(long.TryParse(lexeme.Text, CultureInfo.InvariantCulture, out var whole) ? whole : throw new TemplateException($"the number {lexeme.Text} is too large"));
            case LexemeKind.Float:
                return new Literal(double.Parse(lexeme.Text, CultureInfo.InvariantCulture));
            case LexemeKind.String:
                var text = lexeme.Text;
                while (reader.Current.Kind == LexemeKind.String)
                    text += reader.Take().Text;
                return new Literal(Words.Own(text));
            case LexemeKind.Name:
                return new Name(lexeme.Text);
            case LexemeKind.Symbol when lexeme.Text == "(":
                var inside = reader.AtSymbol(")") ? new ListLiteral([]) : ReadSequence();
                reader.ExpectSymbol(")");
                return inside;
            case LexemeKind.Symbol when lexeme.Text == "[":
                return new ListLiteral(ReadUntil("]", Read));
            case LexemeKind.Symbol when lexeme.Text == "{":
                return new MapLiteral(ReadUntil("}", ReadEntry));
            default:
                throw new TemplateException($"'{lexeme.Text}' is not understood where a value is wanted");
        }
    }

    private (Expression Key, Expression Value) ReadEntry()
    {
        var key = Read();
        reader.ExpectSymbol(":");
        return (key, Read());
    }

    private List<T> ReadUntil<T>(string close, Func<T> read)
    {
        var all = new List<T>();
        while (!reader.TakeSymbol(close))
        {
            all.Add(read());
            if (!reader.AtSymbol(close))
                reader.ExpectSymbol(",");
        }

        return all;
    }

    private string? TakeOne(string[] symbols) => Array.Find(symbols, reader.TakeSymbol);
}
