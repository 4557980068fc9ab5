using CollabSummaries.Editing.Sessions;
using DiffPlex;

namespace CollabSummaries.Web.History;

/// <summary>A line of two versions compared.</summary>
/// <param name="Line">As it stands in the newer version; a removed one as it stood in the older.</param>
/// <param name="IsMoved">The bullet stood elsewhere before.</param>
public sealed record DiffLine(SummaryLine Line, IReadOnlyList<DiffPiece> Pieces, bool IsMoved)
{
    public bool IsChanged => IsMoved || Pieces.Any(x => x.Fate != Fate.Same);

    /// <summary>The older version has the line too, so there is something to restore.</summary>
    public bool IsInOlder => IsMoved || Pieces.Any(x => x.Fate != Fate.Added);
}

/// <summary>Two versions of a summary compared: bullets are found again by their ids, wherever they moved, then word by word.</summary>
internal static class SummaryDiff
{
    public static IReadOnlyList<DiffLine> Of(SessionState before, SessionState after)
    {
        var (old, now) = (SummaryLine.Of(before), SummaryLine.Of(after));
        var diff = Differ.Instance.CreateDiffs(Keys(old), Keys(now), ignoreWhiteSpace: false, ignoreCase: false, Chunks.Instance);
        var oldBullets = old.Where(x => x.BulletId is not null).ToDictionary(x => x.Key);
        var nowBullets = now.Where(x => x.BulletId is not null).Select(x => x.Key).ToHashSet();
        var oldAt = 0;
        var nowAt = 0;
        var lines = new List<DiffLine>();
        foreach (var block in diff.DiffBlocks)
        {
            for (; nowAt < block.InsertStartB; nowAt++, oldAt++)
                lines.Add(new DiffLine(now[nowAt], WordDiff.Of(old[oldAt].Text, now[nowAt].Text), false));
            for (; oldAt < block.DeleteStartA + block.DeleteCountA; oldAt++)
            {
                if (!nowBullets.Contains(old[oldAt].Key))
                    lines.Add(new DiffLine(old[oldAt], [new DiffPiece(Fate.Removed, old[oldAt].Text)], false));
            }

            for (; nowAt < block.InsertStartB + block.InsertCountB; nowAt++)
            {
                lines.Add(oldBullets.TryGetValue(now[nowAt].Key, out var moved)
                    ? new DiffLine(now[nowAt], WordDiff.Of(moved.Text, now[nowAt].Text), true)
                    : new DiffLine(now[nowAt], [new DiffPiece(Fate.Added, now[nowAt].Text)], false));
            }
        }

        for (; nowAt < now.Count; nowAt++, oldAt++)
            lines.Add(new DiffLine(now[nowAt], WordDiff.Of(old[oldAt].Text, now[nowAt].Text), false));
        return lines;
    }

    private static string Keys(IReadOnlyList<SummaryLine> lines) => string.Join('\n', lines.Select(x => x.Key));

    /// <summary>One key a line; the empty summary has none.</summary>
    private sealed class Chunks : IChunker
    {
        public static readonly Chunks Instance = new();

        public IReadOnlyList<string> Chunk(string text) => text.Length == 0 ? [] : text.Split('\n');
    }
}
