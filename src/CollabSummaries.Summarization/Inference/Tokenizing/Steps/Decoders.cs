using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CollabSummaries.Summarization.Inference.Tokenizing.Steps;

/// <summary>The "decoder" of tokenizer.json: tokens back to text, special ones already left out.</summary>
internal static class Decoders
{
    public static Func<IReadOnlyList<string>, IReadOnlyList<string>> Read(JsonElement? part) => part is { } some ? Read(some) : tokens => [string.Join(' ', tokens)];

    private static Func<IReadOnlyList<string>, IReadOnlyList<string>> Read(JsonElement part)
    {
        switch (part.Type())
        {
            case "Sequence":
                var steps = part.GetProperty("decoders").EnumerateArray().Select(Read).ToArray();
                return tokens => steps.Aggregate(tokens, (t, step) => step(t));
            case "ByteLevel":
                return tokens => [ByteLetters.Back(string.Concat(tokens))];
            case "ByteFallback":
                return Bytes;
            case "Fuse":
                return tokens => [string.Concat(tokens)];
            case "Replace":
                var (pattern, content) = (part.Pattern(), part.GetProperty("content").GetString()!);
                return tokens => [.. tokens.Select(t => pattern.Replace(t, _ => content))];
            case "Strip":
                var (mark, start, stop) = (part.Text("content") ?? " ", part.Part("start")?.GetInt32() ?? 0, part.Part("stop")?.GetInt32() ?? 0);
                return tokens => [.. tokens.Select(t => Strip(t, mark, start, stop))];
            case "Metaspace":
                return Metaspace(part.Text("replacement") ?? "▁", (part.Text("prepend_scheme") ?? "always") != "never");
            case "WordPiece":
                return WordPiece(part.Text("prefix") ?? "##", part.Flag("cleanup", true));
            default:
                throw JsonParts.NotUnderstood("decoder", part.Type());
        }
    }

    /// <summary>Tokens "&lt;0xNN&gt;" that follow one another are the bytes of one text.</summary>
    private static List<string> Bytes(IReadOnlyList<string> tokens)
    {
        var (result, bytes) = (new List<string>(tokens.Count), new List<byte>());
        void Flush()
        {
            if (bytes.Count > 0)
                result.Add(Encoding.UTF8.GetString([.. bytes]));
            bytes.Clear();
        }

        foreach (var token in tokens)
        {
            if (token.Length == 6 && token.StartsWith("<0x", StringComparison.Ordinal) && token[5] == '>' && byte.TryParse(token.AsSpan(3, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                bytes.Add(value);
                continue;
            }

            Flush();
            result.Add(token);
        }

        Flush();
        return result;
    }

    private static string Strip(string token, string mark, int start, int stop)
    {
        for (; start > 0 && token.StartsWith(mark, StringComparison.Ordinal); start--)
            token = token[mark.Length..];
        for (; stop > 0 && token.EndsWith(mark, StringComparison.Ordinal); stop--)
            token = token[..^mark.Length];
        return token;
    }

    private static Func<IReadOnlyList<string>, IReadOnlyList<string>> Metaspace(string mark, bool strips) => tokens =>
        [.. tokens.Select(t => t.Replace(mark, " ", StringComparison.Ordinal)).Select((t, k) => strips && k == 0 && t.StartsWith(' ') ? t[1..] : t)];

    private static Func<IReadOnlyList<string>, IReadOnlyList<string>> WordPiece(string prefix, bool tidy) => tokens =>
        [.. tokens.Select((t, k) => k == 0 ? t : t.StartsWith(prefix, StringComparison.Ordinal) ? t[prefix.Length..] : " " + t).Select(t => tidy ? Tidy(t) : t)];

    /// <summary>Closes the gaps WordPiece opens before marks and contractions.</summary>
    private static string Tidy(string token) => ((string[])[".", "?", "!", ",", "' ", "n't", "'m", "'s", "'ve", "'re"])
        .Aggregate(token, (t, mark) => t.Replace(" " + mark, mark.TrimEnd(), StringComparison.Ordinal));
}
