using CollabSummaries.Workspace.Log;
using Microsoft.Extensions.DependencyInjection;

namespace CollabSummaries.Web.Tests.Editing;

public sealed class ConvergenceTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, 2, 40)]
    [InlineData(2, 4, 30)]
    public async Task Editors_that_type_at_once_end_with_the_text_the_log_gives(int seed, int editors, int edits)
    {
        await using var host = await EditingHost.StartAsync(Stop, o => (o.EditsPerSecond, o.EditsBurst) = (10_000, 10_000));
        var talk = await host.AddTalkAsync("## A talk\n- one\n- two 😀\n", Stop);

        var people = Enumerable.Range(0, editors).Select(x => $"person{x}").ToArray();
        var outcome = await BrowserEditors.TypeAsync(host.Address, talk, seed, edits, people, Stop);

        var opened = (await host.SummaryLog.OpenAsync(talk, Stop))!.State;
        Assert.Equal(opened.Version, outcome.Version);
        Assert.All(outcome.Texts, text => Assert.Equal(opened.Text, text));
        Assert.Empty(outcome.Lost);
        Assert.Equal(opened.Text, (await host.SummaryLog.TextAtAsync(talk, opened.Version, Stop)).Text);
        Assert.Null(await host.Services.GetRequiredService<LogCheck>().FindFaultAsync(talk, Stop));
    }
}
