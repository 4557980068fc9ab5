using System.Diagnostics;
using CollabSummaries.Crash.Tests.Hosting;
using CollabSummaries.Workspace.Accounts;
using CollabSummaries.Workspace.Log;
using CollabSummaries.Workspace.Talks;

namespace CollabSummaries.Crash.Tests;

/// <summary>Many small talks edited by real editors under a network that delays, drops, doubles, reorders and cuts, with pages reloaded, a right
/// taken away and given back, and the server killed.</summary>
[Collection(nameof(OneAtATime))]
public sealed class StormTests(ITestOutputHelper output)
{
    private const int Abreast = 24;

    private sealed record Tally(int Talks, int Editors, int Typed, int Lost);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Editors_in_a_storm_end_with_the_text_the_log_gives_and_nothing_acknowledged_is_missing()
    {
        var seed = Switches.Seed;
        output.WriteLine($"CRASH_SEED={seed}");
        var random = new Random(seed);
        await using var crashing = await Crashing.BeginAsync(Stop);
        var plans = new List<EditingPlan>();
        for (var i = 0; i < Switches.Sessions; i++)
            plans.Add(new(await AddTalkAsync(crashing.Folder, Stop), seed + i, People(crashing.Cookies, i, random), random.Next(5, 20), Storm: true));

        var watch = Stopwatch.StartNew();
        await using var editors = await Editors.StartAsync(crashing.Server.Address, Abreast, plans);
        var checking = CheckAllAsync(crashing, editors, plans);
        var (kills, changes) = await DisturbAsync(crashing, editors, plans, random);
        var tally = await checking;

        Assert.Equal(plans.Count, tally.Talks);
        output.WriteLine(
            $"{tally.Talks} talks, {tally.Editors} editors, {tally.Typed} edits, {kills} kills, {changes} rights taken, " +
            $"{tally.Lost} texts offered, {watch.Elapsed.TotalSeconds:0.0} s; 0 diverged, 0 missing");
    }

    /// <summary>Checks each talk as it ends, while the others go on, and keeps of it what is counted.</summary>
    private static async Task<Tally> CheckAllAsync(Crashing crashing, Editors editors, List<EditingPlan> plans)
    {
        var withMember = plans.Where(x => x.Editors.Contains(crashing.Cookies[1])).Select(x => x.TalkId).ToHashSet(StringComparer.Ordinal);
        var tally = new Tally(0, 0, 0, 0);
        await foreach (var outcome in editors.EndAsync(Stop))
        {
            await CheckAsync(crashing, outcome, mayLose: withMember.Contains(outcome.TalkId));
            tally = new(tally.Talks + 1, tally.Editors + outcome.Texts.Count, tally.Typed + outcome.Typed, tally.Lost + outcome.Lost.Count);
        }

        return tally;
    }

    private static async Task CheckAsync(Crashing crashing, EditingOutcome outcome, bool mayLose)
    {
        await Oracle.CheckAsync(crashing.Folder, outcome, Stop);
        if (mayLose)
            return;
        // Nobody lost a right here, so each edit typed is in the log, and once.
        Assert.Empty(outcome.Lost);
        var rows = await crashing.Folder.Get<SummaryLog>().ListUpdatesAsync(outcome.TalkId, 0, long.MaxValue, Stop);
        var kept = rows.Count(x => x.Kind == UpdateKind.Edit);
        Assert.True(outcome.Typed == kept, $"seed {outcome.Seed}: {outcome.Typed} edits were typed and {kept} are in the log");
    }

    /// <summary>Until all have ended: a kill now and then, and the member a viewer for a while.</summary>
    private static async Task<(int Kills, int Changes)> DisturbAsync(Crashing crashing, Editors editors, List<EditingPlan> plans, Random random)
    {
        var total = plans.Sum(x => x.Edits * x.Editors.Count);
        var people = crashing.Folder.Get<PeopleStore>();
        var member = (await people.ListAsync(Stop)).Single(x => x.Role == Role.Member).AccountId;
        var (kills, changes) = (0, 0);
        while (await editors.UntilMoreAsync(Math.Max(40, Math.Min(total / 5, 2000)), Stop))
        {
            Assert.Equal(PersonChange.Done, await people.SetRoleAsync(member, Role.Viewer, Stop));
            changes++;
            await editors.UntilMoreAsync(random.Next(10, 60), Stop);
            Assert.Equal(PersonChange.Done, await people.SetRoleAsync(member, Role.Member, Stop));
            if (!await editors.UntilMoreAsync(random.Next(10, 60), Stop))
                break;
            await crashing.RestartAsync(Stop);
            await editors.SayAsync("up");
            kills++;
        }

        return (kills, changes);
    }

    /// <summary>Two to four editors; the member, whose right comes and goes, is among those of every third talk.</summary>
    private static string[] People(IReadOnlyList<string> cookies, int i, Random random) =>
        [.. Enumerable.Range(0, random.Next(2, 5)).Select(x => cookies[i % 3 == 0 && x == 0 ? 1 : 0])];

    private static Task<string> AddTalkAsync(KeptFolder folder, CancellationToken stop) => folder.Get<TalkStore>().AddAsync(
        new NewTalk(
            "A talk in a storm", null, null, "import",
            new NewTranscript("storm.txt", "Ann: What is said."u8.ToArray(), "text", "utf-8", "en", [new NewSegment("s0", 0, 1000, "Ann", "What is said.", 1, 1)], []),
            ["one", "two 😀"]),
        stop);
}
