namespace CollabSummaries.Workspace.Talks;

/// <summary>A further file of a talk, byte for byte: the second half, the chat, or one that names the speakers.</summary>
public sealed class AddedFile
{
    public required string TalkId { get; init; }

    /// <summary>From 1, in the order they were joined.</summary>
    public required int Index { get; init; }

    public required string FileName { get; init; }

    public required byte[] Raw { get; init; }

    /// <summary>Short name of the parser that read it.</summary>
    public required string Format { get; set; }

    /// <summary>"after", "chat" or "names".</summary>
    public required string Way { get; init; }

    /// <summary>Milliseconds added to its times; null: nothing is added.</summary>
    public long? ShiftMs { get; init; }
}
