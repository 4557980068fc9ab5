using System.Collections.Concurrent;
using CollabSummaries.Workspace.Access;
using CollabSummaries.Workspace.Writing;

namespace CollabSummaries.Web.Editing;

/// <summary>Rights of those who edit, asked of <see cref="IAccess"/> and kept until anything was written that a right could hang on: what is taken away
/// here counts for the next push. A link that expires writes nothing, so after a few seconds it is asked again anyway.</summary>
internal sealed class KnownRights(IAccess access, WorkspaceWriter writer, TimeProvider time)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<(Who Who, string TalkId), Known> _known = new();

    private readonly record struct Known(Right? Right, long Stamp, long At);

    public async ValueTask<Right?> RightAsync(Who who, string talkId, CancellationToken stop)
    {
        var (stamp, now) = (writer.Stamp, time.GetTimestamp());
        if (_known.TryGetValue((who, talkId), out var known) && known.Stamp == stamp && time.GetElapsedTime(known.At, now) < Longest)
            return known.Right;
        var right = await access.RightAsync(who, talkId, stop);
        _known[(who, talkId)] = new Known(right, stamp, now);
        return right;
    }

    /// <summary>Forgets those who asked no more.</summary>
    public void Sweep()
    {
        foreach (var (key, known) in _known)
        {
            if (time.GetElapsedTime(known.At) > Longest)
                _known.TryRemove(new(key, known));
        }
    }
}
