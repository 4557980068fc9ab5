using Bunit;
using CollabSummaries.Web.Library;
using CollabSummaries.Workspace.Runs;
using CollabSummaries.Workspace.Talks;

namespace CollabSummaries.Web.Tests.Library;

public sealed class TalkTableTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 12, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task The_last_changed_talk_comes_first_until_the_title_is_chosen()
    {
        await using var page = new BunitContext();
        var table = page.Render<TalkTable>(p => p.Add(x => x.Talks, [Talk("b", "Beta", 1), Talk("a", "alpha", 2)]).Add(x => x.Now, Now));

        var before = Titles(table);
        await table.Find("th button").ClickAsync();

        Assert.Equal(["Beta", "alpha"], before);
        Assert.Equal(["alpha", "Beta"], Titles(table));
    }

    [Fact]
    public async Task Whoever_may_not_manage_sees_no_actions()
    {
        await using var page = new BunitContext();

        var table = page.Render<TalkTable>(p => p.Add(x => x.Talks, [Talk("a", "Alpha", 1)]).Add(x => x.Now, Now));

        Assert.Empty(table.FindAll(".menu"));
    }

    [Fact]
    public async Task Deleting_names_the_talk_of_the_row()
    {
        await using var page = new BunitContext();
        TalkLine? deleted = null;
        var table = page.Render<TalkTable>(p => p.Add(x => x.Talks, [Talk("a", "Alpha", 1), Talk("b", "Beta", 2)]).Add(x => x.Now, Now)
            .Add(x => x.MayManage, true).Add(x => x.OnDelete, x => deleted = x));

        await table.FindAll(".menu .entry").Last(x => x.TextContent == "Delete").ClickAsync();

        Assert.Equal("b", deleted?.Id);
    }

    [Fact]
    public async Task A_long_library_shows_its_first_rows_and_more_on_demand()
    {
        await using var page = new BunitContext();
        var talks = Enumerable.Range(0, 250).Select(i => Talk($"t{i}", $"Talk {i}", i)).ToArray();
        var table = page.Render<TalkTable>(p => p.Add(x => x.Talks, talks).Add(x => x.Now, Now));

        var before = Titles(table).Count;
        await table.FindAll("button")[^1].ClickAsync();

        Assert.Equal((100, 200), (before, Titles(table).Count));
    }

    [Fact]
    public async Task Titles_are_text_and_never_markup()
    {
        await using var page = new BunitContext();

        var table = page.Render<TalkTable>(p => p.Add(x => x.Talks, [Talk("a", "<b onclick=x>Bold</b>", 1)]).Add(x => x.Now, Now));

        Assert.Empty(table.FindAll("td b"));
        Assert.Equal(["<b onclick=x>Bold</b>"], Titles(table));
    }

    [Theory]
    [InlineData(RunState.Running, 3, 9, "summarizing 4 of 9", true)]
    [InlineData(RunState.Running, 0, 0, "reading", true)]
    [InlineData(RunState.Done, 9, 9, "summarized", false)]
    [InlineData(RunState.Failed, 3, 9, "run failed", false)]
    public void A_run_is_said_in_words(RunState state, int done, int total, string words, bool isGoing)
    {
        var said = RunWords.Of(new RunLine("run", 1, state, done, total));

        Assert.Equal((words, isGoing), (said.Text, said.IsGoing));
    }

    private static List<string> Titles(IRenderedComponent<TalkTable> table) => [.. table.FindAll("a.title").Select(x => x.TextContent)];

    private static TalkLine Talk(string id, string title, int minutesAgo) =>
        new(id, title, null, Now.AddMinutes(-minutesAgo), null, 60_000, 10, 1, 100, "Mia", null);
}
