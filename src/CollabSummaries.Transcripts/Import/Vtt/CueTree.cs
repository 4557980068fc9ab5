namespace CollabSummaries.Transcripts.Import.Vtt;

/// <summary>Builds the tree of a cue's text (specification §6.4, cue text parsing rules).</summary>
internal static class CueTree
{
    public static CueNode Parse(ReadOnlySpan<char> text, bool lenient)
    {
        var root = new CueNode(CueNodeKind.Root, "", []);
        var open = new Stack<CueNode>([root]);
        var tokens = new CueTokens(text, lenient);
        while (tokens.TryNext(out var token))
        {
            switch (token.Kind)
            {
                case CueTokenKind.Text:
                    open.Peek().Children.Add(new CueNode(CueNodeKind.Text, token.Value, []));
                    break;
                case CueTokenKind.Start:
                    Start(open, token);
                    break;
                case CueTokenKind.End:
                    End(open, token.Value);
                    break;
                default:
                    Timestamp(open.Peek(), token.Value);
                    break;
            }
        }

        return root;
    }

    private static void Start(Stack<CueNode> open, CueToken token)
    {
        if (KindOf(token.Value) is not { } kind) return;
        if (kind == CueNodeKind.RubyText && open.Peek().Kind != CueNodeKind.Ruby) return;
        // A tree deeper than this comes from no author; its text is kept at this depth.
        if (open.Count > 100) return;
        var node = new CueNode(kind, kind is CueNodeKind.Voice or CueNodeKind.Language ? token.Annotation : "", token.Classes);
        open.Peek().Children.Add(node);
        open.Push(node);
    }

    private static void End(Stack<CueNode> open, string name)
    {
        var kind = KindOf(name);
        if (kind is null || open.Count == 1) return;
        if (open.Peek().Kind == kind)
        {
            open.Pop();
        }
        else if (kind == CueNodeKind.Ruby && open.Peek().Kind == CueNodeKind.RubyText)
        {
            open.Pop();
            open.Pop();
        }
    }

    private static void Timestamp(CueNode current, string value)
    {
        var at = 0;
        if (VttTimestamp.Read(value, ref at) is { } ms && at == value.Length)
            current.Children.Add(new CueNode(CueNodeKind.Timestamp, "", [], ms));
    }

    private static CueNodeKind? KindOf(string name) => name switch
    {
        "c" => CueNodeKind.Class,
        "i" => CueNodeKind.Italic,
        "b" => CueNodeKind.Bold,
        "u" => CueNodeKind.Underline,
        "ruby" => CueNodeKind.Ruby,
        "rt" => CueNodeKind.RubyText,
        "v" => CueNodeKind.Voice,
        "lang" => CueNodeKind.Language,
        _ => null,
    };
}
