namespace CollabSummaries.Editing.Bullets;

/// <summary>What an update did to a bullet.</summary>
public enum BulletFate
{
    /// <summary>The update came near its line, and it stayed the same bullet.</summary>
    Kept,

    Added,

    Removed,

    /// <summary>New, with words that were another's: it starts with the other's evidence.</summary>
    Split,

    /// <summary>Gone, its words live on in another: that one takes over its evidence too.</summary>
    Joined,

    /// <summary>Cut and pasted in one update; the same bullet.</summary>
    Moved,
}

/// <param name="Id">The bullet it happened to.</param>
/// <param name="Other">The bullet it was split from or joined into; else null.</param>
public sealed record BulletChange(string Id, BulletFate Fate, string? Other = null);

/// <summary>The bullets after an update.</summary>
/// <param name="Changes">One entry for each bullet on the lines between the first and the last place changed; all others are untouched.</param>
public sealed record BulletAdvance(BulletMap Map, IReadOnlyList<BulletChange> Changes);
