using System.Threading.Channels;
using CollabSummaries.Editing;
using CollabSummaries.Editing.Sessions;
using CollabSummaries.Web.Editing.Messages;
using CollabSummaries.Workspace.Log;

namespace CollabSummaries.Web.Editing.Sessions;

/// <summary>
/// The live summary of one talk. All who write, editors and the server itself, wait in one line; the loop gives what waits a place, writes it as one,
/// and only after the commit tells the authors and then the others. When a write fails nothing was said: the summary is opened anew from the log, and
/// editors send again under the same numbers.
/// </summary>
internal sealed class SummarySession : IAsyncDisposable
{
    private const int LargestBatch = 64;
    private const int MostTries = 4;

    private readonly Channel<SessionWork> _works = Channel.CreateBounded<SessionWork>(new BoundedChannelOptions(1024) { SingleReader = true });
    private readonly SummaryLog _log;
    private readonly EvidenceStore _evidence;
    private readonly FanOut _fanOut;
    private readonly RemovedBullets _removed = new();
    private readonly ILogger _logger;
    private readonly Task _loop;
    private LiveSummary _live;

    private SummarySession(string talkId, LiveSummary live, SummaryLog log, EvidenceStore evidence, FanOut fanOut, LastLine lastLine, ILogger logger)
    {
        LastLine = lastLine;
        TalkId = talkId;
        _live = live;
        _log = log;
        _evidence = evidence;
        _fanOut = fanOut;
        _logger = logger;
        _loop = Task.Run(RunAsync);
    }

    public string TalkId { get; }

    /// <summary>What is on disk.</summary>
    public SummaryNow Now
    {
        get
        {
            var live = Volatile.Read(ref _live);
            return new SummaryNow(live.Order.Committed, live.Evidence, live.LastSeqs);
        }
    }

    public FanOut FanOut => _fanOut;

    public LastLine LastLine { get; }

    /// <summary>Null when there is no such talk.</summary>
    public static async Task<SummarySession?> OpenAsync(
        string talkId, SummaryLog log, EvidenceStore evidence, Func<Func<SummaryNow>, FanOut> fanOut, LastLine lastLine, ILogger logger, CancellationToken stop)
    {
        if (await LiveSummary.OpenAsync(log, evidence, talkId, stop) is not { } live)
            return null;
        SummarySession? session = null;
        session = new SummarySession(talkId, live, log, evidence, fanOut(() => session!.Now), lastLine, logger);
        return session;
    }

    /// <summary>Ends after the commit; never throws for what the log or the editor did wrong.</summary>
    public async Task<PushReply> PushAsync(string authorKey, long version, IReadOnlyList<Update> updates, CancellationToken stop)
    {
        var work = new PushWork(authorKey, version, updates);
        await _works.Writer.WriteAsync(work, stop);
        return await work.Reply;
    }

    /// <summary>Plans and makes an edit at the head; a plan of null makes none. Ends after the commit.</summary>
    /// <returns>The version afterwards.</returns>
    public async Task<long> WriteAsync(string authorKey, UpdateKind kind, Func<SummaryNow, PlannedEdit?> plan, CancellationToken stop)
    {
        var work = new PlanWork(authorKey, kind, plan);
        await _works.Writer.WriteAsync(work, stop);
        return await work.Version;
    }

    /// <summary>Runs a change of the transcript while nothing else is written, then shows evidence as it stands afterwards.</summary>
    public async Task ChangeTranscriptAsync(Func<Task> write, CancellationToken stop)
    {
        var work = new TranscriptWork(write);
        await _works.Writer.WriteAsync(work, stop);
        await work.Done;
    }

    /// <summary>Committed updates after a version, at most so many.</summary>
    public async Task<IReadOnlyList<Update>> ListSinceAsync(long version, int most, CancellationToken stop)
    {
        var live = Volatile.Read(ref _live);
        if (live.Order.Since(version) is { } recent)
            return recent.Count > most ? [.. recent.Take(most)] : recent;
        var rows = await _log.ListUpdatesAsync(TalkId, version, Math.Min(version + most, live.Order.Version), stop);
        return [.. rows.Select(LogReplay.ToUpdate)];
    }

    /// <summary>Takes nothing more, writes what was taken, and ends.</summary>
    public async ValueTask DisposeAsync()
    {
        _works.Writer.TryComplete();
        await _loop;
        await _fanOut.DisposeAsync();
    }

