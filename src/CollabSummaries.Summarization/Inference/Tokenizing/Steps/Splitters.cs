using System.Text.Json;
using System.Text.RegularExpressions;

namespace CollabSummaries.Summarization.Inference.Tokenizing.Steps;

/// <summary>Cuts a piece of text; what comes out is no longer the text itself where the vocabulary is spelled another way.</summary>
/// <param name="first">The text stands at the very beginning of the prompt.</param>
internal delegate IEnumerable<string> Splitter(string text, bool first);

/// <summary>The "pre_tokenizer" of tokenizer.json: the pieces no token may reach across.</summary>
internal static partial class Splitters
{
    public static Splitter Read(JsonElement? part) => part is { } some ? Read(some) : (text, _) => [text];

    private static Splitter Read(JsonElement part)
    {
        switch (part.Type())
        {
            case "Sequence":
                var steps = part.GetProperty("pretokenizers").EnumerateArray().Select(Read).ToArray();
                return (text, first) => steps.Aggregate((IEnumerable<string>)[text], (pieces, step) => pieces.SelectMany((p, k) => step(p, first && k == 0)));
            case "ByteLevel":
                return ByteLevel(part.Flag("add_prefix_space"), part.Flag("use_regex", true));
            case "Split":
                return Split(part);
            case "Digits":
                return part.Flag("individual_digits") ? By(Digit()) : By(Digits());
            case "Metaspace":
                return Metaspace(part);
            case "WhitespaceSplit":
                return (text, _) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            case "BertPreTokenizer":
                return (text, _) => PatternSplit.Cut(BertWord(), text).Where(p => p.Matched).Select(p => p.Piece);
            default:
                throw JsonParts.NotUnderstood("pre_tokenizer", part.Type());
        }
    }

    private static Splitter By(Regex pattern) => (text, _) => PatternSplit.Cut(pattern, text).Select(p => p.Piece);

    private static Splitter ByteLevel(bool spaceBefore, bool words) => (text, _) =>
    {
        text = spaceBefore && !text.StartsWith(' ') ? " " + text : text;
        return (words ? PatternSplit.Cut(Word(), text).Select(p => p.Piece) : [text]).Select(ByteLetters.Of);
    };

    private static Splitter Split(JsonElement part)
    {
        var (pattern, invert, behavior) = (part.Pattern(), part.Flag("invert"), part.Text("behavior") ?? "Isolated");
        return behavior switch
        {
            "Isolated" => By(pattern),
            "Removed" => (text, _) => PatternSplit.Cut(pattern, text).Where(p => p.Matched == invert).Select(p => p.Piece),
            "MergedWithPrevious" => (text, _) => Attached(PatternSplit.Cut(pattern, text), invert, toNext: false),
            "MergedWithNext" => (text, _) => Attached(PatternSplit.Cut(pattern, text), invert, toNext: true),
            _ => throw JsonParts.NotUnderstood("Split behavior", behavior),
        };
    }

    /// <summary>Each separator goes with the piece before it, or with the one after it.</summary>
    private static IEnumerable<string> Attached(IEnumerable<(string Piece, bool Matched)> pieces, bool invert, bool toNext)
    {
        var held = "";
        var heldSeparator = false;
        foreach (var (piece, matched) in pieces)
        {
            var separator = matched != invert;
            var joins = held.Length > 0 && (toNext ? heldSeparator && !separator : separator && !heldSeparator);
            if (held.Length > 0 && !joins)
                yield return held;
            held = joins ? held + piece : piece;
            heldSeparator = separator;
        }

        if (held.Length > 0)
            yield return held;
    }

    private static Splitter Metaspace(JsonElement part)
    {
        var mark = part.Text("replacement") ?? "▁";
        var scheme = part.Text("prepend_scheme") ?? (part.Flag("add_prefix_space", true) ? "always" : "never");
        var cut = new Regex(Regex.Escape(mark), RegexOptions.CultureInvariant);
        var split = part.Flag("split", true);
        return (text, first) =>
        {
            var marked = text.Replace(" ", mark, StringComparison.Ordinal);
            if (!marked.StartsWith(mark, StringComparison.Ordinal) && (scheme == "always" || (scheme == "first" && first)))
                marked = mark + marked;
            return split ? Attached(PatternSplit.Cut(cut, marked), invert: false, toNext: true) : [marked];
        };
    }

    /// <summary>The word pattern of GPT-2, which ByteLevel with use_regex means.</summary>
    [GeneratedRegex(@"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\p{N}")]
    private static partial Regex Digit();

    [GeneratedRegex(@"\p{N}+")]
    private static partial Regex Digits();

    [GeneratedRegex(@"[^\s\p{P}$+<=>^`|~]+|[\p{P}$+<=>^`|~]")]
    private static partial Regex BertWord();
}
