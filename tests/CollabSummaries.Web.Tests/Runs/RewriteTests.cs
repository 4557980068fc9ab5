using CollabSummaries.Editing;
using CollabSummaries.Editing.Bullets;
using CollabSummaries.Web.Editing.Sessions;
using CollabSummaries.Web.Editing.Writing;
using CollabSummaries.Web.Reviewing.Bullets;
using CollabSummaries.Web.Runs;
using CollabSummaries.Web.Runs.Record;
using CollabSummaries.Web.Runs.Rewriting;
using CollabSummaries.Web.Tests.Shell;
using CollabSummaries.Workspace.Access;
using CollabSummaries.Workspace.Accounts;
using CollabSummaries.Workspace.Log;
using CollabSummaries.Workspace.Runs;
using CollabSummaries.Workspace.Talks;

namespace CollabSummaries.Web.Tests.Runs;

public sealed class RewriteTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private TestApp App => shared.App;

    [Fact]
    public async Task A_bullet_nobody_edited_is_written_anew_in_its_place_and_undone_as_it_was()
    {
        var (talk, who, bullets) = await SummarizedAsync();
        var before = await NowAsync(talk);

        var run = await DoneAsync(await App.Get<RewriteRequests>().RewriteBulletAsync(who, talk, bullets[1].Id, newPassages: true, Stop));

        var after = await NowAsync(talk);
        Assert.Equal((RunState.Done, 1), (run.State, run.PartsTotal));
        Assert.Equal(bullets.Select(x => x.Id), after.State.Bullets.Bullets.Select(x => x.Id));
        Assert.NotEqual(bullets[1].Text, after.State.Bullets.Find(bullets[1].Id)!.Value.Text);
        Assert.Equal(bullets.Where((_, k) => k != 1).Select(x => x.Text), after.State.Bullets.Bullets.Where((_, k) => k != 1).Select(x => x.Text));
        var evidence = Assert.Single(after.Evidence, x => x.BulletId == bullets[1].Id);
        Assert.Equal(after.State.Bullets.Find(bullets[1].Id)!.Value.Text, evidence.GivenFor);
        Assert.DoesNotContain(before.Evidence, x => x.Passages == evidence.Passages);

        Assert.Equal(1, await App.Get<RewriteRequests>().UndoAsync(who, talk, run.Id, Stop));

        var undone = await NowAsync(talk);
        Assert.Equal(before.State.Text, undone.State.Text);
        Assert.Equal(before.Evidence.Select(x => (x.BulletId, x.Passages)).Order(), undone.Evidence.Select(x => (x.BulletId, x.Passages)).Order());
        Assert.Equal(0, await App.Get<RewriteRequests>().UndoAsync(who, talk, run.Id, Stop));
    }

    [Fact]
    public async Task A_bullet_somebody_edited_stays_and_what_is_written_anew_waits_to_be_accepted()
    {
        var (talk, who, bullets) = await SummarizedAsync();
        await AppendAsync(who, talk, bullets[0].Id, " Indeed.");
        var edited = (await NowAsync(talk)).State.Text;

        var run = await DoneAsync(await App.Get<RewriteRequests>().RewriteBulletAsync(who, talk, bullets[0].Id, newPassages: true, Stop));

        Assert.Equal(edited, (await NowAsync(talk)).State.Text);
        var offered = Assert.Single(await App.Get<Suggestions>().ListAsync(who, talk, Stop));
        Assert.Equal((run.Id, bullets[0].Id), (offered.RunId, offered.Replaces));
        await App.Get<Suggestions>().AcceptAsync(who, talk, run.Id, offered.Index, Stop);
        var after = (await NowAsync(talk)).State;
        Assert.Equal(Landing.Line(offered.Text, 4096), after.Bullets.Find(bullets[0].Id)!.Value.Text);
        Assert.Equal(bullets.Count, after.Bullets.Bullets.Count);
        await App.Get<RewriteRequests>().UndoAsync(who, talk, run.Id, Stop);
        Assert.Equal(edited, (await NowAsync(talk)).State.Text);
    }

    [Fact]
    public async Task A_section_is_written_anew_under_its_heading_and_nothing_else_is_touched()
    {
        var (talk, who, _) = await SummarizedAsync();
        var before = (await NowAsync(talk)).State;
        var heading = Headings.List(before.Text)[1];
        var end = Headings.List(before.Text).Select(x => x.Start).Where(x => x > heading.Start).DefaultIfEmpty(before.Text.Length).First();
        var under = before.Bullets.Bullets.Where(x => x.LineStart > heading.Start && x.LineStart < end).Select(x => x.Id).ToHashSet();

        var run = await DoneAsync(await App.Get<RewriteRequests>().RewriteSectionAsync(who, talk, heading.Title, heading.Start + 5, newPassages: true, Stop));

        var after = (await NowAsync(talk)).State;
        Assert.NotEmpty(under);
        Assert.Equal(under.Count, run.PartsTotal);
        Assert.All(after.Bullets.Bullets, x => Assert.Equal(!under.Contains(x.Id), before.Bullets.Find(x.Id)!.Value.Text == x.Text));
        Assert.Null(await App.Get<RewriteRequests>().RewriteSectionAsync(who, talk, "No such heading", 0, newPassages: true, Stop));
    }

    [Fact]
    public async Task A_quote_from_the_same_passage_is_the_quote_that_stands_there_and_changes_nothing()
    {
        var (talk, who, bullets) = await SummarizedAsync();
        var before = (await NowAsync(talk)).State;

        var run = await DoneAsync(await App.Get<RewriteRequests>().RewriteBulletAsync(who, talk, bullets[0].Id, newPassages: false, Stop));

        Assert.Equal(RunState.Done, run.State);
        Assert.Equal(before.Version, (await NowAsync(talk)).State.Version);
        Assert.Empty(await App.Get<RunStore>().ListBulletsAsync(run.Id, Stop));
    }

    [Fact]
    public async Task A_further_run_suggests_nothing_that_stands_there_word_for_word()
    {
        var (talk, who, bullets) = await SummarizedAsync();

        await DoneAsync(await App.Get<RunRequests>().StartAsync(who, talk, 7, true, Stop));

        var offered = await App.Get<Suggestions>().ListAsync(who, talk, Stop);
        Assert.DoesNotContain(offered, x => bullets.Any(b => b.Text == x.Text));
    }

    [Fact]
    public async Task A_bullet_people_wrote_finds_its_passage_and_one_the_talk_does_not_say_is_not_supported()
    {
        var (talk, who, _) = await SummarizedAsync();
        await WriteAsync(who, talk, "\n- Glacier water feeds villages downstream, and the reservoir has never been emptier.\n- The reservoir was sold to Siemens for 900 million dollars.\n- Zebras yawn.");
        var giving = App.Get<EvidenceGiving>();

        var found = await giving.FindAsync(who, talk, new BulletPlace("bullet", null, "Glacier water feeds villages downstream, and the reservoir has never been emptier.", 3), Stop);
        await giving.FindAsync(who, talk, new BulletPlace("bullet", null, "The reservoir was sold to Siemens for 900 million dollars.", 3), Stop);
        var nothing = await giving.FindAsync(who, talk, new BulletPlace("bullet", null, "Zebras yawn.", 3), Stop);

        var now = await NowAsync(talk);
        var rows = now.Evidence.Where(x => x.Kind == "found").ToList();
        Assert.Equal(2, rows.Count);
        Assert.Equal("supported", rows[0].Support);
        Assert.Contains("Glacier water", rows[0].Passages, StringComparison.Ordinal);
        Assert.NotEqual("supported", rows[1].Support);
        Assert.Empty(nothing.Given);
        Assert.Contains("No passage", nothing.Message, StringComparison.Ordinal);
        await giving.UndoAsync(who, talk, found.Given, Stop);
        Assert.Single((await NowAsync(talk)).Evidence, x => x.Kind == "found");
    }

    [Fact]
    public async Task Selected_text_becomes_evidence_by_its_exact_characters_and_places_outside_are_refused()
    {
        var (talk, who, bullets) = await SummarizedAsync();
        var place = new BulletPlace("bullet", bullets[0].Id, "", 0);
        var segment = (await App.Get<TalkStore>().ListSegmentsAsync(talk, Stop))[5];

        var given = await App.Get<EvidenceGiving>().LinkAsync(who, talk, place, [new(5, 4, 19)], Stop);
        var outside = await App.Get<EvidenceGiving>().LinkAsync(who, talk, place, [new(5, 4, 9_999)], Stop);

        var row = Assert.Single((await NowAsync(talk)).Evidence, x => x.Id == given.Given.Single());
        Assert.Equal(segment.Text[4..19], Assert.Single(Passages.FromJson(row.Passages)).Quote);
        Assert.Empty(outside.Given);
    }

    [Fact]
    public async Task Whoever_may_not_edit_rewrites_links_and_undoes_nothing()
    {
        var (talk, member, bullets) = await SummarizedAsync();
        var run = await DoneAsync(await App.Get<RewriteRequests>().RewriteBulletAsync(member, talk, bullets[0].Id, newPassages: true, Stop));
        var (_, viewerId) = await App.SignedInAsync(Role.Viewer, Stop);
        var place = new BulletPlace("bullet", bullets[0].Id, "", 0);

        foreach (var who in new Who[] { new Member(viewerId, "Vera", 0), new Member("unknown", "X", 0) })
        {
            await Assert.ThrowsAsync<AccessDeniedException>(() => App.Get<RewriteRequests>().RewriteBulletAsync(who, talk, bullets[0].Id, true, Stop));
            await Assert.ThrowsAsync<AccessDeniedException>(() => App.Get<RewriteRequests>().RewriteSectionAsync(who, talk, "First", 0, true, Stop));
            await Assert.ThrowsAsync<AccessDeniedException>(() => App.Get<RewriteRequests>().UndoAsync(who, talk, run.Id, Stop));
            await Assert.ThrowsAsync<AccessDeniedException>(() => App.Get<EvidenceGiving>().FindAsync(who, talk, place, Stop));
            await Assert.ThrowsAsync<AccessDeniedException>(() => App.Get<EvidenceGiving>().LinkAsync(who, talk, place, [new(0, 0, 5)], Stop));
        }

        await Assert.ThrowsAsync<AccessDeniedException>(() => App.Get<RunRecords>().ListOfBulletAsync(new Member("unknown", "X", 0), talk, bullets[0].Id, Stop));
    }

    private async Task<(string Talk, Who Who, IReadOnlyList<BulletLine> Bullets)> SummarizedAsync()
    {
        var (_, accountId) = await App.SignedInAsync(Role.Member, Stop);
        var talk = await App.Get<TalkStore>().AddAsync(RunTalks.OfThreeChapters("Things"), Stop);
        var who = new Member(accountId, "Ada", 0);
        await DoneAsync(await App.Get<RunRequests>().StartAsync(who, talk, 6, true, Stop));
        return (talk, who, (await NowAsync(talk)).State.Bullets.Bullets);
    }

    private async Task<(CollabSummaries.Editing.Sessions.SessionState State, IReadOnlyList<KeptEvidence> Evidence)> NowAsync(string talk) =>
        ((await App.Get<SummaryLog>().OpenAsync(talk, Stop))!.State, await App.Get<EvidenceStore>().ListAsync(talk, null, Stop));

    private Task<long> AppendAsync(Who who, string talk, string bulletId, string words) => App.Get<SummaryWriting>().WriteAsync(talk, who.AuthorKey, UpdateKind.Edit, now =>
    {
        var at = now.State.Bullets.Find(bulletId)!.Value.LineEnd;
        return new PlannedEdit(ChangeSet.Replace(now.State.Text.Length, at, at, words));
    }, Stop);

    private Task<long> WriteAsync(Who who, string talk, string words) => App.Get<SummaryWriting>().WriteAsync(
        talk, who.AuthorKey, UpdateKind.Edit, now => new PlannedEdit(ChangeSet.Replace(now.State.Text.Length, now.State.Text.Length, now.State.Text.Length, words)), Stop);

    private Task<Run> DoneAsync(Run? run) =>
        App.Get<RunFeed>().UntilAsync(App.Get<RunStore>(), Assert.IsType<Run>(run), x => x.State is RunState.Done or RunState.Failed or RunState.Stopped, Stop);
}
