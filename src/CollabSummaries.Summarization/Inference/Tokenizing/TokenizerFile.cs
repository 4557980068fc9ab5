using System.Text.Json;
using CollabSummaries.Summarization.Inference.Tokenizing.Steps;

namespace CollabSummaries.Summarization.Inference.Tokenizing;

/// <summary>Reads tokenizer.json. What is not understood is refused by name: ids that are almost right make a model write nonsense.</summary>
internal static class TokenizerFile
{
    /// <exception cref="ModelException">The file is broken, or says something this program does not understand.</exception>
    public static TextTokenizer Load(string file)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file));
            var root = json.RootElement;
            var added = AddedTokens.Read(root);
            return new TextTokenizer(
                added, Normalizers.Read(root.Part("normalizer")), Splitters.Read(root.Part("pre_tokenizer")), Vocabulary.Read(root.GetProperty("model"), added), Decoders.Read(root.Part("decoder")));
        }
        catch (ModelException e)
        {
            throw new ModelException($"the tokenizer '{file}' cannot be used: {e.Message}", e);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException or FormatException or IOException or UnauthorizedAccessException)
        {
            throw new ModelException($"the tokenizer '{file}' cannot be read: {e.Message}", e);
        }
    }
}
