using System.Text;
using CollabSummaries.Transcripts.Import.Vtt;

namespace CollabSummaries.Transcripts.Tests.Vtt;

/// <summary>A cue tree in the notation of the conformance suite: one node a line, attributes in the order of their names.</summary>
internal static class CueTreeText
{
    public static string Of(CueNode root)
    {
        var text = new StringBuilder();
        foreach (var child in root.Children) Write(child, 0, text);
        return text.ToString();
    }

    private static void Write(CueNode node, int depth, StringBuilder text)
    {
        var indent = "| " + new string(' ', depth * 2);
        if (node.Kind == CueNodeKind.Text)
        {
            text.Append(indent).Append('"').Append(node.Value).Append("\"\n");
            return;
        }

        if (node.Kind == CueNodeKind.Timestamp)
        {
            var time = TimeSpan.FromMilliseconds(node.TimeMs);
            text.Append(indent).Append($"<?timestamp {(int)time.TotalHours:00}:{time.Minutes:00}:{time.Seconds:00}.{time.Milliseconds:000}>\n");
            return;
        }

        text.Append(indent).Append('<').Append(Element(node.Kind)).Append(">\n");
        if (node.Classes.Count > 0) text.Append(indent).Append($"  class=\"{string.Join(' ', node.Classes)}\"\n");
        if (node.Kind == CueNodeKind.Language) text.Append(indent).Append($"  lang=\"{node.Value}\"\n");
        if (node.Kind == CueNodeKind.Voice) text.Append(indent).Append($"  title=\"{node.Value}\"\n");
        foreach (var child in node.Children) Write(child, depth + 1, text);
    }

    private static string Element(CueNodeKind kind) => kind switch
    {
        CueNodeKind.Italic => "i",
        CueNodeKind.Bold => "b",
        CueNodeKind.Underline => "u",
        CueNodeKind.Ruby => "ruby",
        CueNodeKind.RubyText => "rt",
        _ => "span",
    };
}
