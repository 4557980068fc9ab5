using CollabSummaries.Summarization.Checking;

namespace CollabSummaries.Summarization.Tests.Checking;

public sealed class EvidenceLinkingTests
{
    [Fact]
    public void A_sentence_is_linked_to_where_it_was_said_with_its_exact_characters()
    {
        var links = EvidenceLinking.Link("Sally sends the coin proof directly to Roy.", Talks.Lecture);

        Assert.Contains("Sally sends the coin and coin proof directly to Roy", links[0].Quote, StringComparison.Ordinal);
        Assert.All(links, l => Assert.Equal(Talks.Lecture[l.Segment].Text[l.Start..l.End], l.Quote));
        Assert.Equal(links.OrderByDescending(l => l.Score), links);
        Assert.InRange(links.Count, 1, 5);
    }

    [Fact]
    public void A_long_turn_is_narrowed_to_the_sentences_that_say_it()
    {
        var turn = string.Concat(Enumerable.Repeat("Nothing of interest happens here at all. ", 40)) + "The lattice is rescored with a trigram model. " + string.Concat(Enumerable.Repeat("More small talk follows. ", 40));

        var link = Assert.Single(EvidenceLinking.Link("They rescore the lattice with a trigram model.", Talks.Of(("A", turn))));

        Assert.Equal("The lattice is rescored with a trigram model.", link.Quote);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Zebras juggle xylophones.")]
    [InlineData("It is what it is, you know.")]
    public void A_sentence_that_tells_nothing_of_the_talk_rests_on_nothing(string sentence) => Assert.Empty(EvidenceLinking.Link(sentence, Talks.Seed));

    [Fact]
    public void A_claim_of_another_talk_is_weakly_supported_at_best()
    {
        const string Said = "The Merkle proof shows that a document is part of the tree.";

        Assert.Equal(SupportState.Supported, SupportCheck.Of("The proof shows the document is part of the tree.", Said).State);
        Assert.Equal(SupportState.Weak, SupportCheck.Of("The proof shows the 40 documents are part of the tree.", Said).State);
        Assert.Equal(SupportState.Unsupported, SupportCheck.Of("Marketing wants a cheaper remote control.", Said).State);
    }
}
