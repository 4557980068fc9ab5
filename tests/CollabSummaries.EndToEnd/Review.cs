using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CollabSummaries.EndToEnd;

/// <summary>What people do on the review page.</summary>
internal static class Review
{
    /// <summary>Where the summary is written.</summary>
    public static ILocator Editor(this IPage page) => page.Locator("[data-review-editor] .cm-content");

    public static ILocator Saved(this IPage page) => page.Locator("[data-review-saved]");

    private const string Lines =
        """
        () => [...document.querySelectorAll('.cm-line')].map(line => {
          const copy = line.cloneNode(true)
          for (const widget of copy.querySelectorAll('.cm-widgetBuffer, .cs-caret, .cs-chips')) widget.remove()
          return copy.textContent
        }).join('\n')
        """;

    /// <summary>Lines of the summary as the page shows them, chips and cursors of others left out.</summary>
    public static async Task<string> SummaryAsync(this IPage page) => await page.EvaluateAsync<string>(Lines);

    /// <summary>Waits until these words stand in the summary.</summary>
    public static async Task SaysAsync(this IPage page, string words) =>
        await page.WaitForFunctionAsync($"words => ({Lines})().includes(words)", words, new() { Timeout = 15_000 });

    public static async Task SavedAsync(this IPage page) => await Expect(page.Saved()).ToContainTextAsync("Saved", new() { Timeout = 15_000 });

    /// <summary>Puts the cursor behind these words.</summary>
    public static async Task PutCursorBehindAsync(this IPage page, string words)
    {
        await page.Editor().FocusAsync();
        await page.EvaluateAsync(
            """
            words => {
              const walker = document.createTreeWalker(document.querySelector('.cm-content'), NodeFilter.SHOW_TEXT)
              for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                const at = node.data.indexOf(words)
                if (at >= 0) { getSelection().collapse(node, at + words.length); return }
              }
              throw new Error('These words are not in the summary.')
            }
            """,
            words);
    }
}
