using CollabSummaries.Editing;
using CollabSummaries.Editing.Bullets;
using CollabSummaries.Workspace.Log;

namespace CollabSummaries.Web.Editing.Sessions;

/// <summary>Bullets with evidence that were deleted lately, by their words: when an undo puts the line back it is the same bullet again.</summary>
internal sealed class RemovedBullets
{
    private const int Most = 200;

    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);
    private readonly Queue<string> _oldest = new();

    public void Note(BulletMap before, EvidenceBook evidence, IReadOnlyList<IReadOnlyList<BulletChange>> happened)
    {
        foreach (var change in happened.SelectMany(x => x))
        {
            if (change.Fate != BulletFate.Removed || evidence.Of(change.Id).Count == 0 || before.Find(change.Id) is not { Text.Length: > 0 } bullet)
                continue;
            if (_ids.TryAdd(bullet.Text, change.Id))
                _oldest.Enqueue(bullet.Text);
            if (_oldest.Count > Most)
                _ids.Remove(_oldest.Dequeue());
        }
    }

    /// <summary>Ids of lines this change brings back, by line start in the text it makes; null when it brings none.</summary>
    public Dictionary<int, string>? FindIn(ChangeSet changes)
    {
        if (_ids.Count == 0)
            return null;
        Dictionary<int, string>? found = null;
        foreach (var range in changes.Ranges)
        {
            var at = range.FromB;
            foreach (var line in range.Inserted.Split('\n'))
            {
                var words = line.AsSpan().TrimStart(" \t");
                if (words.Length > 2 && words[0] is '-' or '*' && _ids.TryGetValue(words[1..].Trim().ToString(), out var id))
                    (found ??= [])[at] = id;
                at += line.Length + 1;
            }
        }

        return found;
    }
}
