using MessagePack;

namespace CollabSummaries.Benchmarks.Editing.Load;

// What the hub says and hears, as far as the load looks at it. The names are the protocol's; see src/editor/src/sync/protocol.ts.

[MessagePackObject]
public sealed record JoinRequest([property: Key("talkId")] string TalkId, [property: Key("wantsText")] bool WantsText);

[MessagePackObject]
public sealed class JoinReply
{
    [Key("code")]
    public string? Code { get; init; }

    [Key("clientId")]
    public string ClientId { get; init; } = "";

    [Key("version")]
    public long Version { get; init; }

    [Key("text")]
    public string? Text { get; init; }

    [Key("canEdit")]
    public bool CanEdit { get; init; }
}

[MessagePackObject]
public sealed record PushRequest(
    [property: Key("version")] long Version, [property: Key("firstSeq")] long FirstSeq, [property: Key("updates")] IReadOnlyList<string> Updates);

[MessagePackObject]
public sealed class PushReply
{
    [Key("code")]
    public string? Code { get; init; }

    [Key("message")]
    public string? Message { get; init; }

    [Key("head")]
    public long Head { get; init; }

    [Key("retryAfter")]
    public int RetryAfter { get; init; }
}

[MessagePackObject]
public sealed record PullRequest([property: Key("after")] long After);

[MessagePackObject]
public sealed class PullReply
{
    [Key("code")]
    public string? Code { get; init; }

    [Key("head")]
    public long Head { get; init; }

    [Key("updates")]
    public UpdatesMessage Updates { get; init; } = new();
}

[MessagePackObject]
public sealed class UpdatesMessage
{
    [Key("from")]
    public long From { get; init; }

    [Key("updates")]
    public UpdateMessage[] Updates { get; init; } = [];
}

[MessagePackObject]
public sealed class UpdateMessage
{
    [Key("clientId")]
    public string ClientId { get; init; } = "";

    [Key("seq")]
    public long Seq { get; init; }

    [Key("changes")]
    public string Changes { get; init; } = "";
}

[MessagePackObject]
public sealed class HeadMessage
{
    [Key("version")]
    public long Version { get; init; }

    [Key("hash")]
    public string Hash { get; init; } = "";
}
