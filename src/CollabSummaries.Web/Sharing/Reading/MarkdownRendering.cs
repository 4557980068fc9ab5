using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using Ganss.Xss;
using Markdig;

namespace CollabSummaries.Web.Sharing.Reading;

/// <summary>Markdown of people and models as HTML that cannot do anything: a few Markdig extensions, raw HTML off, then an allow list.
/// Text over the limits, or that the parser chokes on, comes out as plain text.</summary>
internal sealed class MarkdownRendering
{
    /// <summary>UTF-16 code units of one text at most; a bullet has at most 4 kB.</summary>
    public const int LongestText = 256 * 1024;

    private const int DeepestNesting = 20;
    private const int LongestRun = 50;
    private const int MostRemembered = 4096;

    // No UseAdvancedExtensions: its generic attributes let {onclick=…} through although HTML is off.
    private readonly MarkdownPipeline _pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseAutoLinks().UseTaskLists().Build();
    private readonly ConcurrentDictionary<string, string> _remembered = new(StringComparer.Ordinal);

    /// <summary>Never throws for any text.</summary>
    public string ToHtml(string markdown)
    {
        if (_remembered.TryGetValue(markdown, out var known))
            return known;
        var html = Render(markdown);
        if (_remembered.Count >= MostRemembered)
            _remembered.Clear();
        if (markdown.Length <= 4096)
            _remembered[markdown] = html;
        return html;
    }

    /// <summary>As <see cref="ToHtml"/>, for one line: without the paragraph around it.</summary>
    public string ToInlineHtml(string markdown)
    {
        var html = ToHtml(markdown).Trim();
        return html.StartsWith("<p>", StringComparison.Ordinal) && html.EndsWith("</p>", StringComparison.Ordinal) && html.IndexOf("<p>", 3, StringComparison.Ordinal) < 0
            ? html[3..^4]
            : html;
    }

    private string Render(string markdown)
    {
        if (!IsWithinLimits(markdown))
            return Plain(markdown);
        try
        {
            return NewSanitizer().Sanitize(Markdown.ToHtml(markdown, _pipeline));
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or IndexOutOfRangeException)
        {
            return Plain(markdown);
        }
    }

    private static string Plain(string text) => $"<p>{HtmlEncoder.Default.Encode(text)}</p>";

    /// <summary>Markdig throws at 128 nested brackets or quotes and takes quadratic time for nested links, so both are measured first.</summary>
    private static bool IsWithinLimits(string text)
    {
        if (text.Length > LongestText)
            return false;
        var (run, open, previous) = (0, 0, '\0');
        foreach (var c in text)
        {
            run = c == previous && c is '[' or '>' or '(' or '!' or '*' or '_' or '`' or '~' or '<' ? run + 1 : 1;
            open = c switch { '[' => open + 1, ']' => Math.Max(0, open - 1), '\n' => 0, _ => open };
            if (run > LongestRun || open > DeepestNesting)
                return false;
            previous = c;
        }

        return !text.Split('\n').Any(IsNestedTooDeep);
    }

    /// <summary>Quote marks and list marks before the first word of a line, and its indentation.</summary>
    private static bool IsNestedTooDeep(string line)
    {
        var (marks, spaces) = (0, 0);
        foreach (var c in line)
        {
            if (c is '>' or '-' or '*' or '+')
                marks++;
            else if (c is ' ')
                spaces++;
            else if (c is '\t')
                spaces += 4;
            else
                break;
        }

        return marks > DeepestNesting || spaces > 4 * DeepestNesting;
    }

    // Not safe for use by several threads, and cheap beside the parsing of HTML.
    private static HtmlSanitizer NewSanitizer()
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
            {
                "p", "br", "hr", "em", "strong", "del", "code", "pre", "blockquote", "ul", "ol", "li", "a",
                "h1", "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td",
            },
            AllowedAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "title", "start", "rel" },
            AllowedSchemes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "http", "https", "mailto" },
            UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href" },
        });
        sanitizer.PostProcessNode += (_, e) =>
        {
            if (e.Node is AngleSharp.Html.Dom.IHtmlAnchorElement link)
                link.SetAttribute("rel", "noopener noreferrer nofollow");
        };
        return sanitizer;
    }
}
