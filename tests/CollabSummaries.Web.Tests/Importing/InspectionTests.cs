using System.Text;
using Bunit;
using CollabSummaries.Transcripts.Import;
using CollabSummaries.Web.Importing;
using CollabSummaries.Web.Importing.Inspecting;
using CollabSummaries.Web.Importing.Joining;
using TestContext = Xunit.TestContext;

namespace CollabSummaries.Web.Tests.Importing;

public sealed class InspectionTests
{
    private const string Captions = "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n<v Ann>Hello there.\n\n00:00:04.000 -> 00:00:09.000\nA broken arrow.\n\n00:00:09.000 --> 00:00:12.000\n<v Bob>Fine.\n";

    [Fact]
    public void A_file_is_shown_with_its_odd_lines_marked_beside_what_was_read()
    {
        var inspection = Look("talk.vtt", Captions);

        Assert.Contains("2 speakers", inspection.Files[0].Facts());
        var marked = inspection.Files[0].Lines.Where(x => x.IsMarked).Select(x => x.Number).ToList();
        Assert.Equal(inspection.Transcript!.Warnings.Select(x => x.Line), marked);
        Assert.Contains(6, marked);
        Assert.Equal("Hello there.", inspection.FirstTurns[0].Pieces[0].Text);
    }

    [Fact]
    public async Task A_refused_file_names_the_line_and_offers_no_fields_to_keep_it()
    {
        await using var page = new BunitContext();
        var inspection = Look("talk.txt", "");

        var shown = page.Render<ImportPreview>(p => p.Add(x => x.Inspection, inspection));

        Assert.Contains("Line 1: The file is empty.", shown.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Empty(shown.FindAll("[data-import-ready]"));
    }

    [Fact]
    public async Task What_a_file_says_is_text_and_never_markup()
    {
        await using var page = new BunitContext();
        var inspection = Look("<i>name</i>.txt", "<img src=x onerror=alert(1)> was said by the speaker in the first minute of the talk.");

        var shown = page.Render<ImportPreview>(p => p.Add(x => x.Inspection, inspection));

        Assert.Empty(shown.FindAll("img"));
        Assert.Contains("<img src=x onerror=alert(1)>", shown.Find(".first-turns").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_person_typed_stays_when_the_file_is_read_again()
    {
        var typed = new ImportDetails("My title", "", "https://example.org/v", "de");

        var inspection = Inspection.Of([new ImportFile("talk.vtt", Encoding.UTF8.GetBytes(Captions), "vtt")], typed, TestContext.Current.CancellationToken);

        Assert.Equal(typed, inspection.Details);
    }

    [Fact]
    public void A_file_without_a_title_is_named_after_itself()
    {
        var inspection = Look("team_meeting-3.vtt", Captions);

        Assert.Equal("Team meeting 3", inspection.Details.Title);
    }

    [Fact]
    public void Of_a_long_file_the_beginning_and_the_surroundings_of_odd_lines_are_shown()
    {
        var raw = Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(1, 1000).Select(i => $"line {i}")));

        var lines = RawLine.Around(FileLines.Find(raw, TestContext.Current.CancellationToken)!, [500]);

        Assert.Equal([.. Enumerable.Range(1, 60), 498, 499, 500, 501, 502], lines.Select(x => x.Number));
        Assert.Equal((498, 500), (lines.Single(x => x.FollowsGap).Number, lines.Single(x => x.IsMarked).Number));
        Assert.Equal("line 500", lines.Single(x => x.IsMarked).Text);
    }

    [Theory]
    [InlineData("", "2026-11-12", null, "title")]
    [InlineData("A talk", "12.11.2026", null, "2026-11-12")]
    [InlineData("A talk", "", "javascript:alert(1)", "https://")]
    public void Fields_that_cannot_be_kept_are_refused_with_what_to_do(string title, string date, string? mediaUrl, string said)
    {
        var problem = new ImportForm([], [], [], title, date, mediaUrl, null, []).Problem();

        Assert.Contains(said, problem, StringComparison.Ordinal);
    }

    private static Inspection Look(string name, string text) =>
        Inspection.Of([new ImportFile(name, Encoding.UTF8.GetBytes(text), null)], new ImportDetails(null, null, null), TestContext.Current.CancellationToken);
}
