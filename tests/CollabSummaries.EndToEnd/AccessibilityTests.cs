using CollabSummaries.Workspace.Sharing;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CollabSummaries.EndToEnd;

[Collection(nameof(BrowserCollection))]
public sealed class AccessibilityTests(Product product)
{
    public static TheoryData<string, int, bool> Windows()
    {
        var windows = new TheoryData<string, int, bool>();
        foreach (var page in new[] { "library", "import", "import preview", "review", "transcript", "share dialog", "keys", "bullet menu", "template dialog", "why dialog", "runs", "history", "people", "server", "help", "sign-in", "shared page", "guest door", "not found" })
        {
            foreach (var width in new[] { 360, 1280 })
            {
                windows.Add(page, width, false);
                windows.Add(page, width, true);
            }
        }

        return windows;
    }

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task No_page_breaks_a_rule_of_accessibility_or_is_wider_than_its_window(string name, int width, bool dark)
    {
        var page = await ShowAsync(name, width, dark);

        var result = await page.RunAxe();
        var over = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth");

        Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.Select(x => $"{x.Id}: {x.Help} – {x.Nodes[0].Html}")));
        Assert.True(over <= 0, $"The page is {over} px wider than its window.");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/import")]
    [InlineData("/people")]
    [InlineData("/server")]
    [InlineData("/help")]
    public async Task Everything_that_can_be_clicked_is_reached_with_the_tab_key(string path)
    {
        var page = await product.OpenAsync(path);
        await Expect(page.Locator("main h1, header h1").First).ToBeVisibleAsync();
        await AssertReachedAsync(page);
    }

    [Fact]
    public async Task Everything_on_the_review_page_is_reached_with_the_tab_key()
    {
        var talkId = await product.AddTalkAsync("By keyboard", 3, "A bullet.");
        var page = await product.OpenAsync($"/talks/{talkId}");
        await page.SavedAsync();
        await Expect(page.Locator(".turn").First).ToBeVisibleAsync();

        // Tab indents inside the editor; Escape leaves it.
        await AssertReachedAsync(page);
    }

    private static async Task AssertReachedAsync(IPage page)
    {
        const string Mark = "() => { const e = document.activeElement; if (e && e !== document.body) { e.dataset.reached = '1'; return e.closest('.cm-editor') !== null } return false }";
        await page.EvaluateAsync("() => { document.activeElement?.blur(); getSelection()?.removeAllRanges() }");
        const string Missed =
            """
            () => [...document.querySelectorAll('a[href], button:not([disabled]), input:not([disabled]):not([type=hidden]), select, textarea, summary, [contenteditable=true]')]
              .filter(e => e.checkVisibility({ visibilityProperty: true }) && !e.dataset.reached && e.tabIndex >= 0 && !(e.type === 'radio' && !e.checked))
              .map(e => e.outerHTML.slice(0, 120))
            """;
        string[] missed;
        var rounds = 0;
        do
        {
            // As many steps as there are stops, and some for what is not of the page; again for rows that other tests brought meanwhile.
            missed = await page.EvaluateAsync<string[]>(Missed);
            for (var i = 0; i < missed.Length + 20; i++)
            {
                await page.Keyboard.PressAsync("Tab");
                if (await page.EvaluateAsync<bool>(Mark))
                    await page.Keyboard.PressAsync("Escape");
            }

            missed = await page.EvaluateAsync<string[]>(Missed);
        }
        while (missed.Length > 0 && ++rounds < 3);

        Assert.Empty(missed);
    }

    private async Task<IPage> ShowAsync(string name, int width, bool dark)
    {
        switch (name)
        {
            case "library":
                return await SeenAsync(await product.OpenAsync("/", width, dark), ".talks, .nothing");
            case "import":
                return await SeenAsync(await product.OpenAsync("/import", width, dark), ".drop");
            case "import preview":
                var import = await product.OpenAsync("/import", width, dark);
                await import.FillAsync("#pasted", "WEBVTT\n\n00:01.000 --> 00:04.000\n<v Ann>Hello there.\n\nno time here\nA line.\n\n00:09.000 --> 00:12.000\n<v Bob>Fine.\n");
                await import.ClickAsync("[data-import-look]");
                return await SeenAsync(import, ".first-turns");
            case "review" or "transcript" or "share dialog" or "keys" or "bullet menu" or "template dialog" or "why dialog":
                var page = await product.OpenAsync($"/talks/{await product.AddTalkAsync("Checked talk", 40, "A bullet to be checked.", "Another one.")}", width, dark);
                await page.SavedAsync();
                if (name == "transcript" && width < 900)
                    await page.ClickAsync("[data-review-tab=transcript]");
                if (name == "share dialog")
                    await page.GetByRole(AriaRole.Button, new() { Name = "Share" }).ClickAsync();
                if (name == "keys")
                    await page.EvaluateAsync("() => document.querySelector('[data-review-key-list]').showModal()");
                if (name == "template dialog")
                    await page.GetByRole(AriaRole.Button, new() { Name = "New template" }).ClickAsync();
                if (name is "bullet menu" or "why dialog")
                    await page.Locator(".cs-more-acts").First.ClickAsync();
                if (name == "why dialog")
                    await page.GetByRole(AriaRole.Menuitem, new() { Name = "Why this bullet" }).ClickAsync();
                return await SeenAsync(page, name switch { "bullet menu" => ".cs-menu", "template dialog" or "why dialog" => ".mud-dialog h2", "transcript" => ".turn", "share dialog" => ".mud-dialog form", "keys" => "dialog[open]", _ => ".cm-line" });
            case "runs":
                var summarized = await product.AddTalkAsync("Talk with runs", 40);
                await product.SummarizeAsync(summarized);
                var runs = await SeenAsync(await product.OpenAsync($"/talks/{summarized}/runs", width, dark), ".why-row");
                await runs.Locator(".why-row > summary").First.ClickAsync();
                return await SeenAsync(runs, ".why blockquote");
            case "history":
                return await SeenAsync(await product.OpenAsync($"/talks/{await product.AddTalkAsync("Past talk", 2, "A bullet.")}/history", width, dark), ".diff");
            case "people":
                return await SeenAsync(await product.OpenAsync("/people", width, dark), "table");
            case "server":
                return await SeenAsync(await product.OpenAsync("/server", width, dark), "table .tag");
            case "help":
                return await SeenAsync(await product.OpenAsync("/help", width, dark), "table.keys");
            case "sign-in":
                return await SeenAsync(await product.OpenAsStrangerAsync("/sign-in", width, dark), "form");
            case "not found":
                return await SeenAsync(await product.OpenAsync("/talks/no-such-talk", width, dark), "h1");
            default:
                var talkId = await product.AddTalkAsync("Shared and checked", 4, "A bullet to be read.");
                var right = name == "guest door" ? LinkRight.Edit : LinkRight.Read;
                var (_, secret) = await product.Get<LinkStore>().CreateAsync(new NewLink(talkId, right, LinkScope.Transcript, null, null, "import"), CancellationToken.None);
                return await SeenAsync(await product.OpenAsStrangerAsync($"/s/{secret}", width, dark), "h1");
        }
    }

    private static async Task<IPage> SeenAsync(IPage page, string part)
    {
        await Expect(page.Locator(part).First).ToBeVisibleAsync();
        return page;
    }
}
