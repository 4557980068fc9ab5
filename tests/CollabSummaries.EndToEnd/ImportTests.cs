using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CollabSummaries.EndToEnd;

[Collection(nameof(BrowserCollection))]
public sealed class ImportTests(Product product)
{
    private static readonly string Seed = Path.Combine(AppContext.BaseDirectory, "Library", "sample-talk.txt");

    [Fact]
    public async Task The_seed_pair_is_chosen_looked_at_and_kept_with_its_own_bullets()
    {
        var page = await product.OpenAsync("/");
        await page.Locator("[data-import-files]").SetInputFilesAsync(Seed);
        await page.WaitForURLAsync("**/import**");
        await Expect(page.Locator(".facts")).ToContainTextAsync("brings 4 bullets of its own");
        await Expect(page.Locator(".first-turns")).ToContainTextAsync("in 2012 Ilya Sutskever");

        await page.FillAsync("input[name=title]", "The seed");
        await page.ClickAsync("[data-import-save]");
        await page.WaitForURLAsync(new Regex("/talks/"));

        await Expect(page.Locator(".turn").First).ToContainTextAsync("in 2012 Ilya Sutskever");
        await Expect(page.Editor()).ToContainTextAsync("Researchers at the University of Toronto leveraged the GeForce GTX 580");
        await Expect(page.Locator("input.title")).ToHaveValueAsync("The seed");
    }

    [Fact]
    public async Task A_pasted_transcript_is_summarized_on_the_page_and_every_bullet_shows_its_passage()
    {
        var transcript = (await File.ReadAllTextAsync(Seed, TestContext.Current.CancellationToken)).Split("->")[0];
        var page = await product.OpenAsync("/import#pasted");
        await page.FillAsync("#pasted", transcript);
        await page.ClickAsync("[data-import-look]");
        await page.FillAsync("input[name=title]", "Pasted seed");
        await page.ClickAsync("[data-import-save]");
        await page.WaitForURLAsync(new Regex("/talks/"));

        await page.GetByRole(AriaRole.Button, new() { Name = "Summarize", Exact = true }).ClickAsync();

        await Expect(page.Locator(".run").First).ToContainTextAsync("done in", new() { Timeout = 120_000 });
        await Expect(page.Locator(".cs-chips").First).ToBeVisibleAsync();
        Assert.InRange((await page.SummaryAsync()).Split('\n').Count(x => x.TrimStart().StartsWith('-')), 3, 4);
        await page.Locator(".cs-chips .chip").First.ClickAsync();
        await page.WaitForFunctionAsync("() => (CSS.highlights.get('passage')?.size ?? 0) > 0");
    }

    [Fact]
    public async Task A_file_that_is_no_transcript_is_refused_with_the_line_and_cannot_be_kept()
    {
        var page = await product.OpenAsync("/import");

        await page.GetByLabel("Transcript files").SetInputFilesAsync(new FilePayload { Name = "picture.txt", MimeType = "text/plain", Buffer = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0] });

        await Expect(page.Locator("[role=alert]")).ToContainTextAsync("Line 1:");
        await Expect(page.Locator("[data-import-save]")).ToBeDisabledAsync();
    }
}