    private async Task RunAsync()
    {
        var batch = new List<SessionWork>(LargestBatch);
        while (await _works.Reader.WaitToReadAsync())
        {
            batch.Clear();
            // A plan is made on the committed head, so it stands alone.
            while (batch.Count < LargestBatch && _works.Reader.TryPeek(out var next) && (batch.Count == 0 || (next is PushWork && batch[0] is PushWork)))
            {
                _works.Reader.TryRead(out _);
                batch.Add(next);
            }

            await (batch[0] is TranscriptWork transcript ? HandleAsync(transcript) : HandleAsync(batch));
        }
    }

    private async Task HandleAsync(TranscriptWork work)
    {
        try
        {
            await work.WriteAsync();
            var rows = await _evidence.ListAllAsync(TalkId, CancellationToken.None);
            Volatile.Write(ref _live, _live with { Evidence = _live.Evidence.Reread(rows.ToDictionary(x => x.Id, StringComparer.Ordinal)) });
            work.Complete(_live.Order.Version);
            _fanOut.Add(_live.Order.Version, [], bulletsMoved: true);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            work.Fail(failure);
        }
    }

    private async Task HandleAsync(List<SessionWork> batch)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await WriteBatchAsync(batch);
                return;
            }
            catch (LogConflictException conflict) when (tries < MostTries)
            {
                _logger.SummaryMovedOn(conflict, TalkId);
                await Task.Delay(Random.Shared.Next(5, 25 * tries));
                await ReopenAsync();
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                _logger.SummaryNotWritten(failure, TalkId);
                await ReopenAsync();
                foreach (var work in batch)
                    work.Fail(failure);
                return;
            }
        }
    }

    private async Task WriteBatchAsync(List<SessionWork> batch)
    {
        if (_live.Order.Ended)
            await ReopenAsync();
        var live = _live;
        if (live.Order.Ended)
            throw new InvalidOperationException("The summary could not be opened again after a failed write.");
        var staging = new Staging(TalkId, live);
        foreach (var work in batch)
            await StageAsync(live, staging, work);

        var from = live.Order.Version;
        var hash = staging.IsEmpty ? live.Hash : await _log.AppendAsync(staging.ToAppend(), CancellationToken.None);
        Volatile.Write(ref _live, staging.Commit(hash));
        var head = staging.Head.Version;
        foreach (var work in batch)
            work.Complete(head);
        _fanOut.Add(from, staging.Rows, staging.BulletsMoved);
    }

    private async ValueTask StageAsync(LiveSummary live, Staging staging, SessionWork work)
    {
        if (work is PushWork push)
        {
            var ids = push.Updates.Count == 1 ? _removed.FindIn(push.Updates[0].Changes) : null;
            var outcome = live.Order.Accept(push.Version, push.Updates, bulletIds: ids);
            if (outcome is NeedsLog)
                outcome = await live.Order.AcceptAsync(push.Version, push.Updates, LoadAsync, CancellationToken.None);
            push.Refused = outcome as Refused;
            if (outcome is Accepted accepted)
            {
                LastLine.Note(accepted);
                Stage(staging, accepted, push.AuthorKey, UpdateKind.Edit, []);
            }
        }
        else if (work is PlanWork plan && plan.Plan(staging.Now) is { } edit)
        {
            if (edit.Changes is not { } changes)
            {
                staging.Give(edit.Given ?? [], edit.Removed ?? [], plan.AuthorKey);
            }
            else if (live.Order.Accept(staging.Head.Version, [staging.NextServerUpdate(changes)], bulletIds: edit.BulletIds) is Accepted accepted)
            {
                Stage(staging, accepted, plan.AuthorKey, plan.Kind, edit.Given ?? []);
                staging.Give([], edit.Removed ?? [], plan.AuthorKey);
            }
            else
            {
                plan.Refuse(new InvalidOperationException("The summary has no room for this: it holds at most 256 kB of text and 2,000 bullets."));
            }
        }
    }

    private void Stage(Staging staging, Accepted accepted, string authorKey, UpdateKind kind, IReadOnlyList<GivenEvidence> given)
    {
        _removed.Note(staging.Head.Bullets, staging.Evidence, accepted.BulletChanges);
        staging.Add(accepted, authorKey, kind, given);
    }

    private async Task ReopenAsync()
    {
        _live.Order.Abandon();
        try
        {
            if (await LiveSummary.OpenAsync(_log, _evidence, TalkId, CancellationToken.None) is { } live)
                Volatile.Write(ref _live, live);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            _logger.SummaryNotOpened(failure, TalkId);
        }
    }

    private async ValueTask<IReadOnlyList<Update>> LoadAsync(long after, long to, CancellationToken stop) =>
        [.. (await _log.ListUpdatesAsync(TalkId, after, to, stop)).Select(LogReplay.ToUpdate)];
}
