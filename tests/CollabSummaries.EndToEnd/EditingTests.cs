using System.Text.RegularExpressions;
using CollabSummaries.Workspace.Accounts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CollabSummaries.EndToEnd;

[Collection(nameof(BrowserCollection))]
public sealed class EditingTests(Product product)
{
    [Fact]
    public async Task Two_people_write_in_the_same_bullet_at_once_and_end_with_the_same_words()
    {
        var talkId = await product.AddTalkAsync("Together", 4, "The team hoped and then CUDA came.", "Nobody knew how far it goes.");
        var mia = await product.OpenAsync($"/talks/{talkId}");
        var jonas = await product.OpenAsync($"/talks/{talkId}", person: await product.JoinAsync("Jonas", Role.Member));
        await Task.WhenAll(mia.SavedAsync(), jonas.SavedAsync());
        await mia.PutCursorBehindAsync("The team");
        await jonas.PutCursorBehindAsync("then CUDA");

        await Task.WhenAll(
            mia.Keyboard.TypeAsync(" of three people", new() { Delay = 15 }),
            jonas.Keyboard.TypeAsync(" finally and loudly", new() { Delay = 15 }));

        foreach (var page in new[] { mia, jonas })
        {
            await page.SaysAsync("The team of three people hoped and then CUDA finally and loudly came.");
            await page.SavedAsync();
        }

        Assert.Equal(await mia.SummaryAsync(), await jonas.SummaryAsync());
    }

    [Fact]
    public async Task A_whole_version_is_restored_from_the_history_as_a_new_change()
    {
        var talkId = await product.AddTalkAsync("Restored", 4, "The first words stand here.");
        var page = await product.OpenAsync($"/talks/{talkId}");
        await page.SavedAsync();
        await page.PutCursorBehindAsync("The first words");
        await page.Keyboard.TypeAsync(" that were changed");
        await Expect(page.Saved()).ToContainTextAsync(new Regex(@"Saved.*v([2-9]|\d\d)"));

        await page.GotoAsync($"{product.Address}/talks/{talkId}/history");
        await page.Locator(".timeline button").Last.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Restore v1" }).ClickAsync();

        await Expect(page.Locator(".timeline button").First).ToContainTextAsync("restored an earlier version");
        await page.GotoAsync($"{product.Address}/talks/{talkId}");
        await page.SavedAsync();
        await Expect(page.Editor()).ToContainTextAsync("The first words stand here.");
        await Expect(page.Editor()).Not.ToContainTextAsync("that were changed");
    }

    [Fact]
    public async Task A_viewer_reads_everything_and_changes_nothing()
    {
        var talkId = await product.AddTalkAsync("Read only", 4, "Only to be read.");

        var page = await product.OpenAsync($"/talks/{talkId}", person: await product.JoinAsync("Vera", Role.Viewer));

        await Expect(page.Editor()).ToContainTextAsync("Only to be read.");
        await Expect(page.Editor()).ToHaveAttributeAsync("contenteditable", "false");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Summarize" })).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Share" })).ToHaveCountAsync(0);
    }
}
