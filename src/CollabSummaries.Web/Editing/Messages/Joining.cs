using MessagePack;

namespace CollabSummaries.Web.Editing.Messages;

/// <summary>Opens an editor on a summary, or goes on with one.</summary>
[MessagePackObject]
public sealed record JoinRequest
{
    [Key("talkId")]
    public string TalkId { get; init; } = "";

    /// <summary>With <see cref="ResumeKey"/>: the editor that goes on; null: a new one.</summary>
    [Key("clientId")]
    public string? ClientId { get; init; }

    [Key("resumeKey")]
    public string? ResumeKey { get; init; }

    /// <summary>True to be sent the text; false when the updates since are pulled instead.</summary>
    [Key("wantsText")]
    public bool WantsText { get; init; }
}

/// <summary>Answer to <see cref="JoinRequest"/>; with a code nothing else holds.</summary>
[MessagePackObject]
public sealed record JoinReply
{
    [Key("code")]
    public string? Code { get; init; }

    [Key("message")]
    public string? Message { get; init; }

    [Key("clientId")]
    public string ClientId { get; init; } = "";

    [Key("resumeKey")]
    public string ResumeKey { get; init; } = "";

    [Key("version")]
    public long Version { get; init; }

    [Key("text")]
    public string? Text { get; init; }

    /// <summary>The number this client's next update has to carry.</summary>
    [Key("nextSeq")]
    public long NextSeq { get; init; }

    /// <summary>Bullets that rest on something, as they stand at <see cref="Version"/>.</summary>
    [Key("bullets")]
    public IReadOnlyList<BulletMessage> Bullets { get; init; } = [];

    [Key("evidence")]
    public IReadOnlyList<EvidenceMessage> Evidence { get; init; } = [];

    [Key("you")]
    public PersonMessage? You { get; init; }

    [Key("canEdit")]
    public bool CanEdit { get; init; }

    /// <summary>Why not, for people.</summary>
    [Key("notice")]
    public string? Notice { get; init; }

    [Key("people")]
    public IReadOnlyList<PersonMessage> People { get; init; } = [];

    public static JoinReply Refuse(string code, string message) => new() { Code = code, Message = message };
}

/// <summary>Somebody present.</summary>
[MessagePackObject]
public sealed record PersonMessage
{
    /// <summary>Of this presence, not of the person.</summary>
    [Key("id")]
    public string Id { get; init; } = "";

    [Key("name")]
    public string Name { get; init; } = "";

    [Key("color")]
    public int Color { get; init; }

    [Key("canEdit")]
    public bool CanEdit { get; init; }
}

/// <summary>What the receiver may do from now on.</summary>
[MessagePackObject]
public sealed record RightMessage
{
    [Key("canEdit")]
    public bool CanEdit { get; init; }

    /// <summary>Not even read any more; the connection ends.</summary>
    [Key("gone")]
    public bool Gone { get; init; }

    [Key("notice")]
    public string? Notice { get; init; }
}
