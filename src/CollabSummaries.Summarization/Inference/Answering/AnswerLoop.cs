using System.Collections.Concurrent;
using CollabSummaries.Summarization.Inference.Devices;
using Microsoft.ML.OnnxRuntime;

namespace CollabSummaries.Summarization.Inference.Answering;

/// <summary>
/// The one thread that drives a graph. Prompts are read into the staging row and copied to free slots; all slots are decoded together; answers leave and prompts
/// enter at any step. Laws: slots 0 … n − 1 are the busy ones; requests take turns prompt by prompt; a request that was stopped holds no slot after the step in which it was.
/// </summary>
internal sealed class AnswerLoop : IDisposable
{
    private readonly CachedGraph _graph;
    private readonly IReadOnlySet<int> _stopIds;
    private readonly Staging _staging;
    private readonly Sampler _sampler = new();
    private readonly List<Slot> _slots = [];
    private readonly Queue<AnswerRequest> _waiting = [];
    private readonly BlockingCollection<AnswerRequest> _inbox = [];
    private readonly CancellationTokenSource _closing = new();
    private readonly Thread _thread;
    private int _closed;

    /// <param name="head">Tokens with which prompts begin, read once.</param>
    public AnswerLoop(CachedGraph graph, IReadOnlySet<int> stopIds, IReadOnlyList<int> head, bool giveWay)
    {
        (_graph, _stopIds) = (graph, stopIds);
        _staging = new Staging(graph, head);
        _thread = ComputeThread.Start("answers", giveWay, Run);
    }

    /// <summary>Asks for tokens only.</summary>
    public AnswerRequest Ask(IReadOnlyList<Prompt> prompts, int maxAnswer, CancellationToken stop) => Ask(prompts, maxAnswer, null, stop);

    /// <exception cref="ArgumentException">A prompt is empty, has no candidate or does not fit in a slot.</exception>
    /// <exception cref="ObjectDisposedException">The loop is closed.</exception>
    public AnswerRequest Ask(IReadOnlyList<Prompt> prompts, int maxAnswer, TextOutput? output, CancellationToken stop)
    {
        if (prompts.Any(p => p.Candidates.Count == 0 || p.Tokens.Count == 0 || p.Tokens.Count > _graph.MaxTokens))
            throw new ArgumentException($"A prompt has one to {_graph.MaxTokens} tokens and at least one candidate.", nameof(prompts));
        var request = new AnswerRequest(prompts, maxAnswer, output, stop);
        if (prompts.Count == 0)
            request.End(null);
        else
            ObjectDisposedException.ThrowIf(!Enter(request), this);
        return request;
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _closed, 1) != 0)
            return;
        _inbox.CompleteAdding();
        _closing.Cancel();
        _thread.Join();
        _graph.Dispose();
        _inbox.Dispose();
        _closing.Dispose();
    }

    private bool Enter(AnswerRequest request)
    {
        try
        {
            _inbox.Add(request);
            return true;
        }
        catch (InvalidOperationException)
        {
            // Closed for adding, or disposed.
            return false;
        }
    }

    private void Run()
    {
        try
        {
            while (true)
            {
                Listen();
                DropStopped();
                if (Guarded(FillSlots))
                    Guarded(Step);
            }
        }
        catch (OperationCanceledException)
        {
            EndAll(new ObjectDisposedException(nameof(BulletModel)));
        }
    }

    /// <summary>Waits only while there is nothing else to do.</summary>
    private void Listen()
    {
        if (_slots.Count == 0 && _waiting.Count == 0 && _staging.Free)
            _waiting.Enqueue(_inbox.TryTake(out var first, Timeout.Infinite, _closing.Token) ? first : throw new OperationCanceledException("Nothing more is asked."));
        while (_inbox.TryTake(out var request))
            _waiting.Enqueue(request);
        _closing.Token.ThrowIfCancellationRequested();
    }

    private void DropStopped()
    {
        for (var row = _slots.Count - 1; row >= 0; row--)
        {
            var request = _slots[row].Request;
            if (!request.Stop.IsCancellationRequested)
                continue;
            request.End(new OperationCanceledException(request.Stop));
            Free(row);
        }

        _staging.DropStopped();
    }

    private void FillSlots()
    {
        while (_slots.Count < _graph.Slots)
        {
            if (_staging.Free && !StageNext())
                return;
            var slot = _staging.TakeCandidate();
            if (!slot.Draw(_staging.Logits, _sampler, _stopIds, _graph.MaxTokens))
            {
                slot.Give();
                continue;
            }

            _graph.CopyRow(_graph.StagingRow, _slots.Count, slot.Filled);
            _slots.Add(slot);
        }
    }

    private bool StageNext()
    {
        while (_waiting.TryDequeue(out var request))
        {
            if (request.Stop.IsCancellationRequested)
            {
                request.End(new OperationCanceledException(request.Stop));
            }
            else if (request.TakePrompt() is { } next)
            {
                _waiting.Enqueue(request);
                return _staging.Read(request, next.Number, next.Prompt, _closing.Token);
            }
        }

        return false;
    }

    private void Step()
    {
        if (_slots.Count == 0)
            return;
        Span<int> tokens = stackalloc int[_slots.Count], filled = stackalloc int[_slots.Count];
        for (var row = 0; row < _slots.Count; row++)
            (tokens[row], filled[row]) = (_slots[row].Next, _slots[row].Filled);
        using (var run = new RunOptions())
            _graph.Decode(tokens, filled, run);
        for (var row = _slots.Count - 1; row >= 0; row--)
        {
            var slot = _slots[row];
            slot.Advance();
            if (slot.Draw(_graph.Logits(row), _sampler, _stopIds, _graph.MaxTokens))
                continue;
            slot.Give();
            Free(row);
        }
    }

    /// <summary>The last busy row moves into the one that became free.</summary>
    private void Free(int row)
    {
        var last = _slots.Count - 1;
        _graph.CopyRow(last, row, _slots[last].Filled);
        _slots[row] = _slots[last];
        _slots.RemoveAt(last);
    }

    /// <summary>A step that fails in whatever way ends every request, with the reason; the loop lives on, and with it the server.</summary>
    private bool Guarded(Action work)
    {
        try
        {
            work();
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            EndAll(new InvalidOperationException($"the model failed while writing: {e.Message}", e));
            return false;
        }
    }

    private void EndAll(Exception why)
    {
        foreach (var request in _slots.Select(s => s.Request).Concat(_waiting).Concat(_inbox).Append(_staging.Request).Distinct())
            request?.End(why);
        _slots.Clear();
        _waiting.Clear();
        _staging.Clear();
        while (_inbox.TryTake(out _))
        {
        }
    }
}
