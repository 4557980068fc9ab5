namespace CollabSummaries.Transcripts.Import.Source;

/// <summary>Files that are no text, known by their first bytes.</summary>
internal static class Magic
{
    /// <summary>What the file is and what to do, as a sentence; null when its first bytes say nothing.</summary>
    public static string? Of(ReadOnlySpan<byte> raw)
    {
        if (raw.StartsWith("%PDF"u8)) return "this is a PDF; copy its text and paste it";
        if (raw.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B])) return "this is a gzip archive; unpack it and import the transcript inside";
        if (raw.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0])) return "this is an old Office file; save it as plain text";
        if (raw.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) || raw.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return "this is a picture, not a transcript";
        return IsMedia(raw) ? "this is a recording; bring its transcript or captions" : null;
    }

    private static bool IsMedia(ReadOnlySpan<byte> raw) =>
        raw.StartsWith("ID3"u8) || raw.StartsWith("RIFF"u8) || raw.StartsWith("OggS"u8) || raw.StartsWith("fLaC"u8)
        || raw.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3]) || (raw.Length > 12 && raw[4..8].SequenceEqual("ftyp"u8));
}
