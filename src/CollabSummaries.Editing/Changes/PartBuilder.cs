using System.Text;

namespace CollabSummaries.Editing.Changes;

/// <summary>
/// Appends parts in normal form: nothing empty, no two keeps, deletions or pure insertions side by side. Two ends that build the same
/// change hold the same parts, so their JSON is equal byte for byte. The last part stays open while others may still join it.
/// </summary>
internal sealed class PartBuilder
{
    private readonly List<Part> _closed = [];
    private Part _last;
    private bool _hasLast;

    // Joining strings one by one is quadratic when thousands of slices meet in one insertion.
    private StringBuilder? _joined;

    /// <summary>How many parts there are; a caller compares it to learn whether an append opened a new one.</summary>
    public int Count => _closed.Count + (_hasLast ? 1 : 0);

    public void Keep(int length)
    {
        if (length == 0) return;
        if (_hasLast && _last.IsKeep) _last = _last with { Length = _last.Length + length };
        else Open(new Part(length, null));
    }

    /// <param name="join">The replacement goes on where the last part ended; both are one.</param>
    public void Replace(int length, string insert, bool join = false)
    {
        if (length == 0 && insert.Length == 0) return;
        if (_hasLast && !_last.IsKeep && (join || BothDelete(insert) || BothInsert(length))) Join(length, insert);
        else Open(new Part(length, insert));
    }

    public Part[] ToParts()
    {
        Close();
        return [.. _closed];
    }

    private bool BothDelete(string insert) => insert.Length == 0 && _joined is null && _last.Insert!.Length == 0;

    private bool BothInsert(int length) => length == 0 && _last.Length == 0;

    private void Join(int length, string insert)
    {
        _last = _last with { Length = _last.Length + length };
        if (insert.Length > 0) (_joined ??= new StringBuilder(_last.Insert)).Append(insert);
    }

    private void Open(Part part)
    {
        Close();
        _last = part;
        _hasLast = true;
    }

    private void Close()
    {
        if (!_hasLast) return;
        _closed.Add(_joined is null ? _last : _last with { Insert = _joined.ToString() });
        _joined = null;
        _hasLast = false;
    }
}
