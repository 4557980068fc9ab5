using CollabSummaries.Summarization.Inference;
using CollabSummaries.Summarization.Inference.Answering;
using CollabSummaries.Summarization.Inference.Tokenizing;

namespace CollabSummaries.Summarization.Tests.Inference;

public sealed class AnswerTextTests
{
    private static readonly TextTokenizer s_tokenizer = TokenizerFile.Load(Path.Combine(ModelLoading.BuiltIn, "tokenizer.json"));

    [Theory]
    [InlineData("One. Two.\n\nThree.", "One. Two.", "\n\n")]
    [InlineData("a ENDING b", "a ", "ENDING")]
    [InlineData("caf\u00e9 \ud83d\ude00\ud83d\ude00 end", "caf\u00e9 \ud83d\ude00", "\ud83d\ude00 e")]
    [InlineData("xaab", "x", "aab")]
    [InlineData("no stop at all EN", "no stop at all EN", null)]
    public void A_stop_text_ends_an_answer_however_tokens_cut_it(string whole, string before, string? stopText)
    {
        var text = new AnswerText(new TextOutput(s_tokenizer, ["", "\n\n", "ENDING", "\ud83d\ude00 e", "aab"], Streamed: true));
        var pieces = new List<string>();

        foreach (var token in Letters(whole).TakeWhile(_ => text.StopText is null))
            pieces.Add(text.Add(token));
        pieces.Add(text.End());

        Assert.Equal(before, text.Text);
        Assert.Equal(before, string.Concat(pieces));
        Assert.Equal(stopText, text.StopText);
    }

    [Fact]
    public void The_stop_text_that_is_complete_first_counts_even_within_a_longer_one()
    {
        var text = new AnswerText(new TextOutput(s_tokenizer, ["abcd", "bc"], Streamed: true));

        var given = string.Concat(Letters("1 abcd").TakeWhile(_ => text.StopText is null).Select(text.Add));

        Assert.Equal("bc", text.StopText);
        Assert.Equal("1 a", given);
    }

    [Fact]
    public void The_beginning_of_a_stop_text_is_given_out_once_it_is_sure_not_to_be_one()
    {
        var text = new AnswerText(new TextOutput(s_tokenizer, ["The end."], Streamed: true));

        List<string> given = [.. Letters("The e, The The end. More").TakeWhile(_ => text.StopText is null).Select(text.Add)];

        Assert.Equal(["The e,", " ", "The ", ""], [string.Concat(given[..6]), given[6], string.Concat(given[7..12]), string.Concat(given[12..])]);
    }

    /// <summary>A token for each letter, the finest way a model could cut a text.</summary>
    private static IEnumerable<int> Letters(string text) => text.EnumerateRunes().SelectMany(r => s_tokenizer.Encode(r.ToString()));
}
