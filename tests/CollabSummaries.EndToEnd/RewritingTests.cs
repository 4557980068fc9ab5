using CollabSummaries.Web.Runs;
using CollabSummaries.Workspace.Access;
using CollabSummaries.Workspace.Runs;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CollabSummaries.EndToEnd;

[Collection(nameof(BrowserCollection))]
public sealed class RewritingTests(Product product)
{
    [Fact]
    public async Task A_bullet_is_written_anew_from_its_menu_and_brought_back_and_says_why_it_is_there()
    {
        var talkId = await product.AddTalkAsync("Anew", 60);
        await product.SummarizeAsync(talkId);
        var page = await product.OpenAsync($"/talks/{talkId}");
        await page.SavedAsync();
        var before = await page.SummaryAsync();

        await page.Locator(".cs-bullet .cs-more-acts").First.ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Write anew from another passage" }).ClickAsync();
        var undo = page.Locator(".run").GetByRole(AriaRole.Button, new() { Name = "Undo" });
        await Expect(undo).ToBeVisibleAsync();
        Assert.NotEqual(before, await page.SummaryAsync());
        await undo.ClickAsync();

        await page.SaysAsync(before.Split('\n').First(x => x.StartsWith("- ", StringComparison.Ordinal)));
        Assert.Equal(before, await page.SummaryAsync());
        await page.Locator(".cs-bullet .cs-more-acts").First.ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Why this bullet" }).ClickAsync();
        await Expect(page.Locator(".mud-dialog blockquote").First).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task By_keyboard_a_bullet_finds_its_passage_and_takes_the_selected_text_as_evidence()
    {
        var talkId = await product.AddTalkAsync("By hand", 8, "Something nobody said.");
        var page = await product.OpenAsync($"/talks/{talkId}");
        await page.SavedAsync();
        await Expect(page.Locator(".turn").First).ToBeVisibleAsync();
        await page.PutCursorBehindAsync("Something nobody said.");

        await page.Keyboard.PressAsync("Control+.");
        await Expect(page.Locator(".cs-menu button").First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator(".cs-menu")).ToHaveCountAsync(0);
        await page.EvaluateAsync(
            """
            () => {
              const said = document.querySelector('.transcript [data-s="1"]').firstChild
              document.querySelector('.transcript .rows').focus()
              getSelection().setBaseAndExtent(said, 0, said, said.length)
            }
            """);
        await page.Keyboard.PressAsync("l");

        await Expect(page.Locator(".cm-line .chip")).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(page.Locator(".cm-line .chip")).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }
}

/// <summary>Runs, for tests about what comes after them.</summary>
internal static class SummarizedTalks
{
    /// <summary>Lets a run choose quotes and waits until they stand in the summary.</summary>
    public static async Task SummarizeAsync(this Product product, string talkId)
    {
        var who = new Member((await product.Get<CollabSummaries.Workspace.Accounts.PeopleStore>().ListAsync(CancellationToken.None))[0].AccountId, "Mia Berg", 0);
        var over = new TaskCompletionSource<Run>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var listening = product.Get<RunFeed>().Subscribe(talkId, x =>
        {
            if (x.Run.State is RunState.Done or RunState.Failed)
                over.TrySetResult(x.Run);
        });
        await product.Get<RunRequests>().StartAsync(who, talkId, 4, quotesOnly: true, CancellationToken.None);
        Assert.Equal(RunState.Done, (await over.Task.WaitAsync(TimeSpan.FromMinutes(1))).State);
    }
}
