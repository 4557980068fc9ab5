using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CollabSummaries.EndToEnd;

[Collection(nameof(BrowserCollection))]
public sealed class SharingTests(Product product)
{
    [Fact]
    public async Task A_read_link_made_on_the_page_opens_without_account_script_or_cookie_until_it_is_closed()
    {
        var talkId = await product.AddTalkAsync("Shared talk", 4, "What was said is written here.");
        var page = await product.OpenAsync($"/talks/{talkId}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Share" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make link" }).ClickAsync();
        var link = await page.Locator("#new-link").InputValueAsync();

        var reader = await product.OpenAsStrangerAsync(new Uri(link).AbsolutePath, scripts: false);
        await Expect(reader.Locator("h1")).ToContainTextAsync("Shared talk");
        await Expect(reader.Locator("li").First).ToContainTextAsync("What was said is written here.");
        Assert.Empty(await reader.Context.CookiesAsync());

        await page.GetByRole(AriaRole.Button, new() { Name = "Close", Exact = true }).First.ClickAsync();
        await Expect(page.Locator(".mud-dialog")).ToContainTextAsync("closed");
        var after = await reader.ReloadAsync();
        Assert.Equal(404, after?.Status);
    }

    [Fact]
    public async Task Escape_closes_the_dialog_once_a_link_was_made()
    {
        var talkId = await product.AddTalkAsync("Talk with a link", 4, "A link is made.");
        var page = await product.OpenAsync($"/talks/{talkId}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Share" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make link" }).ClickAsync();
        await Expect(page.Locator("#new-link")).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Escape");

        await Expect(page.Locator(".mud-dialog")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task An_edit_link_lets_a_guest_in_by_name_to_write()
    {
        var talkId = await product.AddTalkAsync("Open talk", 4, "Everybody may write.");
        var page = await product.OpenAsync($"/talks/{talkId}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Share" }).ClickAsync();
        await page.GetByLabel("edit, after giving a name").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make link" }).ClickAsync();
        var link = await page.Locator("#new-link").InputValueAsync();

        var guest = await product.OpenAsStrangerAsync(new Uri(link).AbsolutePath);
        await guest.FillAsync("input[name=name]", "Grace");
        await guest.ClickAsync("button[type=submit]");
        await guest.WaitForURLAsync(new Regex($"/talks/{talkId}$"));
        await guest.SavedAsync();
        await guest.PutCursorBehindAsync("Everybody may");
        await guest.Keyboard.TypeAsync(" gladly");

        await page.SaysAsync("Everybody may gladly write.");
        var library = await guest.GotoAsync($"{product.Address}/");
        Assert.Equal(404, library?.Status);
    }
}
