using CollabSummaries.Editing.Bullets;
using CollabSummaries.Editing.Sessions;

namespace CollabSummaries.Editing.Tests.Sessions;

public sealed class EditingSessionTests
{
    private readonly EditingSession _session = EditingSession.Open("abc", 0, BulletMap.Empty, [], new Dictionary<string, long>());

    [Fact]
    public void Updates_made_at_an_older_version_are_moved_over_the_newer_ones()
    {
        Commit(Push("one", 0, 0, Insert(3, 0, "X")));

        var accepted = Commit(Push("two", 0, 0, Insert(3, 3, "Y"), Insert(4, 4, "Z")));

        Assert.Equal(1, accepted.FromVersion);
        Assert.Equal(["[4,[0,\"Y\"]]", "[5,[0,\"Z\"]]"], accepted.Updates.Select(update => update.Changes.ToJson()));
        Assert.Equal(("XabcYZ", 3L), (_session.Committed.Text, _session.Version));
    }

    [Fact]
    public void A_push_that_comes_again_is_applied_once()
    {
        Commit(Push("one", 0, 0, Insert(3, 0, "X")));
        Commit(Push("two", 0, 0, Insert(3, 3, "Y")));

        var again = Commit(Push("two", 0, 0, Insert(3, 3, "Y"), Insert(4, 4, "Z")));
        var third = Commit(Push("two", 0, 0, Insert(3, 3, "Y"), Insert(4, 4, "Z")));

        Assert.Equal([1L], again.Updates.Select(update => update.Seq));
        Assert.Empty(third.Updates);
        Assert.Equal((3L, 3L), (third.FromVersion, third.ToVersion));
        Assert.Equal("XabcYZ", _session.Committed.Text);
    }

    [Fact]
    public void Pushes_build_on_what_is_accepted_and_not_yet_committed()
    {
        var first = Push("one", 0, 0, Insert(3, 0, "X"));
        var second = Push("two", 0, 0, Insert(3, 0, "Y"));
        var resent = Push("one", 0, 0, Insert(3, 0, "X"));

        Assert.Equal((0L, "abc"), (_session.Version, _session.Committed.Text));
        Assert.Equal((1L, "XYabc"), (second.FromVersion, second.Text));
        Assert.Equal((2L, 0), (resent.ToVersion, resent.Updates.Count));
        Assert.Throws<InvalidOperationException>(() => _session.Commit(second));

        foreach (var accepted in new[] { first, second, resent }) _session.Commit(accepted);

        Assert.Equal((2L, "XYabc"), (_session.Version, _session.Committed.Text));
        Assert.Equal(["one", "two"], _session.Since(0)!.Select(update => update.ClientId));
    }

    [Fact]
    public void After_a_failed_write_nothing_is_accepted()
    {
        var accepted = Push("one", 0, 0, Insert(3, 0, "X"));

        _session.Abandon();

        Assert.Equal(RefusalCode.Ended, Refuse("two", 0, 0, Insert(3, 0, "Y")).Code);
        Assert.Throws<InvalidOperationException>(() => _session.Commit(accepted));
        Assert.Equal("abc", _session.Committed.Text);
    }

    [Fact]
    public void What_does_not_fit_is_refused_whole_and_changes_nothing()
    {
        Commit(Push("one", 0, 0, Insert(3, 0, "😀")));

        Assert.Equal(RefusalCode.Ahead, Refuse("two", 2, 0, Insert(5, 0, "Y")).Code);
        Assert.Equal(RefusalCode.Ahead, Refuse("two", -1, 0, Insert(5, 0, "Y")).Code);
        Assert.Equal(RefusalCode.TooMany, Refuse("two", 1, 0).Code);
        Assert.Equal(RefusalCode.LengthMismatch, Refuse("two", 1, 0, Insert(3, 0, "Y")).Code);
        Assert.Equal(RefusalCode.LengthMismatch, Refuse("two", 0, 0, Insert(5, 0, "Y")).Code);
        Assert.Equal(RefusalCode.LengthMismatch, Refuse("two", 0, 0, Insert(3, 0, "Y"), Insert(3, 0, "Y")).Code);
        Assert.Equal(RefusalCode.OutOfOrder, Refuse("two", 1, 1, Insert(5, 0, "Y")).Code);
        Assert.Equal(RefusalCode.OutOfOrder, Refuse("one", 1, 0, Insert(5, 0, "Y")).Code);
        Assert.Equal(RefusalCode.OutOfOrder, Refuse("one", 1, 2, Insert(5, 0, "Y")).Code);
        Assert.Equal(RefusalCode.CutsPair, Refuse("two", 1, 0, Insert(5, 1, "Y")).Code);
        Assert.Equal(RefusalCode.ChangedResend, Refuse("one", 0, 0, Insert(3, 0, "Y")).Code);
        Assert.Equal(RefusalCode.TooLarge, Refuse("two", 1, 0, Insert(5, 0, new string('x', 262_140))).Code);
        Assert.Equal(RefusalCode.TooManyBullets, Refuse("two", 1, 0, Insert(5, 0, string.Concat(Enumerable.Repeat("- \n", 2_001)))).Code);
        Assert.Equal((1L, "😀abc"), (_session.Version, _session.Committed.Text));
        Assert.Equal("Y😀abc", Push("two", 1, 0, Insert(5, 0, "Y")).Text);
    }

