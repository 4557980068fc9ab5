using CollabSummaries.Transcripts.Import.Source;
using CollabSummaries.Transcripts.Import.Words;

namespace CollabSummaries.Transcripts.Import.Talks;

/// <summary>Which lines of a whole file carry a mark: a first look decides what a single line cannot tell.</summary>
internal sealed class Marks
{
    private const int FewestBareTimes = 3;

    /// <summary>Google Meet writes a time on a line of its own every few minutes.</summary>
    private const int FewestAlone = 2;

    private readonly Mark?[] _marks;

    public Marks(RawText text, IEnumerable<string> knownSpeakers, CancellationToken stop)
    {
        _marks = new Mark?[text.Lines.Length];
        var labels = new SpeakerLabels();
        Known = knownSpeakers.ToHashSet(StringComparer.Ordinal);
        foreach (var name in Known) labels.Add(name);
        int lines = 0, bare = 0, alone = 0, blocks = 0;
        for (var i = 0; i < _marks.Length; i++)
        {
            if (i % 4096 == 0) stop.ThrowIfCancellationRequested();
            if (Blank.Is(text.Lines[i])) continue;
            lines++;
            var mark = MarkScanner.Read(text.Lines[i]);
            _marks[i] = mark;
            if (mark is { Kind: MarkKind.BareTime }) bare++;
            if (StandsAlone(mark, text.Lines[i])) alone++;
            if (mark is { Kind: MarkKind.NameTime, Speaker: { } sure }) labels.Add(sure);
            else if (mark is { Speaker: { } name }) labels.Offer(name + ":");
            else if (i == 0 || Blank.Is(text.Lines[i - 1])) labels.Offer("");
            if (mark is not null || i == 0 || Blank.Is(text.Lines[i - 1])) blocks++;
        }

        Settle(labels, (bare >= FewestBareTimes && bare * 5 >= lines) || (alone >= FewestAlone && alone == bare));
        var count = 0;
        foreach (var mark in _marks)
        {
            if (mark?.Speaker is { } name) Known.Add(name);
            HasTimes |= mark?.StartMs is not null;
            count += mark is null ? 0 : 1;
        }

        NameByInitials();
        SpeakersGoOn = HasTimes || count * 2 >= blocks;
    }

    /// <summary>Whether the file has times at all.</summary>
    public bool HasTimes { get; }

    /// <summary>Whether a block without a mark goes on with the speaker before: not in a file where most blocks name nobody.</summary>
    public bool SpeakersGoOn { get; }

    /// <summary>Every name the file gives as a speaker.</summary>
    public HashSet<string> Known { get; }

    /// <summary>The mark of a line by its index.</summary>
    public Mark? this[int line] => _marks[line];

    private static bool StandsAlone(Mark? mark, string line) => mark is { Kind: MarkKind.BareTime, Speaker: null } && Blank.Is(line.AsSpan(mark.Value.Rest));

    private void NameByInitials()
    {
        var names = Initials.Of(Known);
        for (var i = 0; names.Count > 0 && i < _marks.Length; i++)
        {
            if (_marks[i] is { Speaker: { } written } mark && names.TryGetValue(written, out var name)) _marks[i] = mark with { Speaker = name };
        }
    }

    private void Settle(SpeakerLabels labels, bool bareTimesAreMarks)
    {
        for (var i = 0; i < _marks.Length; i++)
        {
            if (_marks[i] is not { } mark || mark.Kind == MarkKind.NameTime) continue;
            if (mark.Kind == MarkKind.BareTime && !bareTimesAreMarks) _marks[i] = null;
            else if (mark.Kind == MarkKind.Name && !labels.IsSpeaker(mark.Speaker!)) _marks[i] = null;
        }
    }
}
