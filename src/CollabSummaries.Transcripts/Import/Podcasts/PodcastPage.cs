using CollabSummaries.Transcripts.Import.Source;

namespace CollabSummaries.Transcripts.Import.Podcasts;

/// <summary>Puts the tags of a Podcasting 2.0 page together.</summary>
internal sealed class PodcastPage(Draft draft)
{
    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal) { "p", "/p", "div", "/div", "blockquote", "/blockquote", "li", "/li", "cite", "/cite", "time", "/time", "body", "/body", "h1", "/h1", "h2", "/h2", "h3", "/h3", "title", "/title" };

    private Block _block = new();
    private string? _in;
    private string? _speaker;
    private long? _startMs;
    private int? _markLine;
    private bool _glued;

    public void Read(HtmlToken token)
    {
        if (token.Tag is { } tag)
        {
            if (tag == "br") _glued = false;
            if (!Blocks.Contains(tag)) return;
            End();
            _in = tag.StartsWith('/') ? null : tag;
            return;
        }

        Add(Entities.Decode(token.Text), token.Line);
    }

    /// <summary>Ends the open block and takes it for what its tag says.</summary>
    public void End()
    {
        var block = _block;
        _block = new Block();
        if (block.IsEmpty) return;
        switch (_in)
        {
            case "cite":
                _speaker = block.Text.TrimEnd(':', ' ');
                _markLine ??= block.FirstLine;
                break;
            case "time" when Clock.Read(block.Text) is { } clock:
                _startMs = clock.Ms;
                _markLine ??= block.FirstLine;
                break;
            case "title":
                draft.Details = draft.Details with { Title = block.Text };
                break;
            case "h1" or "h2" or "h3":
                draft.AddChapter(block.Text, block.FirstLine);
                break;
            default:
                foreach (var (text, first, last) in BlockSplit.Parts(block))
                {
                    draft.Add(_startMs, null, _speaker, text, _markLine ?? first, last);
                    (_startMs, _markLine) = (null, null);
                }

                break;
        }
    }

    /// <summary>Words around an inline tag go on without a space of their own.</summary>
    private void Add(string words, int line)
    {
        var lines = words.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i == 0 && !_block.IsEmpty && lines[0].Length > 0 && !Blank.Is(lines[0][0]) && _glued) _block.Append(lines[0], line);
            else _block.Add(lines[i], line + i);
        }

        if (lines[^1].Length > 0) _glued = !Blank.Is(lines[^1][^1]);
    }
}
