using System.Text.Json;
using CollabSummaries.Editing;
using CollabSummaries.Editing.Bullets;
using CollabSummaries.Editing.Sessions;

namespace CollabSummaries.Workspace.Log;

/// <summary>Plays rows of a log on a state. Every replay gives the same text and the same bullet ids.</summary>
public static class LogReplay
{
    public static SessionState Empty { get; } = new(0, "", BulletMap.Empty);

    public static SessionState Open(Snapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return new SessionState(snapshot.Version, snapshot.Text, BulletMap.Parse(snapshot.Bullets, snapshot.Text));
    }

    /// <summary>Throws <see cref="InvalidDataException"/> when the row does not follow.</summary>
    public static SessionState Step(SessionState state, KeptUpdate row)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(row);
        var changes = ChangeSet.Parse(row.Changes);
        if (row.Version != state.Version + 1 || changes.Length != state.Text.Length)
            throw new InvalidDataException($"Row {row.Version} of talk {row.TalkId} does not follow version {state.Version}.");
        var text = changes.Apply(state.Text);
        var bullets = state.Bullets.Advance(state.Text, changes, text, row.Version, ReadPlaces(row.BulletIds)).Map;
        return new SessionState(row.Version, text, bullets);
    }

    public static Update ToUpdate(KeptUpdate row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new Update(row.ClientId, row.Seq, ChangeSet.Parse(row.Changes));
    }

    /// <summary>The bullet ids a row declares.</summary>
    public static IReadOnlyCollection<string> ReadIds(string bulletIds) => ReadPlaces(bulletIds)!.Values;

    internal static string? WriteIds(IReadOnlyDictionary<int, string>? ids) =>
        ids is { Count: > 0 } ? JsonSerializer.Serialize(ids) : null;

    private static Dictionary<int, string>? ReadPlaces(string? json) =>
        json is null ? null : JsonSerializer.Deserialize<Dictionary<int, string>>(json);
}
