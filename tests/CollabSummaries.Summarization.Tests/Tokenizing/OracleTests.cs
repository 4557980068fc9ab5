using System.Text.Json;
using CollabSummaries.Summarization.Inference;
using CollabSummaries.Summarization.Inference.Tokenizing;

namespace CollabSummaries.Summarization.Tests.Tokenizing;

/// <summary>Our ids beside those of the reference library, on the same texts.</summary>
public sealed class OracleTests
{
    private const int Seed = 20_261_123, Count = 1_400;

    [Theory]
    [InlineData("talk-bullets")]
    [InlineData("llama-3")]
    [InlineData("qwen")]
    [InlineData("digits")]
    [InlineData("llama-2")]
    [InlineData("phi-3")]
    [InlineData("mistral")]
    [InlineData("gemma")]
    [InlineData("wordpiece")]
    public async Task Ids_and_texts_are_those_of_the_reference(string layout)
    {
        var file = layout == "talk-bullets" ? Path.Combine(ModelLoading.BuiltIn, "tokenizer.json") : Oracle.Fixture(layout);
        var texts = SeededTexts.Make(Seed, Count).Where(t => !DiffersByDesign(layout, t)).ToList();
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {Seed}, {texts.Count} texts");
        var tokenizer = TokenizerFile.Load(file);

        var answer = await Oracle.AskAsync("ids.mjs", new { tokenizer = file, asText = true, texts }, TestContext.Current.CancellationToken);
        var expected = answer.GetProperty("ids").Deserialize<int[][]>()!;
        var decoded = answer.GetProperty("decoded").Deserialize<string[]>()!;

        Assert.True(texts.Count >= 1_000);
        for (var k = 0; k < texts.Count; k++)
        {
            var ids = tokenizer.Encode(texts[k]);
            Assert.True(expected[k].SequenceEqual(ids), $"{JsonSerializer.Serialize(texts[k])}\nexpected {string.Join(' ', expected[k])}\nactual   {string.Join(' ', ids)}");
            if (!expected[k].Any(tokenizer.Added.IsSpecial))
                Assert.Equal(decoded[k], tokenizer.Decode(ids));
        }
    }

    /// <summary>
    /// Where the JavaScript library departs from the original in Rust, and we follow the original: digits that are not ASCII are digits too, and Chinese characters beyond U+FFFF
    /// stand apart, a letter's lower case does not depend on its place in the word.
    /// </summary>
    private static bool DiffersByDesign(string layout, string text) => layout switch
    {
        "digits" => text.EnumerateRunes().Any(r => System.Text.Rune.IsNumber(r) && !r.IsAscii),
        "wordpiece" => text.Contains('Σ', StringComparison.Ordinal),
        _ => false,
    };
}
