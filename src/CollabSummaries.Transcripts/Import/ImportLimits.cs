namespace CollabSummaries.Transcripts.Import;

/// <summary>What a file may hold at most. A file over a limit is refused with the place where it passes it.</summary>
public static class ImportLimits
{
    /// <summary>Size of the file in bytes: 20 MB.</summary>
    public const int Bytes = 20 * 1024 * 1024;

    /// <summary>UTF-16 units of decoded text.</summary>
    public const int Characters = 5_000_000;

    /// <summary>Cues or line blocks.</summary>
    public const int Cues = 200_000;

    /// <summary>Bytes an archive may unpack to: 200 MB.</summary>
    public const long UnpackedBytes = 200L * 1024 * 1024;

    /// <summary>Parts of an archive.</summary>
    public const int ZipEntries = 1000;

    /// <summary>How many times its size an archive may unpack to.</summary>
    public const int ZipRatio = 100;

    /// <summary>Warnings listed singly; one more says how many follow.</summary>
    public const int Warnings = 10_000;
}
