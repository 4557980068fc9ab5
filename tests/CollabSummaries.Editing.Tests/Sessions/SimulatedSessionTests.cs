using CollabSummaries.Editing.Tests.Generators;

namespace CollabSummaries.Editing.Tests.Sessions;

public sealed class SimulatedSessionTests
{
    [Fact]
    public async Task All_texts_are_equal_at_rest_and_equal_the_replay_of_the_log()
    {
        var random = new Random(Seeds.Take());

        for (var i = 0; i < Seeds.Cases(2_000); i++)
        {
            var plan = SessionPlan.Random(random);
            if (FaultOf(plan) is null) continue;
            var smallest = await plan.MinimizeAsync(Fails);
            Assert.Fail(await smallest.KeepAsync(FaultOf(smallest)!, TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public void Sessions_that_failed_once_end_alike_now()
    {
        var kept = SessionPlan.Kept();

        var faults = kept.Select(plan => FaultOf(plan with { ComposesGaps = false })).ToList();

        Assert.NotEmpty(kept);
        Assert.All(faults, Assert.Null);
    }

    [Fact]
    public async Task Editors_that_map_over_what_they_missed_at_once_are_found_out_and_shown_in_a_few_steps()
    {
        var random = new Random(Seeds.Take());
        var failing = Enumerable.Range(0, 2_000).Select(_ => SessionPlan.Random(random) with { ComposesGaps = true }).First(plan => FaultOf(plan) is not null);

        var smallest = await failing.MinimizeAsync(Fails);

        Assert.NotNull(FaultOf(smallest));
        Assert.InRange(smallest.Steps.Count, 2, Math.Min(failing.Steps.Count, 20));
        Assert.Null(FaultOf(smallest with { ComposesGaps = false }));
        Assert.All(SessionPlan.Kept().Where(plan => plan.ComposesGaps), plan => Assert.NotNull(FaultOf(plan)));
    }

    private static string? FaultOf(SessionPlan plan) => new SimulatedSession(plan).FindFault();

    private static Task<bool> Fails(SessionPlan plan) => Task.FromResult(FaultOf(plan) is not null);
}
