using CollabSummaries.Transcripts.Import.Source;
using CollabSummaries.Transcripts.Import.Words;

namespace CollabSummaries.Transcripts.Import.Talks;

/// <summary>Turns marks and lines of a talk into segments: a time belongs to the first block under its mark, a speaker to all up to the next.</summary>
internal sealed class TalkWriter(Draft draft, Marks marks, Func<Block, Block> plain)
{
    private Block _block = new();
    private int? _markLine;
    private long? _startMs;
    private string? _speaker;
    private bool _timeAlone;

    /// <summary>Begins a block under a new mark.</summary>
    public void Begin(Mark mark, int line)
    {
        End();
        // A time alone above a name alone: together they are one mark.
        var joined = _markLine is not null && _timeAlone && mark is { StartMs: null, Speaker: not null };
        if (_markLine is { } unused && !joined) draft.Warn(unused, "no words follow this mark before the next one; it was left out");
        if (!joined) (_markLine, _startMs) = (line, mark.StartMs);
        _timeAlone = mark is { StartMs: not null, Speaker: null };
        _speaker = mark.Speaker ?? _speaker;
    }

    public void Add(string words, int line) => _block.Add(words, line);

    /// <summary>Ends the block at a blank line or paragraph end.</summary>
    public void End()
    {
        if (_block.IsEmpty) return;
        var block = plain(_block);
        _block = new Block();
        if (block.IsEmpty) return;
        foreach (var (text, first, last) in BlockSplit.Parts(block))
        {
            draft.Add(_startMs, null, _speaker, text, _markLine ?? first, last);
            (_startMs, _markLine) = (null, null);
        }

        if (_speaker is not null && (!marks.SpeakersGoOn || SpeakerName.IsRole(_speaker))) _speaker = null;
    }

    /// <summary>A heading: without times nobody is known to go on speaking under it.</summary>
    public void AddChapter(string title, int line)
    {
        End();
        if (!marks.HasTimes) _speaker = null;
        draft.AddChapter(title, line);
    }
}
