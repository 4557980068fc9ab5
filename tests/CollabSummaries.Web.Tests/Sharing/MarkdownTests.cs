using System.Diagnostics;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CollabSummaries.Web.Sharing.Reading;

namespace CollabSummaries.Web.Tests.Sharing;

public sealed class MarkdownTests
{
    private static readonly HashSet<string> Harmless = new(StringComparer.OrdinalIgnoreCase)
    {
        "html", "head", "body", "p", "br", "hr", "em", "strong", "del", "code", "pre", "blockquote", "ul", "ol", "li", "a",
        "h1", "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td",
    };

    private readonly MarkdownRendering _markdown = new();

    public static TheoryData<string> Hostile => [.. HostileMarkdown.Texts];

    [Fact]
    public void The_corpus_is_as_large_as_promised() => Assert.True(HostileMarkdown.Texts.Distinct().Count() >= 60);

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Hostile_text_becomes_HTML_that_can_do_nothing(string text)
    {
        // The quickest of three: what the machine does beside it is not the text's fault.
        var quickest = Enumerable.Range(0, 3).Min(_ => Elapsed(() => new MarkdownRendering().ToHtml(text)));

        var html = _markdown.ToHtml(text);

        Assert.True(quickest < TimeSpan.FromSeconds(1), "Rendering took longer than a second.");
        foreach (var element in new HtmlParser().ParseDocument(html).All)
            AssertHarmless(element, html);
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void The_same_holds_for_one_line(string text)
    {
        foreach (var element in new HtmlParser().ParseDocument(_markdown.ToInlineHtml(text)).All)
            AssertHarmless(element, text);
    }

    [Theory]
    [InlineData("**bold** and `code`", "<p><strong>bold</strong> and <code>code</code></p>")]
    [InlineData("[a](https://example.org/x?y=1 \"t\")", "<p><a href=\"https://example.org/x?y=1\" title=\"t\" rel=\"noopener noreferrer nofollow\">a</a></p>")]
    [InlineData("5 < 6 & 7 > 2", "<p>5 &lt; 6 &amp; 7 &gt; 2</p>")]
    public void Honest_text_keeps_what_it_means(string text, string html) => Assert.Equal(html, _markdown.ToHtml(text).Trim());

    [Fact]
    public void A_list_that_starts_at_three_does_so() => Assert.Contains("start=\"3\"", _markdown.ToHtml("3. three\n4. four"), StringComparison.Ordinal);

    [Fact]
    public void Text_over_the_limits_is_shown_as_it_stands()
    {
        var text = new string('[', 60) + "<b>";

        Assert.Equal($"<p>{new string('[', 60)}&lt;b&gt;</p>", _markdown.ToHtml(text));
    }

    [Fact]
    public void One_line_has_no_paragraph_around_it() => Assert.Equal("a <em>b</em>", _markdown.ToInlineHtml("a *b*"));

    private static void AssertHarmless(IElement element, string html)
    {
        Assert.True(Harmless.Contains(element.LocalName), $"<{element.LocalName}> came out of: {html}");
        foreach (var attribute in element.Attributes)
        {
            Assert.True(attribute.Name is "href" or "title" or "start" or "rel", $"{attribute.Name} came out of: {html}");
            if (attribute.Name == "href")
                Assert.True(IsHarmlessAddress(attribute.Value), $"{attribute.Value} came out of: {html}");
        }
    }

    private static TimeSpan Elapsed(Action action)
    {
        var started = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(started);
    }

    // As a browser reads it: blanks and controls inside the scheme do not count.
    private static bool IsHarmlessAddress(string address)
    {
        var seen = new string([.. address.Where(c => !char.IsControl(c) && !char.IsWhiteSpace(c))]);
        var colon = seen.IndexOfAny([':', '/', '?', '#']);
        return colon < 0 || seen[colon] != ':' || seen[..colon].ToLowerInvariant() is "http" or "https" or "mailto";
    }
}
