using System.Text.Json;
using CollabSummaries.Editing.Tests.Generators;
using CollabSummaries.Editing.Tests.Sessions;

namespace CollabSummaries.Editing.Tests.Oracle;

public sealed class SessionOracleTests
{
    private const int Batch = 200;
    private static readonly JsonSerializerOptions Options = new() { PropertyNameCaseInsensitive = true };

    [Fact]
    public async Task Real_collab_editors_end_with_the_text_of_the_authority()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var random = new Random(Seeds.Take());
        await using var oracle = await OracleProcess.StartAsync(cancellation);

        for (var left = Seeds.Cases(500); left > 0; left -= Batch)
        {
            var sessions = Enumerable.Range(0, Math.Min(left, Batch)).Select(_ => new SimulatedSession(random)).ToList();
            foreach (var session in sessions) session.Run();
            var answers = await oracle.AskAsync([.. sessions.Select(session => session.Ask)], cancellation);

            foreach (var (session, answer) in sessions.Zip(answers)) Compare(session, JsonSerializer.Deserialize<SessionAnswer>(answer, Options)!);
        }
    }

    private static void Compare(SimulatedSession session, SessionAnswer answer)
    {
        Assert.Null(answer.Error);
        Assert.Equal(session.Sends, answer.Sends);
        Assert.All(answer.Docs, doc => Assert.Equal(session.Text, doc));
        Assert.All(answer.Unsent, unsent => Assert.Equal(0, unsent));
    }

    private sealed record SessionAnswer(string[] Docs, int[] Unsent, string[] Sends, string? Error);
}
