using Microsoft.ML.OnnxRuntime;

namespace CollabSummaries.Summarization.Inference.Answering;

/// <summary>
/// The prompt that was read last and waits for slots. The head all prompts share is read once and stays at the start of the staging row.
/// </summary>
internal sealed class Staging(CachedGraph graph, IReadOnlyList<int> head)
{
    private readonly float[] _logits = new float[graph.Vocabulary];
    private bool _headRead;
    private Prompt? _prompt;
    private int _number, _candidate;

    public AnswerRequest? Request { get; private set; }

    public bool Free => Request is null;

    /// <summary>What follows the prompt; whoever changes them puts them back.</summary>
    public Span<float> Logits => _logits;

    /// <returns>False when the request was stopped meanwhile; the row is free then.</returns>
    public bool Read(AnswerRequest request, int number, Prompt prompt, CancellationToken closing)
    {
        using var run = new RunOptions();
        using var stopped = request.Stop.Register(() => run.Terminate = true);
        using var closed = closing.Register(() => run.Terminate = true);
        try
        {
            var shared = ReadHead(prompt, run);
            graph.Prefill(graph.StagingRow, shared, shared == 0 ? prompt.Tokens : [.. prompt.Tokens.Skip(shared)], run).CopyTo(_logits);
            _headRead &= shared > 0;
            (Request, _number, _prompt, _candidate) = (request, number, prompt, 0);
            return true;
        }
        catch (OnnxRuntimeException) when (request.Stop.IsCancellationRequested || closing.IsCancellationRequested)
        {
            request.End(new OperationCanceledException(request.Stop));
            return false;
        }
    }

    /// <summary>The next candidate, about to be written after the prompt; the last one frees the row.</summary>
    public Slot TakeCandidate()
    {
        var (sampling, seed) = _prompt!.Candidates[_candidate];
        var slot = new Slot(Request!, _number, _candidate, sampling, seed, _prompt.Tokens.Count);
        if (++_candidate == _prompt.Candidates.Count)
            Clear();
        return slot;
    }

    public void DropStopped()
    {
        if (Request is { Stop.IsCancellationRequested: true } request)
        {
            request.End(new OperationCanceledException(request.Stop));
            Clear();
        }
    }

    public void Clear() => (Request, _prompt) = (null, null);

    private int ReadHead(Prompt prompt, RunOptions run)
    {
        if (head.Count == 0 || prompt.Tokens.Count <= head.Count || !prompt.Tokens.Take(head.Count).SequenceEqual(head))
            return 0;
        if (!_headRead)
            graph.Prefill(graph.StagingRow, 0, head, run);
        _headRead = true;
        return head.Count;
    }
}
