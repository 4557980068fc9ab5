using CollabSummaries.Summarization.Inference.Settings;
using CollabSummaries.Web.Runs;
using CollabSummaries.Web.Tests.Shell;

namespace CollabSummaries.Web.Tests.Runs;

public sealed class SummarizerSourceTests
{
    [Fact]
    public async Task The_built_in_model_is_loaded_by_the_host_and_let_go_at_its_end()
    {
        var app = new TestApp(("Inference:Model", ModelList.BuiltIn), ("Inference:Device", "Cpu"));

        await app.Get<SummarizerSource>().GetAsync(TestContext.Current.CancellationToken);

        Assert.Null((app.Get<SummarizerSource>().State as SummarizerState.QuotesOnly)?.Why);
        var state = Assert.IsType<SummarizerState.Ready>(app.Get<SummarizerSource>().State);
        Assert.Equal("cpu", state.Device);
        await app.DisposeAsync();
    }
}
