using CollabSummaries.Editing;
using CollabSummaries.Workspace.Log;
using Microsoft.EntityFrameworkCore;

namespace CollabSummaries.Workspace.Tests.Log;

public sealed class SummaryLogTests
{
    private const int Seed = 20;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_text_at_any_version_is_what_the_rows_up_to_it_give_with_snapshots_and_without()
    {
        await using var host = await LogHost.StartAsync(Stop);
        var talk = await host.AddTalkAsync("- one\n- two", Stop);

        var states = await host.FillAsync(talk, 60, snapshotEvery: 25, Seed, Stop);

        foreach (var state in states)
        {
            var at = await host.Log.TextAtAsync(talk, state.Version, Stop);
            Assert.Equal((state.Text, state.Bullets.ToText()), (at.Text, at.Bullets.ToText()));
        }

        Assert.Null(await host.Check.FindFaultAsync(talk, Stop));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => host.Log.TextAtAsync(talk, 62, Stop));
    }

    [Fact]
    public async Task Opening_goes_on_from_the_last_snapshot_with_the_numbers_of_all_clients()
    {
        await using var host = await LogHost.StartAsync(Stop);
        var talk = await host.AddTalkAsync("- one", Stop);
        var states = await host.FillAsync(talk, 12, snapshotEvery: 10, Seed, Stop);

        var opened = (await host.Log.OpenAsync(talk, Stop))!;

        Assert.Equal((13, states[^1].Text, 10), (opened.State.Version, opened.State.Text, opened.SnapshotVersion));
        Assert.Equal(3, opened.Recent.Count);
        Assert.Equal((0, 11), (opened.LastSeqs["import"], opened.LastSeqs["client"]));
        Assert.Null(await host.Log.OpenAsync("nothing", Stop));
    }

    [Fact]
    public async Task Of_two_writers_at_one_head_the_second_learns_that_it_lost_and_leaves_nothing()
    {
        await using var host = await LogHost.StartAsync(Stop);
        var talk = await host.AddTalkAsync("a", Stop);
        var opened = (await host.Log.OpenAsync(talk, Stop))!;
        LogAppend Append(string client) => new(
            talk, 1, opened.Hash, [new NewRow(new Update(client, 0, ChangeSet.Replace(1, 0, 0, client)), $"[[0,\"{client}\"],1]", "person:a", UpdateKind.Edit)], EvidenceStep.None, null);

        var both = new[] { host.Log.AppendAsync(Append("x"), Stop), host.Log.AppendAsync(Append("y"), Stop) };
        await Assert.ThrowsAsync<LogConflictException>(() => Task.WhenAll(both));

        Assert.True(both[0].IsCompletedSuccessfully);
        Assert.Equal("xa", (await host.Log.OpenAsync(talk, Stop))!.State.Text);
        Assert.Null(await host.Check.FindFaultAsync(talk, Stop));
    }

    [Theory]
    [InlineData("UPDATE Updates SET Changes = '[[0,\"forged\"],' || 5 || ']' WHERE Version = 3", "hash of version 3")]
    [InlineData("UPDATE Updates SET AuthorKey = 'person:b' WHERE Version = 4", "hash of version 4")]
    [InlineData("DELETE FROM Updates WHERE Version = 5", "Version 5 is missing")]
    [InlineData("DELETE FROM Updates WHERE Version = 9", "head says version 9")]
    [InlineData("UPDATE Snapshots SET Text = Text || '!' WHERE Version = 6", "snapshot of version 6")]
    public async Task A_row_changed_or_taken_out_is_found(string crime, string fault)
    {
        await using var host = await LogHost.StartAsync(Stop);
        var talk = await host.AddTalkAsync("abcde", Stop);
        await host.FillAsync(talk, 8, snapshotEvery: 6, Seed, Stop);

        await host.Writer.WriteAsync(context => context.Database.ExecuteSqlRawAsync(crime, Stop), Stop);

        Assert.Contains(fault, await host.Check.FindFaultAsync(talk, Stop), StringComparison.Ordinal);
    }
}
