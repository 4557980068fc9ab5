using CollabSummaries.Web.Shell;

namespace CollabSummaries.Web.Tests.Reviewing;

public sealed class WordingTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 12, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(245_000, "4:05", "00:04:05")]
    [InlineData(6_241_000, "1:44:01", "01:44:01")]
    [InlineData(0, "0:00", "00:00:00")]
    public void Lengths_are_short_and_clocks_are_all_as_wide(long ms, string length, string clock)
    {
        Assert.Equal((length, clock), (Wording.Length(ms), Wording.Clock(ms)));
    }

    [Theory]
    [InlineData(0, "now")]
    [InlineData(5, "5 min ago")]
    [InlineData(180, "3 h ago")]
    [InlineData(1440, "yesterday")]
    [InlineData(14_400, "2 Nov")]
    [InlineData(525_600, "12 Nov 2025")]
    public void The_past_is_said_the_way_people_do(int minutes, string words)
    {
        Assert.Equal(words, Wording.Ago(Now.AddMinutes(-minutes), Now));
    }

    [Theory]
    [InlineData("Mia Berg", "MB")]
    [InlineData("mia", "MI")]
    [InlineData("Ada King Lovelace", "AL")]
    [InlineData("  ", "?")]
    [InlineData("\U0001F600 Smile", "\U0001F600S")]
    public void Initials_are_two_letters_as_people_see_them(string name, string initials)
    {
        Assert.Equal(initials, Initials.Of(name));
    }
}
