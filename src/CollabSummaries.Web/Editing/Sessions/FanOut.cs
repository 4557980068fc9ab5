using System.Threading.Channels;
using CollabSummaries.Editing;
using CollabSummaries.Editing.Sessions;
using CollabSummaries.Web.Editing.Messages;
using CollabSummaries.Workspace.Log;

namespace CollabSummaries.Web.Editing.Sessions;

/// <summary>Tells the editors of a summary what was committed. The first of a burst goes at once; what follows within the gap goes together, in order,
/// and each receiver still applies it one by one.</summary>
internal sealed class FanOut : IAsyncDisposable
{
    private const int MostHeldBack = 32;

    // What timers can tell from none.
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);

    private readonly Lock _gate = new();
    private readonly Channel<bool> _signal = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly CancellationTokenSource _stop = new();
    private readonly IEditingClient _everyone;
    private readonly Func<SessionState> _committed;
    private readonly Func<bool, CancellationToken, ValueTask<BulletsMessage?>> _describe;
    private readonly Func<TimeSpan> _gap;
    private readonly TimeProvider _time;
    private readonly Task _loop;
    private List<UpdateMessage> _updates = [];
    private Dictionary<string, CursorMessage> _cursors = new(StringComparer.Ordinal);
    private long _from;
    private bool _bulletsMoved;
    private bool _beat;
    private TaskCompletionSource _full = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="committed">The state on disk now; at least as far as what was added.</param>
    /// <param name="gap">Between two deliveries, asked before each.</param>
    /// <param name="describe">What changed about bullets since it was asked last, told whether lines moved; null: nothing.</param>
    public FanOut(
        IEditingClient everyone, Func<SessionState> committed, Func<bool, CancellationToken, ValueTask<BulletsMessage?>> describe, Func<TimeSpan> gap, TimeProvider time)
    {
        _everyone = everyone;
        _committed = committed;
        _describe = describe;
        _gap = gap;
        _time = time;
        _loop = Task.Run(RunAsync);
    }

    /// <summary>Rows just committed after a version.</summary>
    public void Add(long from, IReadOnlyList<NewRow> rows, bool bulletsMoved)
    {
        if (rows.Count == 0 && !bulletsMoved)
            return;
        lock (_gate)
        {
            if (_updates.Count == 0)
                _from = from;
            foreach (var row in rows)
                _updates.Add(new UpdateMessage { ClientId = row.Update.ClientId, Seq = row.Update.Seq, Changes = row.Changes });
            _bulletsMoved |= bulletsMoved;
            if (_updates.Count >= MostHeldBack)
                _full.TrySetResult();
        }

        _signal.Writer.TryWrite(true);
    }

    public void Show(CursorMessage cursor)
    {
        lock (_gate)
            _cursors[cursor.Id] = cursor;
        _signal.Writer.TryWrite(true);
    }

    /// <summary>Says the head after all that was added before: a head told ahead of its updates' turn would look like one gone back.</summary>
    public void Beat()
    {
        lock (_gate)
            _beat = true;
        _signal.Writer.TryWrite(true);
    }

    public async ValueTask DisposeAsync()
    {
        _signal.Writer.TryComplete();
        await _stop.CancelAsync();
        await _loop;
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            while (await _signal.Reader.WaitToReadAsync())
            {
                _signal.Reader.TryRead(out _);
                var full = await FlushAsync();
                if (_gap() is var gap && gap >= Shortest)
                    await Task.WhenAny(Task.Delay(gap, _time, _stop.Token), full);
            }
        }
        catch (OperationCanceledException)
        {
            // The session ends with nobody left to tell.
        }
    }

    private async Task<Task> FlushAsync()
    {
        List<UpdateMessage> updates;
        Dictionary<string, CursorMessage> cursors;
        long from;
        bool bulletsMoved, beat;
        Task full;
        lock (_gate)
        {
            (updates, cursors, from, bulletsMoved, beat) = (_updates, _cursors, _from, _bulletsMoved, _beat);
            (_updates, _cursors, _bulletsMoved, _beat) = ([], new(StringComparer.Ordinal), false, false);
            _full = new(TaskCreationOptions.RunContinuationsAsynchronously);
            full = _full.Task;
        }

        if (updates.Count > 0)
            await _everyone.Updates(new UpdatesMessage { From = from, Updates = updates });
        if ((updates.Count > 0 || bulletsMoved) && await _describe(bulletsMoved, _stop.Token) is { } bullets)
            await _everyone.Bullets(bullets);
        if (cursors.Count > 0)
            await _everyone.Cursors([.. cursors.Values]);
        if (beat && _committed() is var head)
            await _everyone.Head(new HeadMessage { Version = head.Version, Hash = TextHash.Of(head.Text) });
        return full;
    }
}
