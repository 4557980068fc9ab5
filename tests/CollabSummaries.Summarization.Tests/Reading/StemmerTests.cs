using CollabSummaries.Summarization.Reading;

namespace CollabSummaries.Summarization.Tests.Reading;

public sealed class StemmerTests
{
    /// <summary>Examples of Porter's paper and of NLTK's extensions.</summary>
    private const string Examples =
        """
        caresses caress|ponies poni|ties tie|cats cat|feed feed|agreed agre|plastered plaster|bled bled|motoring motor|sing sing|conflated conflat|troubled troubl|sized size|hopping hop|tanned tan|falling fall|hissing hiss|fizzed fizz|
        failing fail|filing file|happy happi|relational relat|conditional condit|rational ration|digitizer digit|radicalli radic|differentli differ|vietnamization vietnam|predication predic|operator oper|feudalism feudal|
        decisiveness decis|hopefulness hope|formaliti formal|sensibiliti sensibl|triplicate triplic|formative form|electriciti electr|electrical electr|goodness good|revival reviv|allowance allow|inference infer|airliner airlin|
        gyroscopic gyroscop|adjustable adjust|irritant irrit|replacement replac|adjustment adjust|dependent depend|adoption adopt|communism commun|activate activ|angulariti angular|effective effect|bowdlerize bowdler|probate probat|
        rate rate|cease ceas|controll control|roll roll|dying die|died die|spied spi|enjoy enjoy|geology geolog|news news
        """;

    [Fact]
    public void Words_have_the_stems_of_the_paper()
    {
        var pairs = Examples.Split(['|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(p => p.Split(' ')).ToList();

        Assert.All(pairs, p => Assert.Equal(p[1], Stemmer.Stem(p[0])));
    }

    [Fact]
    public void A_word_without_end_is_left_alone()
    {
        var endless = new string('y', 200_000);

        Assert.Equal([endless], Term.Of(endless));
    }
}
