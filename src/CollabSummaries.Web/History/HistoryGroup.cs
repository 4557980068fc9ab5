using CollabSummaries.Workspace.Log;

namespace CollabSummaries.Web.History;

/// <summary>Changes somebody made in one go: same author and kind, within five minutes of the first.</summary>
/// <param name="First">Version the first of them made.</param>
/// <param name="Last">Version the last of them made.</param>
public sealed record HistoryGroup(string AuthorKey, UpdateKind Kind, long First, long Last, DateTimeOffset From, DateTimeOffset To)
{
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public long Changes => Last - First + 1;

    /// <summary>The version before any of them.</summary>
    public long Before => First - 1;

    /// <summary>Newest first. Updates come in order and without gaps.</summary>
    public static IReadOnlyList<HistoryGroup> Of(IEnumerable<KeptUpdate> updates)
    {
        var groups = new List<HistoryGroup>();
        foreach (var update in updates)
        {
            if (groups is [.., var open] && open.Takes(update))
                groups[^1] = open with { Last = update.Version, To = update.At };
            else
                groups.Add(new HistoryGroup(update.AuthorKey, update.Kind, update.Version, update.Version, update.At, update.At));
        }

        groups.Reverse();
        return groups;
    }

    private bool Takes(KeptUpdate update) =>
        update.AuthorKey == AuthorKey && update.Kind == Kind && update.At - From <= Longest;
}
