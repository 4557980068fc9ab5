using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace CollabSummaries.Web.Reviewing;

/// <summary>Rows as HTML, written by hand: a three-hour talk has thousands of pieces and is read far more often than the page around it.
/// All text passes the encoder.</summary>
internal static class TurnRowHtml
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Render(IEnumerable<TurnRow> rows)
    {
        var html = new StringBuilder();
        foreach (var row in rows)
            Render(html, row);
        return html.ToString();
    }

    private static void Render(StringBuilder html, TurnRow row)
    {
        if (row.Chapter is { } chapter)
            html.Append("<h2 class=\"chapter\">").Append(Encoder.Encode(chapter)).Append("</h2>\n");
        html.Append("<div class=\"turn\" data-who=\"").Append(Encoder.Encode(row.Speaker ?? "")).Append("\">");
        var tag = row.StartMs is null ? "span" : "time";
        html.Append('<').Append(tag).Append(" class=\"at\">").Append(Encoder.Encode(row.Place)).Append("</").Append(tag).Append('>');
        html.Append("<span class=\"who\">").Append(Encoder.Encode(row.IsSame ? "" : row.Speaker ?? "")).Append("</span><p>");
        foreach (var piece in row.Pieces)
        {
            html.Append(CultureInfo.InvariantCulture, $"<span data-s=\"{piece.Segment}\"{(piece.Imported is null ? "" : " class=\"corrected\"")}>").Append(Encoder.Encode(piece.Text)).Append("</span> ");
        }

        html.Append("</p><span class=\"used\"></span>");
        if (row.Pieces.Any(x => x.Imported is not null))
            RenderImported(html, row);
        html.Append("</div>\n");
    }

    /// <summary>What the file says stays one click away.</summary>
    private static void RenderImported(StringBuilder html, TurnRow row)
    {
        html.Append("<details class=\"was\"><summary>✎ corrected</summary><q>");
        html.AppendJoin(' ', row.Pieces.Select(x => Encoder.Encode(x.Imported ?? x.Text))).Append("</q></details>");
    }
}
