namespace CollabSummaries.Transcripts.Import.Vtt;

internal enum CueNodeKind
{
    Root,
    Text,
    Timestamp,
    Class,
    Italic,
    Bold,
    Underline,
    Ruby,
    RubyText,
    Voice,
    Language,
}

/// <summary>A node of WebVTT cue text as the specification builds it.</summary>
/// <param name="Value">Text of a text node; annotation of a voice or language.</param>
/// <param name="TimeMs">Of a timestamp node.</param>
internal sealed record CueNode(CueNodeKind Kind, string Value, IReadOnlyList<string> Classes, long TimeMs = 0)
{
    public List<CueNode> Children { get; } = [];
}
