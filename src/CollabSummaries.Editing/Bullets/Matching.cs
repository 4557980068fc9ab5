namespace CollabSummaries.Editing.Bullets;

/// <summary>
/// Decides which new line each old bullet lives on in. In this order: the line kept from end to end; the first line that kept words of it (so the
/// first part of a split keeps the id, and in a joined line the first one does); a line with the same words elsewhere (cut and paste); the line that
/// kept its marker (all words typed over); any line its id is declared for. One line has one bullet, one bullet one line, and a line with a declared
/// id takes no other bullet.
/// </summary>
internal sealed class Matching
{
    private readonly IReadOnlyList<BulletLine> _old;
    private readonly IReadOnlyList<string?> _declared;
    private readonly List<Kin> _kin;

    /// <param name="words">Per new line its words.</param>
    /// <param name="declared">Per new line the id it must get, or null.</param>
    public Matching(IReadOnlyList<BulletLine> old, IReadOnlyList<string> words, IReadOnlyList<string?> declared, List<Kin> kin)
    {
        (_old, _declared, _kin) = (old, declared, kin);
        LineOf = Enumerable.Repeat(-1, old.Count).ToArray();
        BulletOf = Enumerable.Repeat(-1, words.Count).ToArray();
        Moved = new bool[old.Count];

        foreach (var one in kin.Where(one => one.Whole)) Pair(one.Old, one.New);
        foreach (var one in kin.Where(one => one.Words > 0)) Pair(one.Old, one.New);
        PairEqualWords(words);
        foreach (var one in kin.Where(one => one.Marker)) Pair(one.Old, one.New);
        PairDeclared();
    }

    /// <summary>Per old bullet the new line, or −1.</summary>
    public int[] LineOf { get; }

    /// <summary>Per new line the old bullet, or −1.</summary>
    public int[] BulletOf { get; }

    /// <summary>Per old bullet: found again by its id or its words alone.</summary>
    public bool[] Moved { get; }

    /// <summary>The line that words of this bullet live on in, or −1.</summary>
    public int HeirOf(int bullet) => _kin.FindIndex(one => one.Old == bullet && one.Words > 0) is var at and >= 0 ? _kin[at].New : -1;

    /// <summary>The bullet words of this line come from, or −1.</summary>
    public int SourceOf(int line) => _kin.FindIndex(one => one.New == line && one.Words > 0) is var at and >= 0 ? _kin[at].Old : -1;

    private bool Pair(int bullet, int line)
    {
        if (LineOf[bullet] >= 0 || BulletOf[line] >= 0) return false;
        if (_declared[line] is { } id && id != _old[bullet].Id) return false;
        LineOf[bullet] = line;
        BulletOf[line] = bullet;
        return true;
    }

    private void PairEqualWords(IReadOnlyList<string> words)
    {
        var free = new Dictionary<string, Queue<int>>(StringComparer.Ordinal);
        for (var line = 0; line < words.Count; line++)
        {
            if (BulletOf[line] >= 0 || words[line].Length == 0 || _declared[line] is not null) continue;
            if (!free.TryGetValue(words[line], out var lines)) free[words[line]] = lines = new Queue<int>();
            lines.Enqueue(line);
        }
        for (var bullet = 0; bullet < _old.Count && free.Count > 0; bullet++)
            if (LineOf[bullet] < 0 && free.TryGetValue(_old[bullet].Text, out var lines) && lines.TryDequeue(out var line))
                Moved[bullet] = Pair(bullet, line);
    }

    private void PairDeclared()
    {
        var bullets = _old.Select((bullet, i) => (bullet.Id, i)).ToDictionary(one => one.Id, one => one.i, StringComparer.Ordinal);
        for (var line = 0; line < _declared.Count; line++)
            if (_declared[line] is { } id && bullets.TryGetValue(id, out var bullet) && Pair(bullet, line)) Moved[bullet] = true;
    }
}
