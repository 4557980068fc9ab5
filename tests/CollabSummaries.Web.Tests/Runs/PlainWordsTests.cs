using CollabSummaries.Web.Runs;

namespace CollabSummaries.Web.Tests.Runs;

public sealed class PlainWordsTests
{
    [Theory]
    [InlineData("Two  lines\r\nbecome\tone. ", "Two lines become one.")]
    [InlineData("[see](https://evil.example)", "[see] (https://evil.example)")]
    [InlineData("![x](y)", "! [x] (y)")]
    [InlineData("a\u202Eb\u200Bc\u0007d\U000E0041e", "abcde")]
    [InlineData("families 👩‍👩‍👧 and Grüße", "families 👩‍👩‍👧 and Grüße")]
    [InlineData("\uD83D alone", "alone")]
    public void What_a_model_says_becomes_plain_words(string said, string plain) => Assert.Equal(plain, PlainWords.Of(said));

    [Fact]
    public void What_is_longer_than_a_bullet_is_cut_between_characters() =>
        Assert.False(char.IsHighSurrogate(PlainWords.Of(string.Concat(Enumerable.Repeat("😀", 3_000)))[^1]));
}
