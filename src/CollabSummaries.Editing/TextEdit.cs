namespace CollabSummaries.Editing;

/// <summary>Replaces the code units from <paramref name="From"/> to <paramref name="To"/> of a text by <paramref name="Insert"/>.</summary>
/// <param name="Insert">Line breaks of any kind; they become \n.</param>
public readonly record struct TextEdit(int From, int To, string Insert);

/// <summary>A stretch that changed: A is the text before, B the text after.</summary>
public readonly record struct ChangedRange(int FromA, int ToA, int FromB, int ToB, string Inserted);
