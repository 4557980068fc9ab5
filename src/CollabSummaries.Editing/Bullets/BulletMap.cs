using System.Buffers;
using System.Globalization;

namespace CollabSummaries.Editing.Bullets;

/// <summary>
/// The bullets of a text with ids that survive edits: a pure function of the log, so every server and every replay names them alike. Laws: the bullets
/// are exactly the bullet lines of the text, in order; ids are unique; a bullet whose line no update touches keeps its id.
/// </summary>
public sealed class BulletMap
{
    private static readonly SearchValues<char> IdCharacters =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz-");

    private readonly BulletLine[] _bullets;

    private BulletMap(BulletLine[] bullets) => _bullets = bullets;

    /// <summary>Of the empty text.</summary>
    public static BulletMap Empty { get; } = new([]);

    /// <summary>In text order.</summary>
    public IReadOnlyList<BulletLine> Bullets => _bullets;

    /// <summary>Moves the bullets through one update.</summary>
    /// <param name="version">The version the update makes; new bullets are named after it.</param>
    /// <param name="declared">Ids the update's author brings (a model run's, a restored bullet's), by the start of their line in the new text. They are part
    /// of the log. One that another bullet still holds is passed over. Letters, digits, - and _, at most 64.</param>
    public BulletAdvance Advance(
        string textBefore, ChangeSet changes, string textAfter, long version, IReadOnlyDictionary<int, string>? declared = null)
    {
        ArgumentNullException.ThrowIfNull(changes);
        if (textBefore.Length != changes.Length || textAfter.Length != changes.NewLength)
            throw new ArgumentException("The texts have not the lengths the change goes from and to.", nameof(changes));
        var invalid = declared?.Values.FirstOrDefault(id => !IsId(id));
        if (invalid is not null) throw new ArgumentException($"'{invalid}' is no bullet id.", nameof(declared));
        if (changes.IsEmpty) return new BulletAdvance(this, []);

        var window = Window.Around(changes, textBefore);
        var first = LowerBound(window.FromA);
        var next = LowerBound(window.ToA + 1);
        var renewal = new Renewal(_bullets.AsSpan(first, next - first).ToArray(), textBefore, textAfter, changes, window, declared);

        var shift = changes.NewLength - changes.Length;
        var result = new BulletLine[first + renewal.LineCount + _bullets.Length - next];
        _bullets.AsSpan(0, first).CopyTo(result);
        for (var i = next; i < _bullets.Length; i++) result[i - next + first + renewal.LineCount] = _bullets[i].ShiftedBy(shift);
        var untouched = new HashSet<string>(_bullets.Take(first).Concat(_bullets.Skip(next)).Select(bullet => bullet.Id), StringComparer.Ordinal);
        var happened = renewal.Run(version, untouched, result.AsSpan(first, renewal.LineCount));
        return new BulletAdvance(new BulletMap(result), happened);
    }

    /// <summary>The bullet with this id, or null.</summary>
    public BulletLine? Find(string id) => Array.FindIndex(_bullets, bullet => bullet.Id == id) is var at and >= 0 ? _bullets[at] : null;

    /// <summary>The bullet on whose line this position lies, or null.</summary>
    public BulletLine? At(int position) =>
        LowerBound(position + 1) - 1 is var at and >= 0 && position <= _bullets[at].LineEnd ? _bullets[at] : null;

    /// <summary>The ids in text order, for a snapshot; where they stand follows from its text.</summary>
    public string ToText() => string.Join(' ', _bullets.Select(bullet => bullet.Id));

    /// <summary>Reads what <see cref="ToText"/> wrote. Throws <see cref="FormatException"/> when the ids are not those of the text.</summary>
    public static BulletMap Parse(string ids, string text)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var lines = FoundLine.In(text, 0, text.Length);
        var names = ids.Length == 0 ? [] : ids.Split(' ');
        if (names.Length != lines.Count)
            throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"{names.Length} ids were kept for {lines.Count} bullets."));
        if (!Array.TrueForAll(names, IsId) || names.Distinct(StringComparer.Ordinal).Count() != names.Length)
            throw new FormatException("An id is kept twice or is none.");
        return new BulletMap([.. lines.Select((line, i) => new BulletLine(names[i], line.Start, line.End, line.Words(text)))]);
    }

    private static bool IsId(string id) => id.Length is > 0 and <= 64 && !id.AsSpan().ContainsAnyExcept(IdCharacters);

    // The first bullet whose line starts at or after a position.
    private int LowerBound(int position)
    {
        int low = 0, high = _bullets.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_bullets[middle].LineStart < position) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
