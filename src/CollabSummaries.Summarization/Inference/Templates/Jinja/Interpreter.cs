using CollabSummaries.Summarization.Inference.Templates.Jinja.Parsing;
using CollabSummaries.Summarization.Inference.Templates.Jinja.Values;

namespace CollabSummaries.Summarization.Inference.Templates.Jinja;

/// <summary>Carries out a template's statements. A template that does not come to an end is stopped, by steps and by depth.</summary>
internal sealed class Interpreter
{
    private const int MostSteps = 200_000, Deepest = 50;
    private int _steps, _depth;

    private enum Leaving
    {
        Nothing,
        Turn,
        Loop,
    }

    public static Words Run(IReadOnlyList<Statement> template, Scope names)
    {
        var output = new List<Words>();
        new Interpreter().Run(template, names, output);
        return Words.Join(output);
    }

    private Leaving Run(IReadOnlyList<Statement> body, Scope scope, List<Words> output)
    {
        foreach (var statement in body)
        {
            if (++_steps > MostSteps)
                throw new TemplateException("it does not come to an end");
            var leaving = Run(statement, scope, output);
            if (leaving != Leaving.Nothing)
                return leaving;
        }

        return Leaving.Nothing;
    }

    private Leaving Run(Statement statement, Scope scope, List<Words> output)
    {
        switch (statement)
        {
            case TextStatement text:
                output.Add(Words.Own(text.Text));
                return Leaving.Nothing;
            case PrintStatement print:
                output.Add(Value.ToWords(Evaluator.Evaluate(print.Value, scope)));
                return Leaving.Nothing;
            case SetStatement set:
                Set(set, scope);
                return Leaving.Nothing;
            case IfStatement choice:
                return Run(Value.IsTrue(Evaluator.Evaluate(choice.Condition, scope)) ? choice.Then : choice.Else, scope, output);
            case ForStatement loop:
                For(loop, scope, output);
                return Leaving.Nothing;
            case MacroStatement macro:
                scope[macro.Name] = (Function)((positional, named) => Macro(macro, scope, positional, named));
                return Leaving.Nothing;
            case BreakStatement:
                return Leaving.Loop;
            default:
                return Leaving.Turn;
        }
    }

    private Words Text(IReadOnlyList<Statement> body, Scope scope)
    {
        var output = new List<Words>();
        Run(body, scope, output);
        return Words.Join(output);
    }

    private void Set(SetStatement set, Scope scope)
    {
        var value = set.Value is null ? Text(set.Body, scope) : Evaluator.Evaluate(set.Value, scope);
        if (set.Targets.Count == 1 && set.Targets[0] is Member { Key: Literal { Value: Words name } } member)
        {
            var space = Evaluator.Evaluate(member.Of, scope) as MapValue;
            if (space is not { Writable: true })
                throw new TemplateException("only members of a namespace can be set");
            space[name.Text] = value;
            return;
        }

        Assign([.. set.Targets.Select(t => t is Name single ? single.Text : throw new TemplateException("several members are set at once"))], value, scope);
    }

    private static void Assign(IReadOnlyList<string> names, object? value, Scope scope)
    {
        if (names.Count == 1)
        {
            scope[names[0]] = value;
            return;
        }

        if (value is not List<object?> list || list.Count != names.Count)
            throw new TemplateException($"{names.Count} names are given {(value is List<object?> { Count: var count } ? $"{count} values" : Value.NameOf(value))}");
        for (var k = 0; k < names.Count; k++)
            scope[names[k]] = list[k];
    }

    private void For(ForStatement loop, Scope outer, List<Words> output)
    {
        var items = Evaluator.Evaluate(loop.Items, outer) switch
        {
            List<object?> list => list,
            MapValue map => map.Entries.Select(e => (object?)Words.Own(e.Key)).ToList(),
            var other => throw new TemplateException($"a loop over {Value.NameOf(other)}"),
        };
        Scope Turn(object? item)
        {
            var scope = new Scope(outer);
            Assign(loop.Names, item, scope);
            return scope;
        }

        if (loop.Filter is not null)
            items = [.. items.Where(item => Value.IsTrue(Evaluator.Evaluate(loop.Filter, Turn(item))))];
        for (var k = 0; k < items.Count; k++)
        {
            var scope = Turn(items[k]);
            scope["loop"] = Loop(items, k);
            if (Run(loop.Body, scope, output) == Leaving.Loop)
                break;
        }

        if (items.Count == 0)
            Run(loop.Otherwise, new Scope(outer), output);
    }

    private static MapValue Loop(List<object?> items, int k) => new()
    {
        ["index"] = k + 1L, ["index0"] = (long)k, ["revindex"] = (long)items.Count - k, ["revindex0"] = items.Count - k - 1L,
        ["first"] = k == 0, ["last"] = k == items.Count - 1, ["length"] = (long)items.Count,
        ["previtem"] = k > 0 ? items[k - 1] : Undefined.Value, ["nextitem"] = k + 1 < items.Count ? items[k + 1] : Undefined.Value,
    };

    private Words Macro(MacroStatement macro, Scope outer, IReadOnlyList<object?> positional, IReadOnlyDictionary<string, object?> named)
    {
        if (positional.Count > macro.Parameters.Count || named.Keys.Any(n => macro.Parameters.All(p => p.Name != n)))
            throw new TemplateException($"the macro \"{macro.Name}\" is called with values it does not take");
        if (++_depth > Deepest)
            throw new TemplateException($"the macro \"{macro.Name}\" calls itself too often");
        var scope = new Scope(outer);
        for (var k = 0; k < macro.Parameters.Count; k++)
        {
            var (name, otherwise) = macro.Parameters[k];
            scope[name] = k < positional.Count ? positional[k] : named.TryGetValue(name, out var value) ? value : otherwise is null ? Undefined.Value : Evaluator.Evaluate(otherwise, scope);
        }

        var text = Text(macro.Body, scope);
        _depth--;
        return text;
    }
}
