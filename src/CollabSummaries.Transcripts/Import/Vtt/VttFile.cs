using System.Text;
using CollabSummaries.Transcripts.Import.Captions;
using CollabSummaries.Transcripts.Import.Source;

namespace CollabSummaries.Transcripts.Import.Vtt;

/// <summary>A cue as the specification's file parser gives it; its text is raw.</summary>
internal sealed record VttCue(string Id, long StartMs, long EndMs, string Text, int FirstLine, int TextLine);

/// <summary>The WebVTT file parser, step by step as the specification words it (§6.1): what it drops is dropped with a warning.</summary>
internal sealed class VttFile(RawText text, Draft draft)
{
    private readonly List<VttCue> _cues = [];
    private int _at;

    public static IReadOnlyList<VttCue> Read(RawText text, Draft draft, CancellationToken stop)
    {
        if (!WebVtt.HasSignature(text))
            throw new RefusedException("the first line is not 'WEBVTT', as strict WebVTT asks; without --strict it is read all the same", 1, "srt");
        return new VttFile(text, draft).Read(stop);
    }

    private List<VttCue> Read(CancellationToken stop)
    {
        _at = 1;
        if (_at < text.Lines.Length && text.Lines[_at].Length > 0) ReadBlock(inHeader: true);
        while (_at < text.Lines.Length)
        {
            stop.ThrowIfCancellationRequested();
            if (text.Lines[_at].Length == 0) _at++;
            else ReadBlock(inHeader: false);
        }

        return _cues;
    }

    private void ReadBlock(bool inHeader)
    {
        int first = _at, count = 0, textLine = 0;
        var arrow = false;
        (long Start, long End)? time = null;
        var id = "";
        var buffer = new StringBuilder();
        for (; _at < text.Lines.Length; _at++)
        {
            var line = text.Lines[_at];
            count++;
            if (line.Contains(CueTime.Arrow, StringComparison.Ordinal))
            {
                // A second timing line, or one deeper in a block, begins the next block.
                if (inHeader || !(count == 1 || (count == 2 && !arrow))) break;
                arrow = true;
                id = buffer.ToString();
                buffer.Clear();
                time = VttTimestamp.ReadLine(line);
                textLine = _at + 2;
                if (time is null) draft.Warn(_at + 1, "the timing line is not valid WebVTT; strict reading leaves the cue out");
                continue;
            }

            if (line.Length == 0) break;
            if (buffer.Length > 0) buffer.Append('\n');
            else if (time is not null) textLine = _at + 1;
            buffer.Append(line);
        }

        if (time is var (start, end)) _cues.Add(new VttCue(id, start, end, buffer.ToString(), first + 1, textLine));
    }
}
