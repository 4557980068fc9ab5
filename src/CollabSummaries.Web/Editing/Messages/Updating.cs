using MessagePack;

namespace CollabSummaries.Web.Editing.Messages;

/// <summary>Updates of one client in a row, made at a version. Changes travel as JSON for the strict reader.</summary>
[MessagePackObject]
public sealed record PushRequest
{
    [Key("version")]
    public long Version { get; init; }

    [Key("firstSeq")]
    public long FirstSeq { get; init; }

    [Key("updates")]
    public IReadOnlyList<string> Updates { get; init; } = [];
}

/// <summary>Without a code: all of the push is on disk, at or before <see cref="Head"/>.</summary>
[MessagePackObject]
public sealed record PushReply
{
    [Key("code")]
    public string? Code { get; init; }

    [Key("message")]
    public string? Message { get; init; }

    [Key("head")]
    public long Head { get; init; }

    /// <summary>Milliseconds after which the same push is welcome again; 0 where it never is.</summary>
    [Key("retryAfter")]
    public int RetryAfter { get; init; }

    public static PushReply Refuse(string code, string message, int retryAfter = 0) =>
        new() { Code = code, Message = message, RetryAfter = retryAfter };
}

[MessagePackObject]
public sealed record PullRequest
{
    [Key("after")]
    public long After { get; init; }
}

/// <summary>The next updates, not always all: pull again until <see cref="Head"/> is reached.</summary>
[MessagePackObject]
public sealed record PullReply
{
    [Key("code")]
    public string? Code { get; init; }

    [Key("message")]
    public string? Message { get; init; }

    [Key("head")]
    public long Head { get; init; }

    [Key("updates")]
    public UpdatesMessage Updates { get; init; } = new();
}

/// <summary>Updates in a row; the first makes version <see cref="From"/> + 1.</summary>
[MessagePackObject]
public sealed record UpdatesMessage
{
    [Key("from")]
    public long From { get; init; }

    [Key("updates")]
    public IReadOnlyList<UpdateMessage> Updates { get; init; } = [];
}

[MessagePackObject]
public sealed record UpdateMessage
{
    [Key("clientId")]
    public string ClientId { get; init; } = "";

    [Key("seq")]
    public long Seq { get; init; }

    [Key("changes")]
    public string Changes { get; init; } = "";
}

/// <summary>How far the log goes, and a hash of the text there: closes silent gaps and finds what went apart.</summary>
[MessagePackObject]
public sealed record HeadMessage
{
    [Key("version")]
    public long Version { get; init; }

    [Key("hash")]
    public string Hash { get; init; } = "";
}
