using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CollabSummaries.Summarization.Tests.Chat;

/// <summary>A server on this machine that speaks the chat protocol of OpenAI over real HTTP; what it answers is up to the test.</summary>
internal sealed class ChatServer : IAsyncDisposable
{
    private readonly IHost _host;
    private int _underWay;

    private ChatServer(IHost host) => _host = host;

    /// <summary>Bodies in the order they came, with the Authorization header.</summary>
    public ConcurrentQueue<(string? Key, JsonElement Body)> Requests { get; } = [];

    public int MostUnderWay { get; private set; }

    /// <summary>Answers the request of that number, counted from 1.</summary>
    public Func<HttpContext, JsonElement, int, Task> Answer { get; set; } = (http, body, _) => SayAsync(http, $"echo: {LastText(body)}");

    public Uri Endpoint => new(_host.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>().Features
        .Get<Microsoft.AspNetCore.Hosting.Server.Features.IServerAddressesFeature>()!.Addresses.First() + "/v1");

    public static async Task<ChatServer> StartAsync(CancellationToken stop)
    {
        ChatServer? server = null;
        var host = new HostBuilder().ConfigureWebHost(web => web.UseKestrel().UseUrls("http://127.0.0.1:0")
            .ConfigureServices(services => services.AddRouting())
            .Configure(app => app.UseRouting().UseEndpoints(routes => routes.MapPost("/v1/chat/completions", http => server!.ServeAsync(http))))).Build();
        server = new ChatServer(host);
        await host.StartAsync(stop);
        return server;
    }

    public static Task SayAsync(HttpContext http, string text, string finish = "stop") => http.Response.WriteAsJsonAsync(new
    {
        id = "1", @object = "chat.completion", created = 1, model = "m",
        choices = new[] { new { index = 0, message = new { role = "assistant", content = text }, finish_reason = finish } },
        usage = new { prompt_tokens = 11, completion_tokens = 3, total_tokens = 14 },
    });

    /// <summary>Server-sent events, one a word; the last says that the answer is complete.</summary>
    public static async Task StreamAsync(HttpContext http, IEnumerable<string> words, bool complete = true)
    {
        http.Response.ContentType = "text/event-stream";
        foreach (var word in words)
            await EventAsync(http, new { content = word }, null);
        if (!complete)
            return;
        await EventAsync(http, new { content = "" }, "stop");
        await http.Response.WriteAsync("data: [DONE]\n\n");
    }

    public static Task FailAsync(HttpContext http, int status, string message = "no")
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(new { error = new { message, type = "test", code = (string?)null } });
    }

    public static string LastText(JsonElement body)
    {
        var content = body.GetProperty("messages").EnumerateArray().Last().GetProperty("content");
        return content.ValueKind == JsonValueKind.String ? content.GetString()! : string.Concat(content.EnumerateArray().Select(p => p.GetProperty("text").GetString()));
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(new CancellationToken(canceled: true));
        _host.Dispose();
    }

    private static Task EventAsync(HttpContext http, object delta, string? finish) => http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes("data: " + JsonSerializer.Serialize(
        new { id = "1", @object = "chat.completion.chunk", created = 1, model = "m", choices = new[] { new { index = 0, delta, finish_reason = finish } } }) + "\n\n")).AsTask();

    private async Task ServeAsync(HttpContext http)
    {
        var body = await JsonSerializer.DeserializeAsync<JsonElement>(http.Request.Body);
        Requests.Enqueue((http.Request.Headers.Authorization, body));
        lock (Requests)
            MostUnderWay = Math.Max(MostUnderWay, ++_underWay);
        try
        {
            await Answer(http, body, Requests.Count);
        }
        catch (OperationCanceledException)
        {
            // The client went away, which some tests are about.
        }
        finally
        {
            lock (Requests)
                _underWay--;
        }
    }
}
