using System.Globalization;
using System.IO.Compression;

namespace CollabSummaries.Transcripts.Import.Word;

/// <summary>Refuses archives that are no Word file or would unpack to more than a transcript can be: what they say of themselves is not believed, every part is counted while it is unpacked.</summary>
internal static class WordArchive
{
    /// <summary>Small parts of repeated XML shrink further than this honestly; the ratio counts from a megabyte on.</summary>
    private const long RatioCountsFrom = 1024 * 1024;

    public static void Check(byte[] raw, CancellationToken stop)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(raw, false), ZipArchiveMode.Read);
            if (zip.Entries.Count > ImportLimits.ZipEntries)
                throw new RefusedException(string.Create(CultureInfo.InvariantCulture, $"the archive holds {zip.Entries.Count:N0} parts; {ImportLimits.ZipEntries:N0} is the most that is read"), 1);
            if (zip.GetEntry("word/document.xml") is null && !zip.Entries.Any(e => e.FullName.StartsWith("word/", StringComparison.OrdinalIgnoreCase)))
                throw new RefusedException(Other(zip), 1);
            long unpacked = 0;
            foreach (var entry in zip.Entries) unpacked = Count(entry, raw.Length, unpacked, stop);
        }
        catch (InvalidDataException)
        {
            throw new RefusedException("the archive is damaged or encrypted; save the file again without a password", 1);
        }
        catch (NotSupportedException)
        {
            throw new RefusedException("the archive is packed in a way that is not read; save the file again", 1);
        }
    }

    private static long Count(ZipArchiveEntry entry, long packed, long unpacked, CancellationToken stop)
    {
        // Pictures and fonts are never unpacked by the reader; only XML is.
        if (!(entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))) return unpacked;
        using var part = entry.Open();
        var buffer = new byte[81920];
        int read;
        while ((read = part.Read(buffer)) > 0)
        {
            stop.ThrowIfCancellationRequested();
            unpacked += read;
            if (unpacked > ImportLimits.UnpackedBytes) throw new RefusedException("the archive unpacks to more than 200 MB; save the file as plain text", 1);
            if (unpacked > RatioCountsFrom && unpacked > packed * ImportLimits.ZipRatio)
                throw new RefusedException($"the archive unpacks to more than {ImportLimits.ZipRatio} times its size, which no transcript does", 1);
        }

        return unpacked;
    }

    private static string Other(ZipArchive zip)
    {
        if (zip.Entries.Any(e => e.FullName.StartsWith("xl/", StringComparison.OrdinalIgnoreCase))) return "this is an Excel file; save it as CSV";
        if (zip.Entries.Any(e => e.FullName.StartsWith("ppt/", StringComparison.OrdinalIgnoreCase))) return "this is a PowerPoint file; save its text as plain text";
        if (zip.GetEntry("content.xml") is not null) return "this is an OpenDocument file; save it as a Word file or plain text";
        return "this is a zip archive; unpack it and import the transcript inside";
    }
}
