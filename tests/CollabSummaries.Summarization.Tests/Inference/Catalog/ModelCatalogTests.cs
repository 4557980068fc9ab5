using CollabSummaries.Summarization.Inference;
using CollabSummaries.Summarization.Inference.Catalog;
using CollabSummaries.Summarization.Inference.Chat;
using CollabSummaries.Summarization.Inference.Graphs;
using CollabSummaries.Summarization.Inference.Settings;
using CollabSummaries.Summarization.Inference.Templates;
using CollabSummaries.Summarization.Tests.Chat;
using Microsoft.Extensions.AI;

namespace CollabSummaries.Summarization.Tests.Inference.Catalog;

public sealed class ModelCatalogTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_model_is_loaded_once_when_first_asked_for_and_says_what_it_will_take_before_it_does()
    {
        using var catalog = Open(("Device", "cpu"), ("Slots", "2"), ("Models:broken:Folder", Directory.GetCurrentDirectory()));
        var steps = new List<string>();
        catalog.Changed += () =>
        {
            lock (steps)
                steps.Add(catalog.StateOf(ModelList.BuiltIn) is ModelState.Loading { Step: var step } ? step.What : catalog.StateOf(ModelList.BuiltIn).GetType().Name);
        };
        Assert.IsType<ModelState.Waiting>(catalog.StateOf(ModelList.BuiltIn));

        var all = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => catalog.OpenAsync("TALK-bullets", Stop)));

        Assert.Single(all.Select(o => o.Model).Distinct());
        Assert.Equal(3L * 256 * 30 * 2 * 3 * 64 * 4, all[0].Model!.CacheBytes);
        lock (steps)
        {
            Assert.Equal("waits for its turn to be loaded", steps[0]);
            Assert.Equal("will take 35 MB for keys and values of 3 texts of 256 tokens, 95 MB for weights", steps[1]);
            Assert.Equal("Ready", steps[^1]);
        }

        Assert.IsType<ModelState.Waiting>(catalog.StateOf("broken"));
        var broken = await catalog.OpenAsync("broken", Stop);
        Assert.Contains("has no genai_config.json", Assert.IsType<ModelState.Unusable>(catalog.StateOf("broken")).Why, StringComparison.Ordinal);
        Assert.Null(broken.Model);
    }

    [Fact]
    public void A_model_too_large_for_this_process_is_refused_with_figures_before_memory_is_taken()
    {
        using var catalog = Open(("Device", "cpu"), ("Slots", "64"), ("Models:copy:Folder", ModelLoading.BuiltIn), ("Models:copy:MaxTokens", "131072"));

        // The context of 8,192 tokens bounds what is set: 65 rows × 8,192 × 30 × 2 × 3 × 64 × 4 bytes.
        var need = MemoryNeed.Of(
            ModelFolder.Read(ModelLoading.BuiltIn), catalog.Models.Find("copy")!.Local!, 95_000_000);

        Assert.Equal("24.5 GB for keys and values of 65 texts of 8192 tokens, 95 MB for weights", need.ToString());
        Assert.Contains("set Slots or MaxTokens lower", Assert.Throws<ModelException>(() => need.CheckAgainst(8_000_000_000)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_leaves_does_not_end_the_loading_for_others()
    {
        using var catalog = Open(("Device", "cpu"), ("Slots", "1"));
        using var leaving = new CancellationTokenSource();

        var first = catalog.OpenAsync(ModelList.BuiltIn, leaving.Token);
        var second = catalog.OpenAsync(ModelList.BuiltIn, Stop);
        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.NotNull((await second).Model);
    }

    [Fact]
    public async Task A_model_on_another_server_answers_and_says_where_it_is()
    {
        await using var server = await ChatServer.StartAsync(Stop);
        using var catalog = Open(("Models:far:Endpoint", server.Endpoint.ToString()), ("Models:far:Model", "tiny"), ("Models:far:Parallel", "2"));

        var model = (await catalog.OpenAsync("far", Stop)).Chat!;
        var answer = await model.Client.GetResponseAsync("engines", cancellationToken: Stop);
        var batch = await model.Batch.AnswerAsync([[new(ChatPart.User, "boats")], [new(ChatPart.User, "trains")]], new AnswerSettings(9), Stop).ToListAsync(Stop);

        Assert.Equal("echo: engines", answer.Text);
        Assert.Equal(["echo: boats", "echo: trains"], batch.OrderBy(a => a.Prompt).Select(a => a.Text));
        Assert.Equal(("far", $"server: {server.Endpoint.Authority} (tiny)", null), (model.Name, model.Device, model.Hash));
        Assert.Equal(6, model.Speed.Tokens);
        Assert.Equal("far", Assert.IsType<ModelState.Ready>(catalog.StateOf("far")).Facts.Name);
    }

    [Fact]
    public async Task A_catalog_closed_while_it_loads_opens_nothing_more()
    {
        var catalog = Open(("Device", "cpu"));
        var loading = catalog.OpenAsync(ModelList.BuiltIn, Stop);

        catalog.Dispose();
        catalog.Dispose();

        await Record.ExceptionAsync(() => loading);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => catalog.OpenAsync(ModelList.BuiltIn, Stop));
    }

    private static ModelCatalog Open(params (string Name, string Value)[] settings) =>
        new(ModelList.Read(settings.Append((Name: "GiveWay", Value: "false")).Select(s => KeyValuePair.Create(s.Name, (string?)s.Value)), _ => null), _ => null, TimeProvider.System);
}
