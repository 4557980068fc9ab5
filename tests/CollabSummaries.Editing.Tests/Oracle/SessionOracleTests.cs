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
            var plans = Enumerable.Range(0, Math.Min(left, Batch)).Select(_ => SessionPlan.Random(random)).ToList();
            var faults = await FaultsAsync(oracle, plans, cancellation);
            if (faults.FindIndex(fault => fault is not null) is not (>= 0 and var at)) continue;

            var smallest = await plans[at].MinimizeAsync(async plan => (await FaultsAsync(oracle, [plan], cancellation))[0] is not null);
            Assert.Fail(await smallest.KeepAsync((await FaultsAsync(oracle, [smallest], cancellation))[0]!, cancellation));
        }
    }

    [Fact]
    public async Task Sessions_that_failed_once_agree_now()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var oracle = await OracleProcess.StartAsync(cancellation);

        var faults = await FaultsAsync(oracle, [.. SessionPlan.Kept().Select(plan => plan with { ComposesGaps = false })], cancellation);

        Assert.NotEmpty(faults);
        Assert.All(faults, Assert.Null);
    }

    private static async Task<List<string?>> FaultsAsync(OracleProcess oracle, List<SessionPlan> plans, CancellationToken cancellation)
    {
        var sessions = plans.Select(plan => new SimulatedSession(plan)).ToList();
        var own = sessions.Select(session => session.FindFault()).ToList();
        var answers = await oracle.AskAsync([.. sessions.Select(session => session.Ask)], cancellation);
        return [.. sessions.Select((session, i) => own[i] ?? Difference(session, JsonSerializer.Deserialize<SessionAnswer>(answers[i], Options)!))];
    }

    private static string? Difference(SimulatedSession session, SessionAnswer answer)
    {
        if (answer.Error is not null) return answer.Error;
        if (!session.Sends.SequenceEqual(answer.Sends)) return "an editor would send something else";
        if (answer.Docs.Any(doc => doc != session.Text)) return $"an editor ends with another text than {session.Text}";
        return answer.Unsent.All(unsent => unsent == 0) ? null : "an editor still holds something unsent";
    }

    private sealed record SessionAnswer(string[] Docs, int[] Unsent, string[] Sends, string? Error);
}
