using CollabSummaries.Transcripts.Import.Source;

namespace CollabSummaries.Transcripts.Import.Meetings;

/// <summary>Reads a talk whose blocks stand under `Name  0:03` lines.</summary>
/// <param name="isAside">Says what a line is that is not speech; null when it is speech.</param>
internal sealed class NameClockTalk(RawText text, Draft draft, Func<string, string?> isAside)
{
    private Block _block = new();
    private NameClock? _mark;
    private int _markLine;
    private bool _begun;

    /// <returns>Index of the first line under a name; the lines before it are the caller's.</returns>
    public void Read(int from, CancellationToken stop)
    {
        for (var i = from; i < text.Lines.Length; i++)
        {
            if (i % 4096 == 0) stop.ThrowIfCancellationRequested();
            var line = text.Lines[i];
            if (NameClock.Read(line) is { } mark) Begin(mark, i + 1);
            else if (isAside(Blank.Trim(line)) is { } what) draft.Warn(i + 1, $"{what}; it was left out");
            else _block.Add(line, i + 1);
        }

        End();
        if (!_begun && _mark is not null) draft.Warn(_markLine, "no words follow this name; it was left out");
    }

    public static int FirstMark(RawText text) => Array.FindIndex(text.Lines, l => NameClock.Read(l) is not null);

    private void Begin(NameClock mark, int line)
    {
        End();
        if (_mark is not null && !_begun) draft.Warn(_markLine, "no words follow this name before the next one; it was left out");
        (_mark, _markLine, _begun) = (mark, line, false);
    }

    private void End()
    {
        if (_block.IsEmpty) return;
        var block = _block;
        _block = new Block();
        foreach (var (words, first, last) in BlockSplit.Parts(block))
        {
            draft.Add(_begun ? null : _mark?.StartMs, null, _mark?.Name, words, _begun || _mark is null ? first : _markLine, last);
            _begun = true;
        }
    }
}
