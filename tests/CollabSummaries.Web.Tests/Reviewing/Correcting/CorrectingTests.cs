using System.Net;
using System.Net.Http.Json;
using System.Text;
using CollabSummaries.Web.Tests.Shell;
using CollabSummaries.Workspace.Accounts;
using CollabSummaries.Workspace.Log;
using CollabSummaries.Workspace.Talks;

namespace CollabSummaries.Web.Tests.Reviewing.Correcting;

public sealed class CorrectingTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private const string File = "WEBVTT\n\n00:01.000 --> 00:04.000\n<v SPEAKER_00>In 2012 Ilya used a gForce card.\n\n00:04.500 --> 00:09.000\n<v SPEAKER_01>And it was fast.\n\n00:10.000 --> 00:12.000\n<v SPEAKER_02>Very fast.\n";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_speaker_is_renamed_everywhere_two_become_one_and_both_can_be_taken_back()
    {
        var (browser, talk) = await OpenAsync();

        var answer = await PostAsync(browser, talk, "speakers", new { shown = new Dictionary<string, string> { ["SPEAKER_00"] = "Ann", ["SPEAKER_01"] = "Bob", ["SPEAKER_02"] = "Bob" } });
        var renamed = await SpeakersAsync(talk);
        var undo = await answer.Content.ReadFromJsonAsync<Reply>(Stop);
        await PostAsync(browser, talk, "speakers", new { names = undo!.Names });

        Assert.Equal(["Ann", "Bob", "Bob"], renamed);
        Assert.Equal(["SPEAKER_00", "SPEAKER_01", "SPEAKER_02"], await SpeakersAsync(talk));
        Assert.Equal(3, (await shared.App.Get<TalkStore>().FindAsync(talk, Stop))!.Transcript.SpeakerCount);
    }

    [Fact]
    public async Task Names_can_be_swapped_in_one_step()
    {
        var (browser, talk) = await OpenAsync();

        await PostAsync(browser, talk, "speakers", new { shown = new Dictionary<string, string> { ["SPEAKER_00"] = "SPEAKER_01", ["SPEAKER_01"] = "SPEAKER_00" } });

        Assert.Equal(["SPEAKER_01", "SPEAKER_00", "SPEAKER_02"], await SpeakersAsync(talk));
    }

    [Fact]
    public async Task A_corrected_turn_keeps_the_file_s_words_and_its_evidence_is_to_be_rechecked_until_they_are_back()
    {
        var (browser, talk) = await OpenAsync();
        await shared.App.GiveEvidenceAsync(talk, new PassagePiece(0, 0, 18, 31, "a gForce card"), Stop);
        var raw = await shared.App.Get<TalkStore>().GetRawAsync(talk, Stop);

        var answer = await PostAsync(browser, talk, "turn", new { first = 0, last = 0, was = "In 2012 Ilya used a gForce card.", text = "In 2012, Ilya used a GeForce card." });

        Assert.Equal(1, (await answer.Content.ReadFromJsonAsync<Reply>(Stop))!.Rechecks);
        var piece = await PieceAsync(talk);
        var segment = (await shared.App.Get<TalkStore>().ListSegmentsAsync(talk, Stop))[0];
        Assert.Equal(("a GeForce card", "a gForce card", "a GeForce card"), (piece.Quote, piece.Was, segment.Text[piece.Start..piece.End]));
        Assert.Equal("In 2012 Ilya used a gForce card.", segment.ImportedText);
        Assert.Equal(raw, await shared.App.Get<TalkStore>().GetRawAsync(talk, Stop));
        var rows = await browser.GetStringAsync($"/talks/{talk}/transcript", Stop);
        Assert.Contains("<q>In 2012 Ilya used a gForce card.</q>", rows, StringComparison.Ordinal);

        await PostAsync(browser, talk, "turn", new { first = 0, last = 0, was = segment.Text, text = (string?)null });

        Assert.Equal(new PassagePiece(0, 0, 18, 31, "a gForce card"), await PieceAsync(talk));
        Assert.Null((await shared.App.Get<TalkStore>().ListSegmentsAsync(talk, Stop))[0].ImportedText);
    }

    [Fact]
    public async Task Somebody_else_can_be_named_the_speaker_of_one_turn_and_is_then_renamed_with_the_others()
    {
        var (browser, talk) = await OpenAsync();

        await PostAsync(browser, talk, "turn", new { first = 2, last = 2, was = "Very fast.", text = "Very fast.", speaker = "SPEAKER_00" });
        await PostAsync(browser, talk, "turn", new { first = 1, last = 1, was = "And it was fast.", text = "And it was fast.", speaker = "Kay" });
        await PostAsync(browser, talk, "speakers", new { shown = new Dictionary<string, string> { ["SPEAKER_00"] = "Ann", ["Kay"] = "Kay Novak" } });

        Assert.Equal(["Ann", "Kay Novak", "Ann"], await SpeakersAsync(talk));
    }

    [Fact]
    public async Task Of_two_who_correct_the_same_words_the_second_hears_that_they_changed()
    {
        var (browser, talk) = await OpenAsync();
        await PostAsync(browser, talk, "turn", new { first = 2, last = 2, was = "Very fast.", text = "Very, very fast." });

        var late = await PostAsync(browser, talk, "turn", new { first = 2, last = 2, was = "Very fast.", text = "Quite fast." });

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("changed this turn meanwhile", await late.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_those_who_may_edit_the_talk_change_its_transcript()
    {
        var (_, talk) = await OpenAsync();
        var (viewer, _) = await shared.App.SignedInAsync(Role.Viewer, Stop);
        var (guest, _) = await shared.App.LetInAsync(talk, Stop);
        var (stranger, _) = await shared.App.LetInAsync(await shared.App.AddTalkAsync("Another", Stop), Stop);
        var wish = new { shown = new Dictionary<string, string> { ["SPEAKER_00"] = "Ann" } };

        HttpStatusCode[] answers = [
            (await PostAsync(viewer, talk, "speakers", wish)).StatusCode, (await PostAsync(stranger, talk, "speakers", wish)).StatusCode,
            (await PostAsync(viewer, talk, "turn", new { first = 2, last = 2, was = "Very fast.", text = "Slow." })).StatusCode,
            (await PostAsync(stranger, talk, "parse", new { formats = new[] { "text" }, @try = true })).StatusCode,
            (await PostAsync(guest, talk, "speakers", wish)).StatusCode];

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.OK], answers);
    }

    [Fact]
    public async Task Parsed_again_the_file_keeps_evidence_names_and_corrections_by_the_lines_they_stand_on()
    {
        var (browser, talk) = await OpenAsync();
        await shared.App.GiveEvidenceAsync(talk, new PassagePiece(0, 1, 7, 15, "was fast"), Stop);
        await PostAsync(browser, talk, "turn", new { first = 0, last = 0, was = "In 2012 Ilya used a gForce card.", text = "In 2012 Ilya used a GeForce card." });
        await PostAsync(browser, talk, "speakers", new { shown = new Dictionary<string, string> { ["SPEAKER_01"] = "Bob" } });

        var tried = await (await PostAsync(browser, talk, "parse", new { formats = new[] { "srt" }, @try = true })).Content.ReadFromJsonAsync<Parsed>(Stop);
        var before = await PieceAsync(talk);
        await PostAsync(browser, talk, "parse", new { formats = new[] { "text" }, @try = false });
        var moved = await PieceAsync(talk);
        var plain = await shared.App.Get<TalkStore>().ListSegmentsAsync(talk, Stop);
        await PostAsync(browser, talk, "parse", new { formats = new[] { "vtt" }, @try = false });

        Assert.Equal((3, 1), (tried!.SegmentsBefore, tried.Passages));
        Assert.Equal(new PassagePiece(0, 1, 7, 15, "was fast"), before);
        Assert.Equal("was fast", plain[moved.Segment].Text[moved.Start..moved.End]);
        Assert.Equal(before, await PieceAsync(talk));
        var back = await shared.App.Get<TalkStore>().ListSegmentsAsync(talk, Stop);
        Assert.Equal(("In 2012 Ilya used a GeForce card.", "Bob"), (back[0].Text, back[1].Speaker));
    }

    [Fact]
    public async Task A_transcript_is_downloaded_as_it_is_shown()
    {
        var (browser, talk) = await OpenAsync();
        await PostAsync(browser, talk, "speakers", new { shown = new Dictionary<string, string> { ["SPEAKER_00"] = "Ann" } });
        await PostAsync(browser, talk, "turn", new { first = 2, last = 2, was = "Very fast.", text = "Very fast indeed." });

        var vtt = await browser.GetAsync($"/talks/{talk}/transcript.vtt", Stop);
        var text = await browser.GetStringAsync($"/talks/{talk}/transcript.txt", Stop);

        Assert.Contains("00:00:01.000 --> 00:00:04.000\n<v Ann>In 2012 Ilya used a gForce card.", await vtt.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal(("text/vtt", "Fast cards.vtt"), (vtt.Content.Headers.ContentType!.MediaType, vtt.Content.Headers.ContentDisposition!.FileNameStar));
        Assert.Contains("Very fast indeed.", text, StringComparison.Ordinal);
    }

    private async Task<(HttpClient Browser, string TalkId)> OpenAsync()
    {
        var (browser, _) = await shared.App.SignedInAsync(Role.Member, Stop);
        var raw = Encoding.UTF8.GetBytes(File);
        var read = CollabSummaries.Transcripts.Import.TranscriptImport.Import(raw, new("talk.vtt"), Stop).Transcript!;
        var talk = await shared.App.Get<TalkStore>().AddAsync(
            new NewTalk("Fast cards", null, null, "import", new NewTranscript(
                "talk.vtt", raw, read.Format, read.Encoding, read.Language,
                [.. read.Segments.Select(x => new NewSegment(x.Id, x.StartMs, x.EndMs, x.Speaker, x.Text, x.FirstLine, x.LastLine))], []), ["The card was fast."]),
            Stop);
        return (browser, talk);
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient browser, string talk, string path, object wish) =>
        browser.PostAsJsonAsync($"/talks/{talk}/transcript/{path}", wish, Stop);

    private async Task<IEnumerable<string?>> SpeakersAsync(string talk) => (await shared.App.Get<TalkStore>().ListSegmentsAsync(talk, Stop)).Select(x => x.Speaker);

    private async Task<PassagePiece> PieceAsync(string talk) =>
        Passages.FromJson((await shared.App.Get<EvidenceStore>().ListAsync(talk, null, Stop)).Single().Passages).Single();

    private sealed record Reply(Dictionary<string, string>? Names, int Rechecks);

    private sealed record Parsed(int SegmentsBefore, int Passages);
}
