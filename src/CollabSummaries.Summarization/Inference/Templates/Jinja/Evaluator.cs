using CollabSummaries.Summarization.Inference.Templates.Jinja.Parsing;
using CollabSummaries.Summarization.Inference.Templates.Jinja.Values;

namespace CollabSummaries.Summarization.Inference.Templates.Jinja;

/// <summary>Finds the values of expressions.</summary>
internal static class Evaluator
{
    public static object? Evaluate(Expression expression, Scope scope) => expression switch
    {
        Literal literal => literal.Value,
        Name name => scope[name.Text],
        ListLiteral list => list.Items.Select(item => Evaluate(item, scope)).ToList(),
        MapLiteral map => Map(map, scope),
        Member member => Member(Evaluate(member.Of, scope), Evaluate(member.Key, scope)),
        Slice slice => Slices.Take(Evaluate(slice.Of, scope), Part(slice.Start, scope), Part(slice.Stop, scope), Part(slice.Step, scope)),
        Call call => Call(call, scope),
        Filter filter => Filters.Apply(filter.Name, Evaluate(filter.Of, scope), Give(filter.Arguments, scope)),
        Test test => Tests.Ask(test.Name, Evaluate(test.Of, scope)) != test.Negated,
        Unary unary => Operators.Unary(unary.Operator, Evaluate(unary.Of, scope)),
        Binary { Operator: "and" } and => Evaluate(and.Left, scope) is var left && Value.IsTrue(left) ? Evaluate(and.Right, scope) : left,
        Binary { Operator: "or" } or => Evaluate(or.Left, scope) is var left && Value.IsTrue(left) ? left : Evaluate(or.Right, scope),
        Binary binary => Operators.Binary(binary.Operator, Evaluate(binary.Left, scope), Evaluate(binary.Right, scope)),
        Choice choice => Value.IsTrue(Evaluate(choice.Condition, scope)) ? Evaluate(choice.Then, scope) : choice.Else is null ? Undefined.Value : Evaluate(choice.Else, scope),
        _ => throw new TemplateException("an expression is not understood"),
    };

    private static int? Part(Expression? part, Scope scope) => part is null ? null : Evaluate(part, scope) is var value and not null ? Value.NeedWhole(value) : null;

    private static MapValue Map(MapLiteral literal, Scope scope)
    {
        var map = new MapValue();
        foreach (var (key, value) in literal.Entries)
            map[Value.NeedWords(Evaluate(key, scope)).Text] = Evaluate(value, scope);
        return map;
    }

    private static object? Member(object? of, object? key) => (of, key) switch
    {
        (MapValue map, Words name) when map.Has(name.Text) => map[name.Text],
        (MapValue { Writable: false } map, Words name) => Methods.Of(map, name.Text),
        (Words text, Words name) => Methods.Of(text, name.Text),
        (List<object?> list, long at) => (at < 0 ? at + list.Count : at) is var k && k >= 0 && k < list.Count ? list[(int)k] : Undefined.Value,
        (List<object?> list, Words { Text: "length" }) => (long)list.Count,
        (Words text, long at) => (at < 0 ? at + text.Text.Length : at) is var k && k >= 0 && k < text.Text.Length ? text.Slice((int)k, 1) : Undefined.Value,
        _ => Undefined.Value,
    };

    private static Given Give(Arguments arguments, Scope scope) => new(
        [.. arguments.Positional.Select(p => Evaluate(p, scope))],
        arguments.Named.GroupBy(n => n.Name).ToDictionary(n => n.Key, n => Evaluate(n.Last().Value, scope)));

    private static object? Call(Call call, Scope scope)
    {
        if (Evaluate(call.Of, scope) is not Function function)
            throw new TemplateException($"{Said(call.Of)} is called, but is no function this program knows");
        var given = Give(call.Arguments, scope);
        return function(given.Positional, given.ByName);
    }

    private static string Said(Expression of) => of switch
    {
        Name name => $"\"{name.Text}\"",
        Member { Key: Literal { Value: Words name } } => $"\".{name.Text}\"",
        _ => "a value",
    };
}
