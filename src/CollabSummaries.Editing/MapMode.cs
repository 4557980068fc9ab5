namespace CollabSummaries.Editing;

/// <summary>When a position counts as deleted.</summary>
public enum MapMode
{
    /// <summary>Never.</summary>
    Simple,

    /// <summary>When the text on both of its sides was replaced at once.</summary>
    TrackDel,

    /// <summary>When the character before it was replaced.</summary>
    TrackBefore,

    /// <summary>When the character after it was replaced.</summary>
    TrackAfter,
}
