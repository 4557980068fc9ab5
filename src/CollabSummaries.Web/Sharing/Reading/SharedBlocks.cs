using CollabSummaries.Editing.Bullets;
using CollabSummaries.Editing.Sessions;
using Microsoft.AspNetCore.Components;

namespace CollabSummaries.Web.Sharing.Reading;

/// <summary>Cuts a summary at its headings and bullets; what lies between is rendered as it stands. A line is a bullet exactly when the
/// bullet map says so, so that page and evidence cannot disagree.</summary>
internal sealed class SharedBlocks(MarkdownRendering markdown)
{
    /// <param name="state">The summary.</param>
    /// <param name="evidence">State and quotes of a bullet; null values when the link shows none.</param>
    public IReadOnlyList<SharedBlock> Of(SessionState state, Func<BulletLine, (string? State, IReadOnlyList<SharedQuote> Quotes)> evidence)
    {
        var blocks = new List<SharedBlock>();
        var loose = new List<string>();
        var start = 0;
        foreach (var line in state.Text.Split('\n'))
        {
            var lineStart = start;
            start += line.Length + 1;
            if (state.Bullets.At(lineStart) is { } bullet && bullet.LineStart == lineStart)
            {
                Flush(loose, blocks);
                var (support, quotes) = evidence(bullet);
                blocks.Add(new SharedBullet(DepthOf(line), new MarkupString(markdown.ToInlineHtml(bullet.Text)), support, quotes));
            }
            else if (HeadingLevel(line) is > 0 and var level)
            {
                Flush(loose, blocks);
                blocks.Add(new SharedHeading(level, new MarkupString(markdown.ToInlineHtml(line[level..].Trim().TrimEnd('#').TrimEnd()))));
            }
            else
            {
                loose.Add(line);
            }
        }

        Flush(loose, blocks);
        return blocks;
    }

    private void Flush(List<string> loose, List<SharedBlock> blocks)
    {
        if (loose.Exists(x => !string.IsNullOrWhiteSpace(x)))
            blocks.Add(new SharedText(new MarkupString(markdown.ToHtml(string.Join('\n', loose)))));
        loose.Clear();
    }

    private static int HeadingLevel(string line)
    {
        var level = line.Length - line.TrimStart('#').Length;
        return level is >= 1 and <= 6 && line.Length > level && line[level] == ' ' ? level : 0;
    }

    private static int DepthOf(string line)
    {
        var columns = 0;
        foreach (var c in line)
        {
            if (c is not (' ' or '\t'))
                break;
            columns += c == '\t' ? 4 : 1;
        }

        return Math.Min(3, (columns + 1) / 2);
    }
}
