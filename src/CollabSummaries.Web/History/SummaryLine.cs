using CollabSummaries.Editing.Sessions;

namespace CollabSummaries.Web.History;

/// <summary>A line of a summary that says something.</summary>
/// <param name="BulletId">Null for headings and other lines.</param>
/// <param name="Text">Without the Markdown mark before it.</param>
public sealed record SummaryLine(string? BulletId, bool IsHeading, string Text)
{
    /// <summary>What makes it the same line in another version: a bullet's id, else its text.</summary>
    public string Key => BulletId is { } id ? $"b {id}" : $"{(IsHeading ? 'h' : 't')} {Text}";

    public static IReadOnlyList<SummaryLine> Of(SessionState state)
    {
        var lines = new List<SummaryLine>();
        var at = 0;
        foreach (var raw in state.Text.Split('\n'))
        {
            var bullet = state.Bullets.At(at);
            if (bullet is { } found && found.Id is not null && found.LineStart == at)
                lines.Add(new SummaryLine(found.Id, false, found.Text));
            else if (raw.TrimStart() is ['#', ..] heading)
                lines.Add(new SummaryLine(null, true, heading.TrimStart('#').Trim()));
            else if (!string.IsNullOrWhiteSpace(raw))
                lines.Add(new SummaryLine(null, false, raw.Trim()));
            at += raw.Length + 1;
        }

        return lines;
    }
}
