using System.Text;
using System.Text.RegularExpressions;
using CollabSummaries.Workspace.Talks;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CollabSummaries.EndToEnd;

[Collection(nameof(BrowserCollection))]
public sealed class InspectorTests(Product product)
{
    private const string First = "WEBVTT\n\n00:01.000 --> 00:04.000\n<v Ann>Hello there and welcome to the first half of the talk about engines.\n\nno time here\nA line of its own.\n\n00:09.000 --> 00:12.000\n<v Bob>It is fine to be here.\n";
    private const string Second = "WEBVTT\n\n00:01.000 --> 00:04.000\n<v Anne>After the break we go on with the gears.\n";

    [Theory]
    [InlineData(1280, false)]
    [InlineData(360, true)]
    public async Task Two_files_are_dropped_read_another_way_joined_named_and_kept(int width, bool dark)
    {
        var page = await product.OpenAsync("/import", width, dark);
        await DropAsync(page, ("first.vtt", First), ("second.vtt", Second));
        await Expect(page.Locator("[data-import-state]")).ToContainTextAsync("File 1 of 2");
        await Expect(page.Locator(".facts").First).ToContainTextAsync("2 speakers");

        await page.GetByRole(AriaRole.Button, new() { Name = "second.vtt is a part of this talk" }).ClickAsync();
        await Expect(page.Locator(".facts.joined")).ToContainTextAsync("guessed: 0:12");
        var format = page.Locator("select[name=format]").First;
        await format.SelectOptionAsync("text");
        await Expect(page.Locator(".first-turns")).ToContainTextAsync("WEBVTT");
        await format.SelectOptionAsync("vtt");
        await Expect(page.Locator(".first-turns")).Not.ToContainTextAsync("WEBVTT");
        await page.GetByLabel("Name of Anne").FillAsync("Ann");
        await page.FillAsync("input[name=title]", "Engines and gears");
        await Expect(page.Locator(".speakers summary")).ToContainTextAsync("2 people");
        await AssertFineAsync(page);

        await page.ClickAsync("[data-import-save]");

        await page.WaitForURLAsync(new Regex("/talks/"));
        if (width < 900)
            await page.ClickAsync("[data-review-tab=transcript]");
        await Expect(page.Locator("[data-who=Ann]")).ToHaveCountAsync(2);
        await Expect(page.Locator(".turn").Last).ToContainTextAsync("After the break we go on with the gears.");
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_left_out_and_the_next_is_looked_at()
    {
        var page = await product.OpenAsync("/import");
        await DropAsync(page, ("empty.txt", ""), ("second.vtt", Second));
        await Expect(page.Locator("[role=alert]")).ToContainTextAsync("empty.txt could not be read. Line 1: The file is empty.");

        await page.GetByRole(AriaRole.Button, new() { Name = "Leave this file out and go on" }).ClickAsync();

        await Expect(page.Locator("[data-import-heading]")).ToHaveTextAsync("Import second.vtt");
        await Expect(page.Locator("[data-import-save]")).ToBeEnabledAsync();
    }

    [Theory]
    [InlineData(1280, false)]
    [InlineData(360, true)]
    public async Task Afterwards_speakers_are_renamed_words_corrected_and_the_file_parsed_again(int width, bool dark)
    {
        var talkId = await AddAsync();
        var page = await product.OpenAsync($"/talks/{talkId}", width, dark);
        await page.SavedAsync();
        if (width < 900)
            await page.ClickAsync("[data-review-tab=transcript]");

        await page.GetByRole(AriaRole.Button, new() { Name = "Speakers" }).ClickAsync();
        await page.GetByLabel("Name of Bob").FillAsync("Ann");
        await Expect(page.Locator("dialog [role=status]")).ToContainTextAsync("2 speakers become one");
        await AssertFineAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.Locator("[data-who=Bob]")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(page.Locator("[data-who=Bob]")).ToHaveCountAsync(1);

        await page.Locator(".turn p").First.DblClickAsync();
        await page.GetByLabel("Words of the turn at 00:00:01").FillAsync("Hello there and welcome to the second half of the talk about engines.");
        await AssertFineAsync(page);
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator(".was summary")).ToContainTextAsync("corrected");
        await page.ClickAsync(".was summary");
        await Expect(page.Locator(".was q")).ToContainTextAsync("the first half of the talk");

        await page.GetByLabel("More for the transcript").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Parse again as" }).ClickAsync();
        await page.Locator("dialog select").SelectOptionAsync("text");
        await Expect(page.Locator("dialog .facts")).ToContainTextAsync("0 of 1 correction fits");
        await AssertFineAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Parse again", Exact = true }).ClickAsync();
        await Expect(page.Locator(".turn").First).ToContainTextAsync("WEBVTT");
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(page.Locator(".turn").First).ToContainTextAsync("the second half of the talk");
    }

