namespace CollabSummaries.Editing;

/// <summary>Why a change from outside was not read.</summary>
public enum ChangeSetErrorCode
{
    /// <summary>Not JSON, or something after its end.</summary>
    NotJson,

    /// <summary>JSON, but not a list of numbers and <c>[number, line…]</c> lists.</summary>
    WrongShape,

    /// <summary>A length that is no whole number from 0 to 2,147,483,647 in plain digits.</summary>
    BadLength,

    /// <summary>A part that does nothing, or an empty text where a deletion is meant.</summary>
    EmptyPart,

    /// <summary>Two keeps side by side.</summary>
    AdjacentKeeps,

    /// <summary>A line break or U+0000 inside a line.</summary>
    BadCharacter,

    /// <summary>Half of a surrogate pair.</summary>
    LoneSurrogate,

    TooManyParts,

    /// <summary>More JSON, or a longer text, than allowed.</summary>
    TooLarge,
}

/// <param name="Sentence">What is wrong and where, for a log or a developer; holds no text of the change.</param>
public sealed record ChangeSetError(ChangeSetErrorCode Code, string Sentence);
