using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CollabSummaries.EndToEnd;

[Collection(nameof(BrowserCollection))]
public sealed class ReadingTests(Product product)
{
    [Fact]
    public async Task All_rows_are_on_the_page_and_the_browser_s_own_find_reaches_the_last()
    {
        var talkId = await product.AddTalkAsync("Long talk", 400);
        var page = await product.OpenAsync($"/talks/{talkId}");
        await Expect(page.Locator(".turn").Last).ToContainTextAsync("part number 399");

        var found = await page.EvaluateAsync<bool>("() => window.find('part number 399 of the talk')");

        Assert.True(found);
        Assert.Equal("399", await page.EvaluateAsync<string?>("() => getSelection().anchorNode?.parentElement?.dataset.s"));
    }

    [Fact]
    public async Task Find_counts_steps_and_is_left_with_escape()
    {
        var talkId = await product.AddTalkAsync("Found talk", 60);
        var page = await product.OpenAsync($"/talks/{talkId}");
        await Expect(page.Locator(".turn").Last).ToContainTextAsync("part number 59");

        await page.Locator(".rows").FocusAsync();
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("part NUMBER 5");

        await Expect(page.Locator(".count")).ToHaveTextAsync("1 of 11");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".count")).ToHaveTextAsync("2 of 11");
        await page.Keyboard.PressAsync("Shift+Enter");
        await page.Keyboard.PressAsync("Shift+Enter");
        await Expect(page.Locator(".count")).ToHaveTextAsync("11 of 11");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator(".count")).ToHaveTextAsync("");
    }

    [Fact]
    public async Task A_passage_is_marked_and_brought_to_a_third_of_the_height()
    {
        var talkId = await product.AddTalkAsync("Cited talk", 400);
        var page = await product.OpenAsync($"/talks/{talkId}");
        await Expect(page.Locator(".turn").Last).ToContainTextAsync("part number 399");

        await page.EvaluateAsync("() => document.dispatchEvent(new CustomEvent('passage:open', { detail: { pieces: [{ segment: 250, start: 0, end: 12, quote: 'This is what' }] } }))");

        Assert.Equal("This is what", await page.EvaluateAsync<string>("() => [...CSS.highlights.get('passage')][0].toString()"));
        await page.WaitForFunctionAsync(
            """
            () => {
              const pane = document.querySelector('.rows').getBoundingClientRect()
              const place = (document.querySelector('[data-s="250"]').getBoundingClientRect().top - pane.top) / pane.height
              return Math.abs(place - 1 / 3) < 0.03
            }
            """);
        await page.Keyboard.PressAsync("Escape");
        Assert.Equal(0, await page.EvaluateAsync<int>("() => CSS.highlights.get('passage')?.size ?? 0"));
    }

    [Fact]
    public async Task A_talk_is_deleted_and_brought_back_by_undo()
    {
        await product.AddTalkAsync("Deleted by mistake", 2);
        var page = await product.OpenAsync("/");
        var row = page.Locator("tr").Filter(new() { HasText = "Deleted by mistake" });

        await row.Locator("summary").ClickAsync();
        await row.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Expect(row).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();

        await Expect(row).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_talk_is_renamed_from_the_library()
    {
        await product.AddTalkAsync("Old name of the talk", 2);
        var page = await product.OpenAsync("/");
        var row = page.Locator("tr").Filter(new() { HasText = "Old name of the talk" });

        await row.Locator("summary").ClickAsync();
        await row.GetByRole(AriaRole.Button, new() { Name = "Rename" }).ClickAsync();
        await page.GetByLabel("Title", new() { Exact = true }).FillAsync("New name of the talk");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator("tr").Filter(new() { HasText = "New name of the talk" })).ToHaveCountAsync(1);
        await Expect(row).ToHaveCountAsync(0);
    }
}
