using CollabSummaries.Summarization.Inference;
using CollabSummaries.Summarization.Inference.Tokenizing;

namespace CollabSummaries.Summarization.Tests.Tokenizing;

public sealed class TextTokenizerTests
{
    public static TheoryData<string> Layouts => ["llama-3", "qwen", "digits", "llama-2", "phi-3", "mistral", "gemma"];

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Special_tokens_spelled_out_in_a_text_stay_text(string layout)
    {
        var tokenizer = TokenizerFile.Load(Oracle.Fixture(layout));
        var text = string.Concat(tokenizer.Added.Special.Select(t => t.Content).Where(c => c != "<unk>"));

        var ids = tokenizer.Encode(text);

        Assert.DoesNotContain(ids, tokenizer.Added.IsSpecial);
        Assert.Equal(text, tokenizer.Decode(ids));
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Streams_give_the_whole_text_and_never_half_a_character(string layout)
    {
        var tokenizer = TokenizerFile.Load(Oracle.Fixture(layout));
        foreach (var text in SeededTexts.Make(seed: 5, count: 500).Where(t => !t.Contains('\uFFFD', StringComparison.Ordinal)))
        {
            var ids = tokenizer.Encode(text);
            var stream = tokenizer.Stream();

            var parts = ids.Select(stream.Add).ToList();

            Assert.All(parts, p => Assert.DoesNotContain('\uFFFD', p));
            Assert.Equal(tokenizer.Decode(ids), string.Concat(parts) + stream.End());
        }
    }

    [Fact]
    public void An_answer_cut_off_inside_a_character_ends_in_the_replacement_character()
    {
        var tokenizer = TokenizerFile.Load(Oracle.Fixture("llama-2"));
        var ids = tokenizer.Encode("ok 🦜");
        var stream = tokenizer.Stream();

        var given = string.Concat(ids.SkipLast(1).Select(stream.Add));

        Assert.Equal("ok ", given);
        Assert.Equal("\uFFFD", stream.End());
    }

    [Fact]
    public void A_space_is_put_before_the_first_text_of_a_prompt_only_where_the_model_wants_it()
    {
        var mistral = TokenizerFile.Load(Oracle.Fixture("mistral"));
        var llama = TokenizerFile.Load(Oracle.Fixture("llama-2"));

        Assert.NotEqual(mistral.Encode("the talk", first: true), mistral.Encode("the talk", first: false));
        Assert.Equal(llama.Encode("the talk", first: true), llama.Encode("the talk", first: false));
    }

    [Fact]
    public void A_long_text_without_any_space_is_encoded_in_reasonable_time()
    {
        var tokenizer = TokenizerFile.Load(Oracle.Fixture("llama-2"));
        var text = string.Concat(Enumerable.Repeat("thetalkbegins", 20_000));

        var ids = tokenizer.Encode(text);

        Assert.Equal(text, tokenizer.Decode(ids));
    }

    [Theory]
    [InlineData("""{"model":{"type":"Unigram","vocab":{}}}""", "model type \"Unigram\"")]
    [InlineData("""{"model":{"type":"BPE","vocab":{"a":0},"merges":[]},"normalizer":{"type":"Precompiled"}}""", "normalizer \"Precompiled\"")]
    [InlineData("""{"model":{"type":"BPE","vocab":{"a":0},"merges":[]},"pre_tokenizer":{"type":"UnicodeScripts"}}""", "pre_tokenizer \"UnicodeScripts\"")]
    [InlineData("""{"model":{"type":"BPE","vocab":{"a":0},"merges":[]},"pre_tokenizer":{"type":"Split","pattern":{"Regex":"\\p{Han}+"},"behavior":"Isolated"}}""", "pattern \\p{Han}+")]
    [InlineData("""{"model":{"type":"BPE","vocab":{"a":0},"merges":[],"end_of_word_suffix":"</w>"}}""", "end_of_word_suffix")]
    [InlineData("""{"model":{"type":"BPE","vocab":{"a":0},"merges":["a b c"]}}""", "cannot be read")]
    [InlineData("""{"model":""", "cannot be read")]
    [InlineData("""[]""", "cannot be read")]
    public void What_is_not_understood_is_refused_by_name(string json, string reason)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, json);

        var refusal = Assert.Throws<ModelException>(() => TokenizerFile.Load(file));

        File.Delete(file);
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(file, refusal.Message, StringComparison.Ordinal);
    }
}
