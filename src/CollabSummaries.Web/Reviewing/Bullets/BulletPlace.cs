using CollabSummaries.Editing.Bullets;
using CollabSummaries.Editing.Sessions;

namespace CollabSummaries.Web.Reviewing.Bullets;

/// <summary>A bullet or heading as a browser names it: by id where it knows one, else by its words near a place.</summary>
public sealed record BulletPlace(string Kind, string? Id, string Text, int At)
{
    /// <summary>The bullet that is meant, although the text may have moved since; null: it is gone.</summary>
    internal BulletLine? In(SessionState state)
    {
        if (Id is not null)
            return state.Bullets.Find(Id);
        var alike = state.Bullets.Bullets.Where(x => string.Equals(x.Text, Text, StringComparison.Ordinal)).ToList();
        return alike.Count == 0 ? null : alike.MinBy(x => Math.Abs(x.LineStart - At));
    }
}

/// <summary>Characters of a segment somebody selected.</summary>
public sealed record SelectedPiece(int Segment, int Start, int End);
