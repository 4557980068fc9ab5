using System.Text;
using CollabSummaries.Editing;
using CollabSummaries.Editing.Sessions;
using CollabSummaries.Web.Editing.Sessions;
using CollabSummaries.Workspace.Log;

namespace CollabSummaries.Web.Editing.Writing;

/// <summary>A bullet on its way into a summary.</summary>
/// <param name="BulletId">Its id for good: letters, digits, - and _, at most 64.</param>
/// <param name="Section">Heading it belongs under, made where missing; null: at the end.</param>
/// <param name="Kind">"written" or "quoted".</param>
internal sealed record LandingBullet(
    string BulletId, string? Section, string Text, string Kind, IReadOnlyList<PassagePiece> Passages, string Support, double Score, string? Reason = null);

/// <summary>Finds where bullets come to stand. Nothing that stands there already is changed.</summary>
internal static class Landing
{
    public const int LongestBullet = 4096;
    private const int LongestHeading = 200;

    /// <param name="typing">Somebody types on the last line: what they have not sent yet is kept apart from the bullets by a break.</param>
    /// <returns>Null when there is nothing to put.</returns>
    public static PlannedEdit? Plan(SessionState state, IReadOnlyList<LandingBullet> bullets, bool typing)
    {
        var fresh = bullets.Where(x => state.Bullets.Find(x.BulletId) is null && Line(x.Text, LongestBullet).Length > 0).ToList();
        if (fresh.Count == 0)
            return null;

        var text = state.Text;
        var inserts = new SortedDictionary<int, StringBuilder>();
        var places = new List<(int At, int Offset, string BulletId)>();
        foreach (var section in fresh.GroupBy(x => x.Section is null ? null : Line(x.Section, LongestHeading)))
        {
            var at = text.AsSpan().TrimEnd().Length;
            var heading = section.Key is { Length: > 0 } title ? title : null;
            var found = heading is null ? null : Headings.FindEnd(text, heading);
            at = found ?? at;
            if (!inserts.TryGetValue(at, out var insert))
                inserts[at] = insert = new StringBuilder();
            if (heading is not null && found is null)
                insert.Append(at + insert.Length > 0 ? "\n\n## " : "## ").Append(heading);
            foreach (var bullet in section)
            {
                if (at + insert.Length > 0)
                    insert.Append('\n');
                places.Add((at, insert.Length, bullet.BulletId));
                insert.Append("- ").Append(Line(bullet.Text, LongestBullet));
            }
        }

        var changes = ChangeSet.Of(text.Length, inserts.Select(x => NewLines.After(text, x.Key, x.Value.ToString(), typing)));
        var ids = places.ToDictionary(x => x.At + inserts.Where(i => i.Key < x.At).Sum(i => i.Value.Length) + x.Offset, x => x.BulletId);
        var given = fresh.Select(x => new GivenEvidence(x.BulletId, x.Passages, x.Support, x.Score, x.Kind, Reason: x.Reason));
        return new PlannedEdit(changes, ids, [.. given]);
    }

    /// <summary>One line of plain words: no breaks, no control characters, no marker of its own.</summary>
    public static string Line(string text, int longest)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsControl(rune) || Rune.IsWhiteSpace(rune))
                line.Append(' ');
            else
                line.Append(rune.ToString());
        }

        var words = string.Join(' ', line.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)).TrimStart('-', '*', '#', ' ');
        if (words.Length <= longest)
            return words;
        return words[..(char.IsHighSurrogate(words[longest - 1]) ? longest - 1 : longest)];
    }
}
