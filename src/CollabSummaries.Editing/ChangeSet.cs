using CollabSummaries.Editing.Changes;

namespace CollabSummaries.Editing;

/// <summary>
/// Immutable edit of a text of known length, in UTF-16 code units with one per line break. The same as CodeMirror's, so that browser and server
/// agree to the byte. Laws, each tested against the original:
/// <list type="bullet">
/// <item>Undo: applying the inverse to the new text gives the old one.</item>
/// <item>Compose: applying a composition equals applying its members in turn; associative in effect, not in JSON.</item>
/// <item>Converge: <c>a.Compose(b.Map(a))</c> has the effect of <c>b.Compose(a.Map(b, before: true))</c>.</item>
/// <item>Not a law: <c>c.Map(a.Compose(b))</c> may differ from <c>c.Map(a).Map(b)</c>. Map over missed updates one at a time.</item>
/// </list>
/// </summary>
public sealed class ChangeSet
{
    private readonly Part[] _parts;

    private ChangeSet(Part[] parts)
    {
        _parts = parts;
        foreach (var part in parts)
        {
            Length = checked(Length + part.Length);
            NewLength = checked(NewLength + part.NewLength);
        }
    }

    /// <summary>Length of the text this edits.</summary>
    public int Length { get; }

    /// <summary>Length of the text this makes.</summary>
    public int NewLength { get; }

    /// <summary>True when nothing changes.</summary>
    public bool IsEmpty => _parts.Length == 0 || (_parts.Length == 1 && _parts[0].IsKeep);

    /// <summary>What changed, in order; replacements side by side are one range.</summary>
    public IEnumerable<ChangedRange> Ranges => ChangedRanges.Of(_parts);

    internal ReadOnlySpan<Part> Parts => _parts;

    public static ChangeSet Empty(int length) => Of(length, []);

    /// <summary>One replacement. Line breaks of <paramref name="insert"/> become \n.</summary>
    public static ChangeSet Replace(int length, int from, int to, string insert) => Of(length, [new TextEdit(from, to, insert)]);

    /// <summary>Several replacements of one text, sorted, none overlapping. Throws <see cref="ArgumentException"/> on others.</summary>
    public static ChangeSet Of(int length, IEnumerable<TextEdit> edits)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentNullException.ThrowIfNull(edits);
        var parts = new PartBuilder();
        var at = 0;
        foreach (var (from, to, insert) in edits)
        {
            if (from < at || to < from || to > length)
                throw new ArgumentException($"The edit {from}–{to} is out of order or outside the text of length {length}.", nameof(edits));
            parts.Keep(from - at);
            parts.Replace(to - from, LineBreaks.Normalize(insert));
            at = to;
        }
        parts.Keep(length - at);
        return new ChangeSet(parts.ToParts());
    }

    /// <summary>Reads what a client sent; refuses whatever an honest client does not write.</summary>
    public static bool TryParse(
        string json,
        ChangeSetLimits limits,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out ChangeSet? changes,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(false)] out ChangeSetError? error)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(limits);
        (var parts, error) = JsonReading.Read(json, limits);
        changes = parts is null ? null : new ChangeSet(parts);
        return error is null;
    }

    /// <summary>Reads a change of the own log. Throws <see cref="FormatException"/> when it is damaged.</summary>
    public static ChangeSet Parse(string json) =>
        TryParse(json, new ChangeSetLimits(int.MaxValue, int.MaxValue, int.MaxValue), out var changes, out var error)
            ? changes
            : throw new FormatException(error.Sentence);

    /// <summary>The bytes <c>JSON.stringify(changes.toJSON())</c> gives in the browser.</summary>
    public string ToJson() => JsonWriting.Write(_parts);

    /// <summary>Throws <see cref="ArgumentException"/> when the text has another length than this edits.</summary>
    public string Apply(string text)
    {
        Require(text);
        return string.Create(NewLength, (Parts: _parts, Text: text), static (target, state) =>
        {
            var at = 0;
            foreach (var part in state.Parts)
            {
                var source = part.Insert ?? state.Text.AsSpan(at, part.Length);
                source.CopyTo(target);
                target = target[source.Length..];
                at += part.Length;
            }
        });
    }

    /// <summary>The edit that takes this back. <paramref name="text"/> is the text before this edit.</summary>
    public ChangeSet Invert(string text)
    {
        Require(text);
        var inverse = new Part[_parts.Length];
        var at = 0;
        for (var i = 0; i < inverse.Length; at += _parts[i++].Length)
            inverse[i] = _parts[i].IsKeep ? _parts[i] : new Part(_parts[i].NewLength, text.Substring(at, _parts[i].Length));
        return new ChangeSet(inverse);
    }

    /// <summary>This and then <paramref name="next"/>, as one edit.</summary>
    public ChangeSet Compose(ChangeSet next)
    {
        ArgumentNullException.ThrowIfNull(next);
        if (next.Length != NewLength) throw new ArgumentException($"Edits a text of length {next.Length}; this one makes {NewLength}.", nameof(next));
        return IsEmpty ? next : next.IsEmpty ? this : new ChangeSet(Composition.Of(_parts, next._parts));
    }

    /// <summary>All in turn as one edit. Composed pairwise, as a tree: one after the other is quadratic in the number of scattered edits.</summary>
    public static ChangeSet ComposeAll(IReadOnlyList<ChangeSet> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        if (changes.Count == 0) throw new ArgumentException("There is no edit to compose, so the length is unknown.", nameof(changes));
        var level = changes;
        while (level.Count > 1)
        {
            var next = new List<ChangeSet>((level.Count + 1) / 2);
            for (var i = 0; i < level.Count; i += 2)
                next.Add(i + 1 < level.Count ? level[i].Compose(level[i + 1]) : level[i]);
            level = next;
        }
        return level[0];
    }

    /// <summary>This edit as it reads after <paramref name="over"/>, which was made to the same text.</summary>
    /// <param name="before">Where both insert at one place, this one's text comes to stand first.</param>
    public ChangeSet Map(ChangeSet over, bool before = false)
    {
        ArgumentNullException.ThrowIfNull(over);
        if (over.Length != Length) throw new ArgumentException($"Edits a text of length {over.Length}; this one edits {Length}.", nameof(over));
        return over.IsEmpty ? this : new ChangeSet(Mapping.Over(_parts, over._parts, before));
    }

    /// <summary>Where a position of the old text lies in the new one.</summary>
    /// <param name="assoc">Below 0 it stays with the text before it, else with the text after it.</param>
    public int MapPosition(int position, int assoc = -1) => MapPosition(position, assoc, MapMode.Simple)!.Value;

    /// <inheritdoc cref="MapPosition(int, int)"/>
    /// <returns>Null when the position counts as deleted.</returns>
    public int? MapPosition(int position, int assoc, MapMode mode)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(position, Length);
        return PositionMapping.Map(_parts, position, assoc, mode);
    }

    /// <summary>True when an edge of a changed stretch lies between the halves of a surrogate pair of the text this edits.</summary>
    public bool CutsSurrogatePair(string text)
    {
        Require(text);
        var at = 0;
        foreach (var part in _parts)
        {
            if (!part.IsKeep && (WellFormed.CutsPair(text, at) || WellFormed.CutsPair(text, at + part.Length))) return true;
            at += part.Length;
        }
        return false;
    }

    /// <summary>The JSON form.</summary>
    public override string ToString() => ToJson();

    private void Require(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length != Length) throw new ArgumentException($"The text has length {text.Length}; the edit was made to {Length}.", nameof(text));
    }
}
