using CollabSummaries.Transcripts.Import.Source;
using CollabSummaries.Transcripts.Import.Talks;

namespace CollabSummaries.Transcripts.Import.MarkdownTalks;

/// <summary>Walks the body of a Markdown talk line by line.</summary>
internal sealed class MarkdownTalk(RawText text, Marks marks, Draft draft)
{
    private readonly TalkWriter _writer = new(draft, marks, MarkdownInline.Plain);
    private bool _inCode;

    public void Read(int from, CancellationToken stop)
    {
        for (var i = from; i < text.Lines.Length; i++)
        {
            if (i % 4096 == 0) stop.ThrowIfCancellationRequested();
            var line = text.Lines[i];
            if (MarkdownBlocks.IsFence(line))
            {
                _writer.End();
                _inCode = !_inCode;
            }
            else if (Blank.Is(line) || MarkdownBlocks.IsRule(line))
            {
                _writer.End();
            }
            else if (!_inCode && MarkdownBlocks.Heading(line) is { } heading)
            {
                AddHeading(heading, i + 1);
            }
            else
            {
                AddWords(line, i);
            }
        }

        _writer.End();
    }

    private void AddHeading(string heading, int line)
    {
        var title = new Block();
        title.Add(heading, line);
        if (!title.IsEmpty) _writer.AddChapter(MarkdownInline.Plain(title).Text, line);
    }

    private void AddWords(string line, int index)
    {
        if (marks[index] is { } mark)
        {
            _writer.Begin(mark, index + 1);
            var rest = line[mark.Rest..];
            if (mark.IsGlued && marks.Known.Contains(Blank.Trim(rest)))
                draft.Warn(index + 1, $"'{Blank.Trim(rest)}' stands right behind the time and is the name of a speaker, not speech; it was left out");
            else
                _writer.Add(rest, index + 1);
            return;
        }

        if (MarkdownBlocks.BeginsItem(line, out var words)) _writer.End();
        _writer.Add(line[words..], index + 1);
    }
}
