using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CollabSummaries.Web.Tests.Runs.Queue;

/// <summary>A model server on this machine, over real HTTP, that answers prompts holding a word only once the test lets it.</summary>
internal sealed class GatedModel : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _word;
    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously), _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _left = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private GatedModel(WebApplication app, string word) => (_app, _word) = (app, word);

    public string Endpoint => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/v1";

    /// <summary>A prompt with the word is here.</summary>
    public Task Arrived => _arrived.Task;

    /// <summary>Whoever asked such a prompt went away.</summary>
    public Task Left => _left.Task;

    public static async Task<GatedModel> StartAsync(string word, CancellationToken stop)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var model = new GatedModel(app, word);
        app.MapPost("/v1/chat/completions", model.AnswerAsync);
        await app.StartAsync(stop);
        return model;
    }

    public void Open() => _gate.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        Open();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        var prompt = await new StreamReader(http.Request.Body).ReadToEndAsync(http.RequestAborted);
        if (prompt.Contains(_word, StringComparison.Ordinal))
        {
            http.RequestAborted.Register(() => _left.TrySetResult());
            _arrived.TrySetResult();
            await Task.WhenAny(_gate.Task, _left.Task);
        }

        await http.Response.WriteAsJsonAsync(new
        {
            id = "1", @object = "chat.completion", created = 1, model = "m",
            choices = new[] { new { index = 0, message = new { role = "assistant", content = "The speaker said something about that." }, finish_reason = "stop" } },
            usage = new { prompt_tokens = 11, completion_tokens = 3, total_tokens = 14 },
        });
    }
}
