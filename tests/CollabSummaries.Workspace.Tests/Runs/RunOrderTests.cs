using CollabSummaries.Workspace.Runs;

namespace CollabSummaries.Workspace.Tests.Runs;

public sealed class RunOrderTests
{
    private static readonly DateTimeOffset s_start = new(2026, 5, 4, 10, 0, 0, TimeSpan.Zero);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void People_take_turns_and_of_one_persons_runs_the_oldest_is_first()
    {
        var waiting = Waiting("ann:1", "ann:2", "ann:3", "bob:4", "cem:5", "bob:6");

        Assert.Equal(["ann:1", "bob:4", "cem:5", "ann:2", "bob:6", "ann:3"], Order(waiting));
    }

    [Fact]
    public void Whoever_had_a_turn_longest_ago_is_next()
    {
        var waiting = Waiting("ann:1", "bob:2", "cem:3");
        var turns = new Dictionary<string, DateTimeOffset> { ["person:ann"] = s_start.AddMinutes(9), ["person:bob"] = s_start.AddMinutes(3) };

        Assert.Equal(["cem:3", "bob:2", "ann:1"], Order(waiting, turns: turns));
    }

    [Fact]
    public void Who_has_as_many_at_work_as_one_person_may_comes_after_the_others()
    {
        var atWork = Waiting("ann:1", "ann:2");

        Assert.Equal(["bob:5", "bob:6", "ann:3", "ann:4"], Order(Waiting("ann:3", "ann:4", "bob:5", "bob:6"), atWork));
    }

    [Fact]
    public void However_many_runs_one_person_asks_for_everybody_else_is_served_within_a_round()
    {
        var seed = Random.Shared.Next();
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var round = 0; round < 200; round++)
        {
            var people = random.Next(1, 8);
            var waiting = Waiting([.. Enumerable.Range(0, 60).Select(k => $"p{(random.Next(3) == 0 ? random.Next(people) : 0)}:{k}")]);

            var order = Order(waiting);

            var asking = waiting.Select(r => r.RequestedBy).Distinct().Count();
            Assert.Equal(waiting.Count, order.Count);
            Assert.Equal(asking, order.Take(asking).Select(n => n.Split(':')[0]).Distinct().Count());
        }
    }

    [Fact]
    public async Task A_person_has_two_runs_at_work_at_most_and_the_next_one_goes_to_somebody_else()
    {
        await using var workspace = await TemporaryWorkspace.OpenAsync(Stop);
        var (runs, queue) = (workspace.Get<RunStore>(), workspace.Get<RunQueue>());
        foreach (var person in (string[])["ann", "ann", "ann", "bob"])
        {
            workspace.Time.Move(TimeSpan.FromSeconds(1));
            await runs.RequestAsync(new NewRun(await workspace.AddTalkAsync("Engines", Stop), null, false, $"person:{person}", false), Stop);
        }

        var taken = new List<string>();
        while (await queue.ClaimAsync("worker", Stop) is { } run)
            taken.Add(run.RequestedBy);
        var open = await runs.ListOpenAsync(Stop);

        Assert.Equal(["person:ann", "person:bob", "person:ann"], taken);
        Assert.Equal("person:ann", Assert.Single(open.Waiting).RequestedBy);
        Assert.Equal(3, open.AtWork.Count);
    }

    [Fact]
    public async Task Asking_for_another_model_is_another_run_and_the_row_keeps_the_name()
    {
        await using var workspace = await TemporaryWorkspace.OpenAsync(Stop);
        var runs = workspace.Get<RunStore>();
        var wish = new NewRun(await workspace.AddTalkAsync("Engines", Stop), null, false, "person:1", false);

        var plain = await runs.RequestAsync(wish, Stop);
        var other = await runs.RequestAsync(wish with { Model = "big" }, Stop);
        var again = await runs.RequestAsync(wish with { Model = "big" }, Stop);

        Assert.NotEqual(plain.Id, other.Id);
        Assert.Equal(other.Id, again.Id);
        Assert.Equal("big", (await runs.FindAsync(other.Id, Stop))!.ModelAsked);
    }

    private static List<string> Order(IEnumerable<Run> waiting, IEnumerable<Run>? atWork = null, IReadOnlyDictionary<string, DateTimeOffset>? turns = null) =>
        [.. RunOrder.Of(waiting, atWork ?? [], turns ?? new Dictionary<string, DateTimeOffset>()).Select(r => r.Id)];

    /// <summary>Asked for one after the other by the people before the colons.</summary>
    private static List<Run> Waiting(params string[] names) => [.. names.Select((name, k) => new Run
    {
        Id = name, TalkId = "t", Number = 1, State = RunState.Queued, Phase = "waiting", RequestedBy = $"person:{name.Split(':')[0]}", CreatedAt = s_start.AddSeconds(k), AsSuggestions = false,
    })];
}
