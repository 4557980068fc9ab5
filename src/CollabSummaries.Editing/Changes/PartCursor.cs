namespace CollabSummaries.Editing.Changes;

/// <summary>Walks the parts of a change, a piece at a time, along its old text or along its new text.</summary>
internal struct PartCursor
{
    private readonly Part[] _parts;
    private int _oldTaken;
    private int _newTaken;

    public PartCursor(Part[] parts) => _parts = parts;

    /// <summary>Number of the part under the cursor.</summary>
    public int Index { get; private set; }

    public readonly bool Done => Index >= _parts.Length;

    public readonly bool IsKeep => !Done && _parts[Index].IsKeep;

    public readonly bool IsChange => !Done && !_parts[Index].IsKeep;

    public readonly bool IsDeletion => IsChange && _parts[Index].NewLength == 0;

    public readonly bool IsInsertion => IsChange && _parts[Index].Length == 0;

    /// <summary>True while nothing of this part was taken.</summary>
    public readonly bool AtStart => _oldTaken == 0 && _newTaken == 0;

    /// <summary>Code units of the old text left in this part.</summary>
    public readonly int OldLeft => Done ? 0 : _parts[Index].Length - _oldTaken;

    /// <summary>Code units of the new text left in this part.</summary>
    public readonly int NewLeft => Done ? 0 : _parts[Index].NewLength - (IsKeep ? _oldTaken : _newTaken);

    public readonly int FullOldLength => _parts[Index].Length;

    public readonly int FullNewLength => _parts[Index].NewLength;

    /// <summary>The whole insertion, however much was taken.</summary>
    public readonly string Insert => _parts[Index].Insert!;

    /// <summary>The next piece of the insertion.</summary>
    public readonly string InsertPiece(int length) => Insert.Substring(_newTaken, length);

    public void Next()
    {
        Index++;
        _oldTaken = _newTaken = 0;
    }

    /// <summary>Moves on in the old text, at most to the end of this part.</summary>
    public void TakeOld(int length)
    {
        if (length == OldLeft) Next();
        else _oldTaken += length;
    }

    /// <summary>Moves on in the new text, at most to the end of this part.</summary>
    public void TakeNew(int length)
    {
        if (IsKeep) TakeOld(length);
        else if (length == NewLeft) Next();
        else _newTaken += length;
    }
}
