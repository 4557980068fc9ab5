using CollabSummaries.Summarization.Checking;

namespace CollabSummaries.Summarization.Tests.Checking;

public sealed class GateTests
{
    private const double Sure = -.1;

    [Theory]
    [InlineData("The remote should be original, trendy and user friendly.", "So the remote should be original, trendy and user friendly.")]
    [InlineData("The Merkle proof shows that a document is part of the tree.", "And the Merkle proof shows that a document is part of the tree, but just bits of it.")]
    [InlineData("PhD B finished a section on the intermediate categories.", "PhD B: I just finished a section on the intermediate categories.")]
    [InlineData("Mia asked whether the shop would open on Sunday evening.", "Mia: Will the shop open on Sunday evening?")]
    [InlineData("AvW said that the problem was that it also meant miners could block the upgrade.", "AvW: The problem is that it also means miners can block the upgrade.")]
    [InlineData("Ashley will be moderating the final Adventure Time panel.", "ASHLEY: I'm going to be moderating the final Adventure Time panel, because the series is ending.")]
    [InlineData("The appeals process is independent of the education ministry.", "The appeals process is independent of the education ministry, and it would not be right for me to comment.")]
    [InlineData("The priority was getting money out to the people who needed it, but of course fraud is unacceptable.", "PM: Mr. Chair, the priority was getting money out to the people who needed it, but of course fraud is unacceptable.")]
    [InlineData("The process is independent of the government in every respect.", "Ann: I want to stress that the process is independent of the government in every respect.")]
    [InlineData("Samir thought it was useful to hear that people have so many addresses.", "Samir: I think it's really useful to hear that people have so many addresses and I want to know what those addresses look like.")]
    public void A_sentence_that_follows_what_was_said_passes(string bullet, string passage) => Assert.Null(Refuse(bullet, passage, Sure));

    [Theory]
    [InlineData("length", "The remote works.", "The remote works.")]
    [InlineData("marks", "The remote **works** for <b>every</b> kind of television set.", "The remote works for every kind of television set.")]
    [InlineData("number", "The remote costs 26 euros in every shop in Europe.", "The remote costs 25 euros in every shop in Europe.")]
    [InlineData("name", "The remote sells well in Paris shops this spring season.", "The remote sells well in London shops this spring season.")]
    [InlineData("negation", "The remote sells well in every shop in Europe.", "The remote never sells well in every shop in Europe.")]
    [InlineData("condition", "The remote sells well in every shop in Europe.", "Perhaps the remote sells well in every shop in Europe.")]
    [InlineData("condition", "The team meets the deadline for shipping the remote control.", "We will meet the deadline for shipping the remote control team.")]
    [InlineData("condition", "They were trying to solve the vision problem and they were getting CUDA to be a good processor.", "They were trying to solve the vision problem and they were trying to get CUDA to be a good processor.")]
    [InlineData("question", "The remote sells well in every shop in Europe.", "Does the remote sell well in every shop in Europe?")]
    [InlineData("you", "The remote turns on every lamp in the house quickly.", "The remote turns on every lamp in the house quickly for you.")]
    [InlineData("person", "The model tested the remote in every shop in Europe.", "I tested the remote in every shop in Europe.")]
    [InlineData("person", "We tested the remote in every shop in Europe.", "We tested the remote in every shop in Europe.")]
    [InlineData("order", "Europe has a remote in every shop that sells well.", "The remote sells well in every shop in Europe.")]
    [InlineData("order", "Citizens fall through programs announced by this government.", "Citizens fall through the cracks of programs announced by this government.")]
    [InlineData("beginning", "The remote sells well in every shop in Europe.", "Marketing claims that the remote sells well in every shop in Europe.")]
    [InlineData("support", "The remote sells splendidly in every shop in Europe.", "The remote sells well in every shop in Europe.")]
    [InlineData("end", "Several people sent money to Taproot by their wallets.", "Several people sent money to Taproot by their wallets addresses before Taproot was active.")]
    [InlineData("person", "Julie had been working with shops on support so that they can sell remotes.", "Julie: We had been working with shops on support so that they can sell remotes.")]
    [InlineData("negation", "The remote sells well in every shop in Europe.", "Ann: I wouldn't say that the remote sells well in every shop in Europe, if at all.")]
    [InlineData("fragment", "The remote was a worry in every shop in Europe.", "the remote is a worry in every shop in Europe.")]
    [InlineData("voice", "Ophelia is in trouble and she was requested aid in the matter.", "Ophelia is in trouble and she's requested aid in the matter.")]
    [InlineData("tense", "The problem was that it also meant miners could block the upgrade.", "AvW: The problem is that it also means miners can block the upgrade.")]
    [InlineData("tense", "Taproot was going to make complex scripts easier for every wallet.", "Taproot is going to make complex scripts easier for every wallet.")]
    [InlineData("open", "Ann mentioned that it's what happens when people without a car look for shops.", "Ann: I think that's what happens when people without a car look for shops.")]
    [InlineData("open", "This is what people without a car look for in shops.", "This is what people without a car look for in shops.")]
    [InlineData("condition", "Eric thought that the case was not what the mint would do in the market.", "Eric: I think the case is not really what the mint would do in the market.")]
    [InlineData("tense", "The scanner is too slow for the shops of the north.", "The scanner was too slow for the shops of the north.")]
    [InlineData("person", "In particular, they explain how they arrive at constant proofs of coins.", "In particular, we explain how we arrive at constant proofs of coins.")]
    [InlineData("fragment", "The remote is one way in which people find it's a gift.", "The remote is one way in which people find It's a gift.")]
    [InlineData("condition", "The remote sells well in every shop in Europe.", "The remote sells well in every shop in Europe, if the price is right.")]
    [InlineData("negation", "The remote sells well in every shop in Europe.", "The remote sells well in every shop in Europe, but not in Paris.")]
    [InlineData("condition", "The remote sells well in every shop in Europe.", "The remote sells well in every shop in Europe, as long as people want a remote.")]
    public void In_doubt_a_sentence_is_refused_and_the_reason_is_named(string reason, string bullet, string passage) => Assert.Equal(reason, Refuse(bullet, passage, Sure));

    [Fact]
    public void Nobody_is_given_the_words_of_another_speaker()
    {
        const string Passage = "Julie: Thank you for that.\nDawn: I know the minister raised a concern in plenary recently.";

        Assert.Equal("speaker", Refuse("Julie said the minister raised a concern in plenary recently.", Passage, Sure));
        Assert.Equal("person", Refuse("She knew the minister raised a concern in plenary recently.", Passage, Sure));
    }

    [Fact]
    public void Two_statements_are_not_spliced()
    {
        const string Passage = "PM: That means we've got five minutes. PM: We're planning to sell the remote controls for twenty five euros each.";

        Assert.NotNull(Refuse("The group had five minutes to sell the remote controls for twenty five euros each.", Passage, Sure));
    }

    [Fact]
    public void A_model_unsure_of_its_own_words_is_refused() =>
        Assert.Equal("unsure", Refuse("The remote sells well in every shop in Europe.", "The remote sells well in every shop in Europe.", -.8));

    private static string? Refuse(string bullet, string passage, double logProbability) => Gate.Refuse(bullet, Saying.Parse(passage), logProbability);
}
