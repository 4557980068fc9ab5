namespace CollabSummaries.Transcripts.Import.Json;

/// <summary>Makes rows of the format table for JSON files, told apart by their keys.</summary>
internal static class JsonReader
{
    /// <param name="name">Short name.</param>
    /// <param name="displayName">What a menu shows.</param>
    /// <param name="score">From the parsed file.</param>
    /// <param name="expected">The keys a file of this format has, as a refusal names them.</param>
    /// <param name="read">Fills the draft.</param>
    public static FormatReader Of(string name, string displayName, Func<JsonValue, double> score, string expected, Action<JsonValue, Draft, CancellationToken> read) => new(
        new TranscriptFormat(name, displayName),
        text => JsonFile.Of(text).Root is { } root ? score(root) : 0,
        (text, draft, stop) =>
        {
            var (root, fault) = JsonFile.Of(text);
            if (fault is not null) throw fault;
            if (root is null) throw new RefusedException($"the file is no JSON, so it is not '{name}'", 1, "text");
            if (score(root) == 0) throw new RefusedException($"the JSON has no {expected}, so it is not '{name}'", root.Line);
            read(root, draft, stop);
        });
}