    [Fact]
    public void A_gap_or_two_clients_in_one_push_are_refused()
    {
        Update[] gap = [new("one", 0, Insert(3, 0, "X")), new("one", 2, Insert(4, 0, "Y"))];
        Update[] mixed = [new("one", 0, Insert(3, 0, "X")), new("two", 1, Insert(4, 0, "Y"))];

        foreach (var updates in new[] { gap, mixed })
            Assert.Equal(RefusalCode.OutOfOrder, Assert.IsType<Refused>(_session.Accept(0, updates)).Code);
    }

    [Fact]
    public void A_text_over_the_limit_may_still_become_shorter()
    {
        var session = EditingSession.Open("0123456789", 0, BulletMap.Empty, [], limits: new SessionLimits(MaxTextLength: 5));

        Assert.IsType<Accepted>(session.Accept(0, [new("one", 0, ChangeSet.Replace(10, 0, 2, "x"))]));
        Assert.IsType<Refused>(session.Accept(0, [new("two", 0, Insert(10, 0, "x"))]));
    }

    [Fact]
    public async Task A_push_older_than_memory_is_moved_over_what_the_log_holds()
    {
        var log = Enumerable.Range(0, 100).Select(i => new Update("one", i, Insert(i, i, "x"))).ToList();
        var session = EditingSession.Open(new string('x', 100), 100, BulletMap.Empty, log[90..]);
        LoadUpdates load = (after, to, _) => ValueTask.FromResult<IReadOnlyList<Update>>(log[(int)after..(int)to]);

        var needed = session.Accept(40, [new("two", 0, Insert(40, 0, "Y"))]);
        var accepted = await session.AcceptAsync(40, [new("two", 0, Insert(40, 0, "Y"))], load, TestContext.Current.CancellationToken);

        Assert.Equal(new NeedsLog(40, 90), needed);
        Assert.Equal("[[0,\"Y\"],100]", Assert.IsType<Accepted>(accepted).Updates[0].Changes.ToJson());
        Assert.Null(session.Since(89));
        Assert.Null(session.Since(101));
        Assert.Equal(10, session.Since(90)!.Count);
    }

    [Fact]
    public void Too_far_behind_is_refused()
    {
        var session = EditingSession.Open("", 6_000, BulletMap.Empty, []);

        Assert.Equal(RefusalCode.TooFarBehind, Assert.IsType<Refused>(session.Accept(999, [new("one", 0, Insert(0, 0, "x"))])).Code);
        Assert.Equal(new NeedsLog(1_000, 6_000), session.Accept(1_000, [new("one", 0, Insert(0, 0, "x"))]));
    }

    [Fact]
    public void Declared_bullet_ids_move_with_their_update()
    {
        Commit(Push("one", 0, 0, Insert(3, 0, "- new\n")));

        var outcome = _session.Accept(0, [new("run 1", 0, Insert(3, 3, "\n- found"))], bulletIds: new Dictionary<int, string> { [4] = "run1-0" });

        var accepted = Assert.IsType<Accepted>(outcome);
        Assert.Equal("b1-0 run1-0", accepted.Bullets.ToText());
        Assert.Equal("run1-0", accepted.BulletIds[10]);
    }

    [Fact]
    public void Refusals_have_the_names_of_the_protocol() => Assert.Equal(
        ["ahead", "tooFarBehind", "lengthMismatch", "badChange", "tooLarge", "outOfOrder", "cutsPair", "tooMany", "tooManyBullets", "changedResend", "ended"],
        Enum.GetValues<RefusalCode>().Select(code => code.Name()));

    private static ChangeSet Insert(int length, int at, string text) => ChangeSet.Replace(length, at, at, text);

    private AcceptOutcome Accept(string client, long version, long seq, params ChangeSet[] changes) =>
        _session.Accept(version, [.. changes.Select((one, i) => new Update(client, seq + i, one))]);

    private Accepted Push(string client, long version, long seq, params ChangeSet[] changes) =>
        Assert.IsType<Accepted>(Accept(client, version, seq, changes));

    private Refused Refuse(string client, long version, long seq, params ChangeSet[] changes) =>
        Assert.IsType<Refused>(Accept(client, version, seq, changes));

    private Accepted Commit(Accepted accepted)
    {
        _session.Commit(accepted);
        return accepted;
    }
}
