using System.Text;
using System.Xml.Linq;

namespace CollabSummaries.Transcripts.Import.Xml;

/// <summary>Plain words of a paragraph; `br` is a space.</summary>
internal static class TtmlText
{
    public static string Of(XElement element, bool preserve)
    {
        var text = new StringBuilder();
        Walk(element, text);
        return preserve ? Lines(text.ToString()) : Collapse(text.ToString());
    }

    private static void Walk(XElement element, StringBuilder text)
    {
        foreach (var node in element.Nodes())
        {
            if (node is XText words) text.Append(words.Value);
            if (node is not XElement child || child.Is("metadata") || child.Name.NamespaceName.EndsWith("#metadata", StringComparison.Ordinal)) continue;
            if (child.Is("br")) text.Append('\n');
            else Walk(child, text);
        }
    }

    private static string Lines(string text) => string.Join(' ', text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    /// <summary>The default of XML: any stretch of white space is one space.</summary>
    private static string Collapse(string text) => string.Join(' ', text.Split([' ', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));
}
