using CollabSummaries.Summarization.Inference;
using CollabSummaries.Summarization.Inference.Catalog;
using CollabSummaries.Web.Shell.Health;

namespace CollabSummaries.Web.Tests.Shell.Health;

public sealed class ModelLineTests
{
    [Fact]
    public void A_ready_model_says_its_device_its_memory_and_why_it_is_not_the_gpu()
    {
        var facts = new ModelFacts("talk-bullets", "ef1c", "cpu", "on the CPU, because this machine has no NVIDIA driver", 94_752_768, 106_168_320, 8, 256);

        var line = ModelLine.Of("talk-bullets", true, new ModelState.Ready(facts, new Speed(TimeProvider.System)));

        Assert.Equal(("ready", "cpu", "95 MB weights, 106 MB for 8 texts of 256 tokens", "nothing written yet"), (line.State, line.Device, line.Memory, line.Speed));
        Assert.Equal("on the CPU, because this machine has no NVIDIA driver", line.Note);
    }

    [Fact]
    public void Every_state_has_its_words()
    {
        Assert.Equal(("loading, 43 %", "It is read."), Words(new ModelState.Loading(new LoadingStep("is read", .431))));
        Assert.Equal(("loading", "It is opened."), Words(new ModelState.Loading(new LoadingStep("is opened", null))));
        Assert.Equal(("cannot be used", "no graph"), Words(new ModelState.Unusable("no graph")));
        Assert.Equal("not loaded", Words(new ModelState.Waiting()).State);
        Assert.Equal("on its own server, 4 requests at once", ModelLine.Of("far", false, new ModelState.Ready(new ModelFacts("far", null, "server: h", null, 0, 0, 4, null), new Speed(TimeProvider.System))).Memory);
    }

    private static (string State, string? Note) Words(ModelState state)
    {
        var line = ModelLine.Of("big", false, state);
        return (line.State, line.Note);
    }
}
