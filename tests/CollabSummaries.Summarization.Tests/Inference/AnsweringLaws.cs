using CollabSummaries.Summarization.Inference;
using CollabSummaries.Summarization.Inference.Answering;
using Microsoft.ML.OnnxRuntime;

namespace CollabSummaries.Summarization.Tests.Inference;

/// <summary>The laws of a graph and its slots, on the built-in model itself; one class a device and precision states how near is equal.</summary>
public abstract class AnsweringLaws : IDisposable
{
    private readonly CachedGraph _graph;
    private readonly float _near;
    private readonly RunOptions _run = new();

    private protected AnsweringLaws(CachedGraph graph, float near) => (_graph, _near) = (graph, near);

    private protected static ModelFolder Folder { get; } = ModelFolder.Read(ModelLoading.BuiltIn);

    private protected static int[] Probe => Reference.All[0].Ids[..8];

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void Rows_of_unequal_length_decode_together_as_they_would_alone()
    {
        var prompts = Reference.All.Select(r => r.Ids).ToArray();
        var alone = prompts.Select((p, i) => Alone(p, Reference.All[i].GreedyIds[..6])).ToArray();

        for (var row = 0; row < prompts.Length; row++)
            _graph.Prefill(row, 0, prompts[row], _run);

        for (var step = 0; step < 6; step++)
        {
            _graph.Decode([.. Reference.All.Select(r => r.GreedyIds[step])], [.. prompts.Select(p => p.Length + step)], _run);
            for (var row = 0; row < prompts.Length; row++)
                Close(alone[row][step], _graph.Logits(row));
        }
    }

    [Fact]
    public void A_prompt_read_between_decode_steps_disturbs_no_row_and_is_not_disturbed()
    {
        int[] early = Reference.All[0].Ids, late = Reference.All[1].Ids;
        var alone = Alone(early, Reference.All[0].GreedyIds[..2]);
        var whole = _graph.Prefill(2, 0, late, _run).ToArray();
        _graph.Prefill(0, 0, early, _run);

        _graph.Prefill(_graph.StagingRow, 0, late[..20], _run);
        _graph.Decode([Reference.All[0].GreedyIds[0]], [early.Length], _run);
        Close(alone[0], _graph.Logits(0));
        var pieces = _graph.Prefill(_graph.StagingRow, 20, late[20..], _run).ToArray();
        _graph.CopyRow(_graph.StagingRow, 1, late.Length);
        _graph.Decode([Reference.All[0].GreedyIds[1], Reference.All[1].GreedyIds[0]], [early.Length + 1, late.Length], _run);

        Close(whole, pieces);
        Close(alone[1], _graph.Logits(0));
        Close(Alone(late, Reference.All[1].GreedyIds[..1])[0], _graph.Logits(1));
    }

    [Fact]
    public void A_token_past_the_end_of_a_row_is_refused_before_it_is_run()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => _graph.Prefill(0, 0, new int[161], _run));
        Assert.Throws<ArgumentOutOfRangeException>(() => _graph.Decode([1], [160], _run));
    }

    /// <summary>Logits after each token of the answer, one text at a time and by another way than slots.</summary>
    private protected abstract List<float[]> Alone(int[] prompt, int[] answer);

    protected virtual void Dispose(bool disposing)
    {
        _run.Dispose();
        _graph.Dispose();
    }

    private void Close(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual)
    {
        var worst = 0f;
        for (var i = 0; i < expected.Length; i++)
            worst = Math.Max(worst, Math.Abs(expected[i] - actual[i]));
        Assert.True(worst < _near, $"logits differ by {worst}");
    }
}
