using CollabSummaries.Workspace.Log;
using CollabSummaries.Workspace.Runs;
using CollabSummaries.Workspace.Talks;

namespace CollabSummaries.Workspace.Tests.Talks;

public sealed class TranscriptStoreTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_change_moves_segments_counts_and_every_passage_that_points_into_them_and_leaves_the_file_alone()
    {
        await using var workspace = await TemporaryWorkspace.OpenAsync(Stop);
        var (store, talks) = (workspace.Get<TranscriptStore>(), workspace.Get<TalkStore>());
        var id = await workspace.AddTalkAsync("Engines", Stop, "One was fast.");
        await workspace.Writer.WriteAsync(c => { c.Add(Evidence(id, "open", null)); c.Add(Evidence(id, "past", 3)); return Task.CompletedTask; }, Stop);
        var source = (await store.FindAsync(id, Stop))!;

        var outcome = await store.ChangeAsync(id, Change(source, x => x.Replace("fast", "quick", StringComparison.Ordinal), pieces => [.. pieces.Select(p => p with { Quote = "quick", End = p.Start + 5, Was = "fast" })]), Stop);

        Assert.Equal(TranscriptOutcome.Changed, outcome);
        var segments = await talks.ListSegmentsAsync(id, Stop);
        Assert.Equal(("Only one was quick enough.", "Only one was fast enough.", "Ada L."), (segments[1].Text, segments[1].ImportedText, segments[0].Speaker));
        Assert.Equal("Ada", segments[0].ImportedSpeaker);
        Assert.All(await workspace.Get<EvidenceStore>().ListAllAsync(id, Stop), x => Assert.True(Passages.IsCorrected(x.Passages)));
        Assert.Equal(source.Files[0].Raw, await talks.GetRawAsync(id, Stop));
        Assert.Equal((1, 2), ((await store.FindAsync(id, Stop))!.Edition, (await talks.FindAsync(id, Stop))!.Transcript.SpeakerCount));
    }

    [Fact]
    public async Task Of_two_changes_made_on_the_same_edition_one_comes_too_late_and_changes_nothing()
    {
        await using var workspace = await TemporaryWorkspace.OpenAsync(Stop);
        var store = workspace.Get<TranscriptStore>();
        var id = await workspace.AddTalkAsync("Engines", Stop);
        var source = (await store.FindAsync(id, Stop))!;

        var outcomes = await Task.WhenAll(
            store.ChangeAsync(id, Change(source, x => x + " One.", null), Stop),
            store.ChangeAsync(id, Change(source, x => x + " Two.", null), Stop));

        Assert.Equal([TranscriptOutcome.Changed, TranscriptOutcome.MovedOn], outcomes);
        Assert.EndsWith("One.", (await store.FindAsync(id, Stop))!.Segments[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_a_run_reads_the_words_stay_and_names_may_change()
    {
        await using var workspace = await TemporaryWorkspace.OpenAsync(Stop);
        var store = workspace.Get<TranscriptStore>();
        var id = await workspace.AddTalkAsync("Engines", Stop);
        await workspace.Get<RunStore>().RequestAsync(new NewRun(id, null, true, "import", false), Stop);
        var source = (await store.FindAsync(id, Stop))!;

        var words = await store.ChangeAsync(id, Change(source, x => x + " More.", pieces => pieces), Stop);
        var names = await store.ChangeAsync(id, Change(source, x => x, null), Stop);

        Assert.Equal((TranscriptOutcome.RunIsReading, TranscriptOutcome.Changed), (words, names));
    }

    [Fact]
    public async Task Another_cut_of_the_file_replaces_all_segments_and_headings_and_a_stopped_run_starts_over()
    {
        await using var workspace = await TemporaryWorkspace.OpenAsync(Stop);
        var store = workspace.Get<TranscriptStore>();
        var id = await workspace.AddTalkAsync("Engines", Stop);
        var source = (await store.FindAsync(id, Stop))!;
        var run = await workspace.Get<RunStore>().RequestAsync(new NewRun(id, null, true, "import", false), Stop);
        await workspace.Get<RunStore>().RequestStopAsync(run.Id, Stop);
        await workspace.Writer.WriteAsync(c => { c.Add(new RunPart { RunId = run.Id, Part = 0, FinishedAt = DateTimeOffset.UnixEpoch }); return Task.CompletedTask; }, Stop);

        await store.ChangeAsync(
            id, new TranscriptChange(0, [new SegmentNow("b1", null, null, null, "All in one.", 1, 9, null, null)], [], ["text"], source.Names, [], x => x), Stop);

        var after = (await store.FindAsync(id, Stop))!;
        Assert.Equal(("b1", "All in one."), (Assert.Single(after.Segments).SegmentId, after.Segments[0].Text));
        Assert.Empty(after.Chapters);
        Assert.Equal("text", after.Files[0].Format);
        Assert.Empty(await workspace.Get<RunQueue>().ListPartsAsync(run.Id, Stop)); // tried again, it reads from the start
    }

    private static TranscriptChange Change(TranscriptSource source, Func<string, string> words, Func<IReadOnlyList<PassagePiece>, IReadOnlyList<PassagePiece>>? move) => new(
        source.Edition,
        [.. source.Segments.Select(x => new SegmentNow(
            x.SegmentId, x.StartMs, x.EndMs, x.Speaker == "Ada" ? "Ada L." : x.Speaker, words(x.Text), x.FirstLine, x.LastLine, x.ImportedSpeaker, words(x.Text) == x.Text ? null : x.Text))],
        null, null, new Dictionary<string, string> { ["Ada"] = "Ada L." }, [], move);

    private static KeptEvidence Evidence(string talkId, string id, long? to) => new()
    {
        Id = $"{talkId}-{id}", TalkId = talkId, BulletId = "b", FromVersion = 0, ToVersion = to, GivenFor = "One was fast.",
        Passages = Passages.ToJson([new PassagePiece(0, 1, 13, 17, "fast")]), Support = "supported", Score = 1, Kind = "linked", GivenBy = "import",
    };
}
