using System.Globalization;
using System.Text;
using System.Xml;
using CollabSummaries.Transcripts.Import.Source;

namespace CollabSummaries.Transcripts.Import.Word;

/// <summary>Reads the main part in one pass. Runs are joined as they stand; text a tracked change deleted, pictures and field codes are not read.</summary>
internal sealed class WordBody
{
    private static readonly XmlReaderSettings Safe = new()
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = ImportLimits.Characters * 4L, CheckCharacters = false,
    };

    private readonly List<string> _lines = [];
    private readonly List<int> _numbers = [];
    private readonly List<ImportWarning> _warnings = [];
    private readonly StringBuilder _line = new();
    private int _paragraph = 1;
    private int _tables;
    private long _characters;

    public static RawText Read(Stream part, CancellationToken stop)
    {
        var body = new WordBody();
        using var reader = XmlReader.Create(part, Safe);
        reader.Read();
        while (!reader.EOF)
        {
            stop.ThrowIfCancellationRequested();
            if (!body.Take(reader)) reader.Read();
        }

        body.EndLine();
        return RawText.Of(body._lines, WordFile.Encoding, body._warnings, body._numbers);
    }

    /// <returns>Whether the reader has moved on already.</returns>
    private bool Take(XmlReader reader)
    {
        if (reader.NodeType == XmlNodeType.EndElement)
        {
            if (reader.LocalName == "p") EndParagraph();
            else if (reader.LocalName == "tr") EndRow();
            else if (reader.LocalName == "tbl") _tables--;
            return false;
        }

        if (reader.NodeType != XmlNodeType.Element) return false;
        switch (reader.LocalName)
        {
            case "t" when !reader.IsEmptyElement: Add(reader.ReadElementContentAsString()); return true;
            case "br" or "cr": EndLine(); break;
            case "tab" when !reader.IsEmptyElement || reader.AttributeCount == 0: _line.Append('\t'); break;
            case "noBreakHyphen": _line.Append('\u2011'); break;
            case "tbl": _tables++; break;
            case "p" when reader.IsEmptyElement: EndParagraph(); break;
            case "Fallback" or "del" or "moveFrom" when !reader.IsEmptyElement: Skip(reader); return true;
        }

        return false;
    }

    private void Add(string text)
    {
        _characters += text.Length;
        if (_characters > ImportLimits.Characters)
            throw new RefusedException(string.Create(CultureInfo.InvariantCulture, $"the file holds more than {ImportLimits.Characters:N0} characters; the limit is passed in this paragraph"), _paragraph);
        _line.Append(text.ReplaceLineEndings(" "));
    }

    private void Skip(XmlReader reader)
    {
        if (reader.LocalName is "del" or "moveFrom") _warnings.Add(new ImportWarning(_paragraph, "text that a tracked change deleted was left out"));
        reader.Skip();
    }

    private void EndParagraph()
    {
        if (_tables > 0) _line.Append('\t');
        else EndLine();
        if (_tables == 0) _paragraph++;
    }

    private void EndRow()
    {
        EndLine();
        _paragraph++;
    }

    private void EndLine()
    {
        var line = _line.ToString();
        _line.Clear();
        _lines.Add(_tables > 0 ? line.TrimEnd('\t') : line);
        _numbers.Add(_paragraph);
    }
}
