using System.Globalization;

namespace CollabSummaries.Editing.Bullets;

/// <summary>Names the bullets inside the window an update changed, and says what happened to each.</summary>
internal sealed class Renewal
{
    private readonly BulletLine[] _old;
    private readonly List<FoundLine> _lines;
    private readonly string[] _words;
    private readonly string?[] _declared;
    private readonly List<Kin> _kin;

    public Renewal(
        BulletLine[] old, string before, string after, ChangeSet changes, Window window, IReadOnlyDictionary<int, string>? declared)
    {
        _old = old;
        _lines = FoundLine.In(after, window.FromB, window.ToB);
        _words = [.. _lines.Select(line => line.Words(after))];
        _declared = [.. _lines.Select(line => declared?.GetValueOrDefault(line.Start))];
        _kin = Kinship.Between(before, FoundLine.In(before, window.FromA, window.ToA), _lines, changes);
    }

    public int LineCount => _lines.Count;

    /// <param name="untouched">Ids of the bullets outside the window.</param>
    /// <param name="result">Receives the bullets of the window.</param>
    public List<BulletChange> Run(long version, HashSet<string> untouched, Span<BulletLine> result)
    {
        DropHeld(untouched);
        var matching = new Matching(_old, _words, _declared, _kin);
        DropHeld(matching);
        var ids = Name(matching, version, untouched);
        for (var line = 0; line < _lines.Count; line++)
            result[line] = new BulletLine(ids[line], _lines[line].Start, _lines[line].End, _words[line]);

        var happened = new List<BulletChange>();
        for (var bullet = 0; bullet < _old.Length; bullet++) happened.Add(OldFate(matching, bullet, ids));
        for (var line = 0; line < _lines.Count; line++)
            if (matching.BulletOf[line] < 0) happened.Add(NewFate(matching, line, ids));
        return happened;
    }

    private void DropHeld(HashSet<string> untouched)
    {
        var seen = new HashSet<string>(untouched, StringComparer.Ordinal);
        for (var line = 0; line < _declared.Length; line++)
            if (_declared[line] is { } id && !seen.Add(id)) _declared[line] = null;
    }

    // A declared id whose bullet stayed on another line of the window is held too.
    private void DropHeld(Matching matching)
    {
        for (var bullet = 0; bullet < _old.Length; bullet++)
            for (var line = 0; matching.LineOf[bullet] >= 0 && line < _declared.Length; line++)
                if (line != matching.LineOf[bullet] && _declared[line] == _old[bullet].Id) _declared[line] = null;
    }

    // Ids are "b", the version, the number among the update's new bullets; the number is raised where somebody declared just that id.
    private string[] Name(Matching matching, long version, HashSet<string> untouched)
    {
        var taken = new HashSet<string>(untouched, StringComparer.Ordinal);
        taken.UnionWith(_old.Select(bullet => bullet.Id));
        taken.UnionWith(_declared.OfType<string>());
        var number = 0;
        var ids = new string[_lines.Count];
        for (var line = 0; line < ids.Length; line++)
        {
            if (matching.BulletOf[line] is var bullet and >= 0) ids[line] = _old[bullet].Id;
            else if (_declared[line] is { } id) ids[line] = id;
            else do ids[line] = string.Create(CultureInfo.InvariantCulture, $"b{version}-{number++}"); while (!taken.Add(ids[line]));
        }
        return ids;
    }

    private BulletChange OldFate(Matching matching, int bullet, string[] ids)
    {
        var id = _old[bullet].Id;
        if (matching.LineOf[bullet] >= 0) return new BulletChange(id, matching.Moved[bullet] ? BulletFate.Moved : BulletFate.Kept);

        // A declared bullet brings its own evidence and takes over none.
        var heir = matching.HeirOf(bullet);
        return heir >= 0 && _declared[heir] is null ? new BulletChange(id, BulletFate.Joined, ids[heir]) : new BulletChange(id, BulletFate.Removed);
    }

    private BulletChange NewFate(Matching matching, int line, string[] ids)
    {
        var source = _declared[line] is null ? matching.SourceOf(line) : -1;
        return source >= 0 ? new BulletChange(ids[line], BulletFate.Split, _old[source].Id) : new BulletChange(ids[line], BulletFate.Added);
    }
}
