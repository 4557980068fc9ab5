namespace CollabSummaries.Transcripts.Tests.Meetings;

public sealed class OtterTests
{
    [Theory]
    [InlineData("\nTranscribed by https://otter.ai\n")]
    [InlineData("")]
    public void Speakers_stand_two_spaces_before_the_time_with_the_signature_or_without(string signature)
    {
        var talk = Reading.Text("Speaker 1  0:03  \nHello there.\nStill me.\n\nJane Doe 2  59:59  \nYes.\n\nSpeaker 1  1:00:02  \nAnd on.\n" + signature);

        Assert.Equal("otter", talk.Format);
        Assert.Equal(["3000-|Speaker 1|Hello there. Still me.|1-3", "3599000-|Jane Doe 2|Yes.|5-6", "3602000-|Speaker 1|And on.|8-9"], Reading.Rows(talk));
        Assert.Equal(signature.Length == 0 ? [] : [11], talk.Warnings.Select(w => w.Line));
    }

    [Fact]
    public void A_name_without_words_is_named_and_lines_before_the_first_are_kept()
    {
        var talk = Reading.Text("Board meeting\n\nSpeaker 1  0:03\n\nSpeaker 2  0:05\nYes.\n");

        Assert.Equal(["-||Board meeting|1-1", "5000-|Speaker 2|Yes.|5-6"], Reading.Rows(talk));
        Assert.Equal([1, 3], talk.Warnings.Select(w => w.Line));
    }
}
