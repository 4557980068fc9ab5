using System.Text;
using System.Text.Json;
using CollabSummaries.Summarization.Inference.Tokenizing.Steps;
using Microsoft.ML.Tokenizers;

namespace CollabSummaries.Summarization.Inference.Tokenizing;

/// <summary>WordPiece: the longest token that begins the word, then the longest that goes on, marked by a prefix; a word that does not come out is unknown as a whole.</summary>
internal sealed class WordPieces : Vocabulary
{
    private readonly WordPieceTokenizer _words;

    public WordPieces(JsonElement model)
        : base(model)
    {
        var size = Ids.Values.Max() + 1;
        if (size > 10_000_000)
            throw new JsonException("ids are out of range");
        // A line is an id; ids nobody uses get a word no text can spell.
        var lines = Enumerable.Range(0, size).Select(id => TokenOf(id) ?? $"\0unused {id}").ToArray();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        _words = WordPieceTokenizer.Create(stream, new WordPieceOptions
        {
            UnknownToken = model.Text("unk_token") ?? "[UNK]",
            ContinuingSubwordPrefix = model.Text("continuing_subword_prefix") ?? "##",
            MaxInputCharsPerWord = model.Part("max_input_chars_per_word")?.GetInt32() ?? 100,
        });
    }

    public override void Encode(string piece, List<int> into) => into.AddRange(_words.EncodeToIds(piece, considerPreTokenization: false, considerNormalization: false));
}
