using MessagePack;

namespace CollabSummaries.Web.Editing.Messages;

/// <summary>A cursor at a version; it never touches the log.</summary>
[MessagePackObject]
public sealed record PresentRequest
{
    [Key("version")]
    public long Version { get; init; }

    [Key("anchor")]
    public int Anchor { get; init; }

    [Key("head")]
    public int Head { get; init; }
}

[MessagePackObject]
public sealed record CursorMessage
{
    [Key("id")]
    public string Id { get; init; } = "";

    [Key("version")]
    public long Version { get; init; }

    [Key("anchor")]
    public int Anchor { get; init; }

    [Key("head")]
    public int Head { get; init; }
}

/// <summary>A bullet and the first character of its line.</summary>
[MessagePackObject]
public sealed record BulletMessage
{
    [Key("id")]
    public string Id { get; init; } = "";

    [Key("at")]
    public int At { get; init; }
}

[MessagePackObject]
public sealed record EvidenceMessage
{
    [Key("id")]
    public string Id { get; init; } = "";

    [Key("bulletId")]
    public string BulletId { get; init; } = "";

    /// <summary>"supported", "weak", "unsupported" or "recheck".</summary>
    [Key("state")]
    public string State { get; init; } = "";

    /// <summary>Why the state is what it is; null when nothing needs saying.</summary>
    [Key("reason")]
    public string? Reason { get; init; }

    [Key("kind")]
    public string Kind { get; init; } = "";

    /// <summary>09:41, or ¶ 12 in a transcript without times.</summary>
    [Key("label")]
    public string Label { get; init; } = "";

    [Key("speaker")]
    public string? Speaker { get; init; }

    [Key("pieces")]
    public IReadOnlyList<PieceMessage> Pieces { get; init; } = [];
}

[MessagePackObject]
public sealed record PieceMessage
{
    [Key("segment")]
    public int Segment { get; init; }

    [Key("start")]
    public int Start { get; init; }

    [Key("end")]
    public int End { get; init; }

    [Key("quote")]
    public string Quote { get; init; } = "";
}

/// <summary>Where bullets that rest on something stand at a version, and what changed about what they rest on.</summary>
[MessagePackObject]
public sealed record BulletsMessage
{
    [Key("version")]
    public long Version { get; init; }

    [Key("bullets")]
    public IReadOnlyList<BulletMessage> Bullets { get; init; } = [];

    [Key("evidence")]
    public IReadOnlyList<BulletEvidenceMessage> Evidence { get; init; } = [];
}

/// <summary>All a bullet rests on; nothing when the list is empty.</summary>
[MessagePackObject]
public sealed record BulletEvidenceMessage
{
    [Key("bulletId")]
    public string BulletId { get; init; } = "";

    [Key("evidence")]
    public IReadOnlyList<EvidenceMessage> Evidence { get; init; } = [];
}
