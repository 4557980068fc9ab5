using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using CollabSummaries.Transcripts.Import.Source;

namespace CollabSummaries.Transcripts.Import.Word;

/// <summary>A Word file as text: a line for each paragraph and soft break; lines are known by the number of their paragraph. Tables give a line a row, cells apart by tabs.</summary>
internal static class WordFile
{
    public const string Encoding = "docx";

    public static bool IsZip(ReadOnlySpan<byte> raw) => raw.StartsWith("PK\u0003\u0004"u8);

    public static RawText Read(ReadOnlyMemory<byte> raw, CancellationToken stop)
    {
        var bytes = raw.ToArray();
        WordArchive.Check(bytes, stop);
        try
        {
            using var stream = new MemoryStream(bytes, false);
            using var file = WordprocessingDocument.Open(stream, false, new OpenSettings { AutoSave = false, MaxCharactersInPart = ImportLimits.Characters * 4L });
            var main = file.MainDocumentPart ?? throw new RefusedException("the Word file has no text part; open it in Word and save it again", 1);
            using var body = main.GetStream(FileMode.Open, FileAccess.Read);
            return WordBody.Read(body, stop);
        }
        catch (Exception e) when (e is XmlException or InvalidDataException or OpenXmlPackageException or FormatException or IOException or ArgumentException or InvalidOperationException or UriFormatException)
        {
            throw new RefusedException("the Word file is damaged; open it in Word, save it again or save it as plain text", 1);
        }
    }
}