    [Fact]
    public async Task What_one_corrects_the_other_sees_without_reloading_and_its_evidence_is_to_be_rechecked()
    {
        var talkId = await AddAsync();
        await GiveEvidenceAsync(talkId);
        var (one, other) = (await product.OpenAsync($"/talks/{talkId}"), await product.OpenAsync($"/talks/{talkId}"));
        await Expect(other.Locator(".cs-chips .chip")).ToHaveClassAsync(new Regex("supported"));
        await Expect(other.Locator(".turn").First).ToBeVisibleAsync();

        await one.GetByLabel("More for the transcript").ClickAsync();
        await one.GetByRole(AriaRole.Button, new() { Name = "Correct words" }).ClickAsync();
        await one.GetByRole(AriaRole.Button, new() { Name = "Correct the turn at 00:00:01" }).ClickAsync();
        await one.GetByLabel("Words of the turn at 00:00:01").FillAsync("Hello there and welcome to the second half of the talk about engines.");
        await one.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        await Expect(one.Locator(".undo")).ToContainTextAsync("Evidence of 1 bullet is to be rechecked");
        await Expect(other.Locator(".turn").First).ToContainTextAsync("the second half");
        await Expect(other.Locator(".cs-chips .chip")).ToContainTextAsync("recheck");
    }

    private static async Task AssertFineAsync(IPage page)
    {
        var result = await page.RunAxe();
        var over = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth");
        Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.Select(x => $"{x.Id}: {x.Help} – {x.Nodes[0].Html}")));
        Assert.True(over <= 0, $"The page is {over} px wider than its window.");
    }

    private static async Task DropAsync(IPage page, params (string Name, string Text)[] files)
    {
        var carried = await page.EvaluateHandleAsync(
            "files => { const carried = new DataTransfer(); for (const f of files) carried.items.add(new File([f.text], f.name)); return carried }",
            files.Select(x => new { name = x.Name, text = x.Text }).ToArray());
        await page.DispatchEventAsync("[data-import-source] [data-import-drop]", "drop", new { dataTransfer = carried });
    }

    private async Task<string> AddAsync()
    {
        var read = CollabSummaries.Transcripts.Import.TranscriptImport.Import(Encoding.UTF8.GetBytes(First), new("first.vtt"), CancellationToken.None).Transcript!;
        return await product.Get<TalkStore>().AddAsync(
            new NewTalk("Engines", null, null, "import", new NewTranscript(
                "first.vtt", Encoding.UTF8.GetBytes(First), read.Format, read.Encoding, read.Language,
                [.. read.Segments.Select(x => new NewSegment(x.Id, x.StartMs, x.EndMs, x.Speaker, x.Text, x.FirstLine, x.LastLine))], []), ["The first half is about engines."]),
            CancellationToken.None);
    }

    private async Task GiveEvidenceAsync(string talkId)
    {
        var bullet = (await product.Get<Workspace.Log.SummaryLog>().OpenAsync(talkId, CancellationToken.None))!.State.Bullets.Bullets[0];
        var row = new Workspace.Log.KeptEvidence
        {
            Id = Workspace.Ids.New(), TalkId = talkId, BulletId = bullet.Id, FromVersion = 0, GivenFor = bullet.Text, Support = "supported", Score = 1, Kind = "linked", GivenBy = "import",
            Passages = Workspace.Log.Passages.ToJson([new Workspace.Log.PassagePiece(0, 0, 31, 41, "first half")]),
        };
        await product.Get<Workspace.Writing.WorkspaceWriter>().WriteAsync(c => { c.Add(row); return Task.CompletedTask; }, CancellationToken.None);
    }
}
