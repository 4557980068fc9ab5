using System.Collections.Immutable;
using CollabSummaries.Editing;
using CollabSummaries.Editing.Sessions;
using CollabSummaries.Web.Editing.Messages;
using CollabSummaries.Workspace.Log;

namespace CollabSummaries.Web.Editing.Sessions;

/// <summary>A summary at this moment, for those who plan an edit of it.</summary>
/// <param name="LastSeqs">The highest number each client's updates reached.</param>
internal sealed record SummaryNow(SessionState State, EvidenceBook Evidence, ImmutableDictionary<string, long> LastSeqs)
{
    /// <summary>The number the next update of this client carries.</summary>
    public long NextSeqOf(string clientId) => LastSeqs.TryGetValue(clientId, out var last) ? last + 1 : 0;
}

/// <summary>An edit the server itself makes.</summary>
/// <param name="Changes">Made to the text of the <see cref="SummaryNow"/> it was planned on; null: evidence alone.</param>
/// <param name="BulletIds">Ids of its bullets by line start in the new text.</param>
/// <param name="Given">Evidence that comes with it.</param>
/// <param name="Removed">Evidence rows taken away with it.</param>
internal sealed record PlannedEdit(
    ChangeSet? Changes,
    IReadOnlyDictionary<int, string>? BulletIds = null,
    IReadOnlyList<GivenEvidence>? Given = null,
    IReadOnlyList<string>? Removed = null);

/// <summary>Something that waits for its place in the order. Its task ends after the commit.</summary>
internal abstract class SessionWork(string authorKey)
{
    public string AuthorKey => authorKey;

    /// <summary>Called once what it asked for is on disk, or was refused.</summary>
    public abstract void Complete(long head);

    public abstract void Fail(Exception reason);
}

/// <summary>Updates an editor sent.</summary>
internal sealed class PushWork(string authorKey, long version, IReadOnlyList<Update> updates) : SessionWork(authorKey)
{
    private readonly TaskCompletionSource<PushReply> _reply = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public long Version => version;

    public IReadOnlyList<Update> Updates => updates;

    public Refused? Refused { get; set; }

    public Task<PushReply> Reply => _reply.Task;

    public override void Complete(long head) => _reply.TrySetResult(Refused is null ? new PushReply { Head = head } : Codes.Of(Refused));

    /// <summary>Nothing may be said of its fate, so the editor sends it again and the log tells.</summary>
    public override void Fail(Exception reason) =>
        _reply.TrySetResult(PushReply.Refuse(Codes.Busy, "The server could not write just now; the change is sent again.", 500));
}

/// <summary>An edit planned on the head it will follow.</summary>
internal sealed class PlanWork(string authorKey, UpdateKind kind, Func<SummaryNow, PlannedEdit?> plan) : SessionWork(authorKey)
{
    private readonly TaskCompletionSource<long> _version = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Exception? _refusal;

    public UpdateKind Kind => kind;

    /// <summary>The version the summary has after it.</summary>
    public Task<long> Version => _version.Task;

    /// <summary>A plan that throws fails its own author alone.</summary>
    public PlannedEdit? Plan(SummaryNow now)
    {
        try
        {
            return plan(now);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            Refuse(failure);
            return null;
        }
    }

    public void Refuse(Exception reason) => _refusal = reason;

    public override void Complete(long head)
    {
        if (_refusal is null)
            _version.TrySetResult(head);
        else
            _version.TrySetException(_refusal);
    }

    public override void Fail(Exception reason) => _version.TrySetException(reason);
}

/// <summary>A change of the transcript evidence points into: it waits in the same line, so that nothing is staged on passages that move.</summary>
internal sealed class TranscriptWork(Func<Task> write) : SessionWork("")
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Done => _done.Task;

    public Task WriteAsync() => write();

    public override void Complete(long head) => _done.TrySetResult();

    public override void Fail(Exception reason) => _done.TrySetException(reason);
}
