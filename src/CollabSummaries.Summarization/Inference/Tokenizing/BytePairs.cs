using System.Globalization;
using System.Text;
using System.Text.Json;
using CollabSummaries.Summarization.Inference.Tokenizing.Steps;
using Microsoft.ML.Tokenizers;

namespace CollabSummaries.Summarization.Inference.Tokenizing;

/// <summary>
/// Byte-pair encoding, of bytes (whose letters the splitter made) or of characters as SentencePiece has them. A character the vocabulary lacks takes part in no merge, so the text
/// is cut there: it becomes its bytes where the vocabulary has them (byte_fallback), else the unknown token. It is cut too between characters no token holds side by side, which
/// changes nothing and keeps merging from growing with the square of the text. Law: no merge leads to a special token.
/// </summary>
internal sealed class BytePairs : Vocabulary
{
    /// <summary>A run without any place to cut is cut here all the same: only noise is so long, and its ids matter less than its cost.</summary>
    private const int LongestRun = 2_000;

    private readonly BpeTokenizer _merging;
    private readonly HashSet<(int, int)> _neighbors = [];
    private readonly AddedTokens _added;
    private readonly int[]? _bytes;
    private readonly int? _unknown;
    private readonly bool _fuse, _wholeFirst;

    public BytePairs(JsonElement model, AddedTokens added)
        : base(model)
    {
        foreach (var name in (string[])["continuing_subword_prefix", "end_of_word_suffix"])
        {
            if (model.Text(name) is { Length: > 0 })
                throw JsonParts.NotUnderstood("BPE setting", name);
        }

        if (model.Part("dropout") is { } dropout && dropout.GetDouble() > 0)
            throw JsonParts.NotUnderstood("BPE setting", "dropout");
        _added = added;
        _fuse = model.Flag("fuse_unk");
        _wholeFirst = model.Flag("ignore_merges");
        _unknown = model.Text("unk_token") is { } unknown ? IdOf(unknown) ?? added.Find(unknown)?.Id : null;
        var bytes = Enumerable.Range(0, 256).Select(b => IdOf(string.Create(CultureInfo.InvariantCulture, $"<0x{b:X2}>"))).ToArray();
        _bytes = model.Flag("byte_fallback") && bytes.All(b => b is not null) ? [.. bytes.Select(b => b!.Value)] : null;
        var merges = model.GetProperty("merges").EnumerateArray().Select(Merge).Where(m => !added.IsSpecial(m.Left + m.Right)).ToList();
        _merging = BpeTokenizer.Create(new BpeOptions(Ids) { Merges = [.. merges.Select(m => $"{m.Left} {m.Right}")] });
        foreach (var (left, right) in merges)
            _neighbors.Add((left.EnumerateRunes().Last().Value, right.EnumerateRunes().First().Value));
    }

    public override void Encode(string piece, List<int> into)
    {
        if (_wholeFirst && Ids.TryGetValue(piece, out var whole) && !_added.IsSpecial(piece))
        {
            into.Add(whole);
            return;
        }

        int start = 0, at = 0, before = -1;
        foreach (var rune in piece.EnumerateRunes())
        {
            var known = Ids.ContainsKey(rune.ToString());
            if (!known || at - start >= LongestRun || !_neighbors.Contains((before, rune.Value)))
            {
                EncodeKnown(piece[start..at], into);
                start = at;
            }

            at += rune.Utf16SequenceLength;
            before = rune.Value;
            if (known)
                continue;
            EncodeUnknown(rune, into);
            start = at;
        }

        EncodeKnown(piece[start..], into);
    }

    private static (string Left, string Right) Merge(JsonElement merge)
    {
        if (merge.ValueKind != JsonValueKind.String)
            return (merge[0].GetString()!, merge[1].GetString()!);
        var both = merge.GetString()!.Split(' ');
        return both.Length == 2 ? (both[0], both[1]) : throw new JsonException($"merge \"{merge}\" is not of two parts");
    }

    private void EncodeKnown(string run, List<int> into)
    {
        if (run.Length > 0)
            into.AddRange(_merging.EncodeToIds(run, considerPreTokenization: false, considerNormalization: false));
    }

    private void EncodeUnknown(Rune rune, List<int> into)
    {
        if (_bytes is not null)
            into.AddRange(Encoding.UTF8.GetBytes(rune.ToString()).Select(b => _bytes[b]));
        else if (_unknown is { } unknown && !(_fuse && into.Count > 0 && into[^1] == unknown))
            into.Add(unknown);
    }
}
