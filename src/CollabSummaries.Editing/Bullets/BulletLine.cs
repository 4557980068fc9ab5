namespace CollabSummaries.Editing.Bullets;

/// <summary>A bullet where it stands in the text.</summary>
/// <param name="LineStart">First code unit of its line, indentation included.</param>
/// <param name="LineEnd">One past its last code unit, the line break not included.</param>
/// <param name="Text">Its words, without marker and blanks around.</param>
public readonly record struct BulletLine(string Id, int LineStart, int LineEnd, string Text)
{
    internal BulletLine ShiftedBy(int distance) => this with { LineStart = LineStart + distance, LineEnd = LineEnd + distance };
}
