using CollabSummaries.Summarization.Reading;

namespace CollabSummaries.Summarization.Tests.Reading;

public sealed class NumbersTests
{
    [Theory]
    [InlineData("We sold 12,500 units at $2.50, up 7%", "12500 2.5 7")]
    [InlineData("twenty-five euros and one hundred and twenty people; three million", "25 120 3000000")]
    [InlineData("one of them, two thousand nineteen", "2019")]
    [InlineData("nineteen eighty four", "19 84")]
    [InlineData("nine trillion trillion trillion trillion", "9000000000000")]
    public void Numbers_are_read_in_digits_and_in_words(string text, string numbers) => Assert.StartsWith(numbers, string.Join(' ', Numbers.Of(text)), StringComparison.Ordinal);

    [Theory]
    [InlineData("12.5 in 1984, 3.2", "twelve fifty in nineteen eighty four, three point two", "")]
    [InlineData("25 euros and 99 cents", "it costs twenty five Euros", "99")]
    [InlineData("the first 3", "the third one, the first", "")]
    public void A_number_of_a_claim_is_missing_unless_it_was_said(string claim, string said, string missing) =>
        Assert.Equal(missing, string.Join(' ', Numbers.Missing(claim, said)));
}
