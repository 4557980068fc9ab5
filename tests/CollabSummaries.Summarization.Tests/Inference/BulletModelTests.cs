using System.Diagnostics;

namespace CollabSummaries.Summarization.Tests.Inference;

public sealed class BulletModelTests(LoadedModel loaded)
{
    private static readonly string[] s_passages = [.. Reference.All.Select(r => r.Passage)];

    [Fact]
    public async Task Greedy_candidates_are_the_answers_of_the_reference()
    {
        var drafts = await loaded.Model.WriteAsync(s_passages, 1, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

        Assert.All(drafts, d => Assert.Equal(Reference.All[d.Prompt].GreedyText, d.Text));
        Assert.Equal(Reference.All.Count, drafts.Count);
    }

    [Fact]
    public async Task The_same_passages_always_give_the_same_drafts_in_whatever_company()
    {
        var together = await loaded.Model.WriteAsync(s_passages, 3, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        var alone = await loaded.Model.WriteAsync([s_passages[2]], 3, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(12, together.Count);
        Assert.Equal(
            alone.OrderBy(d => d.Candidate).Select(d => d.Text),
            together.Where(d => d.Prompt == 2).OrderBy(d => d.Candidate).Select(d => d.Text));
    }

    [Fact]
    public async Task A_passage_too_long_for_a_slot_gives_no_draft_and_the_others_do()
    {
        var endless = string.Join(' ', Enumerable.Repeat("word", 400));

        var drafts = await loaded.Model.WriteAsync([endless, s_passages[1]], 1, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, Assert.Single(drafts).Prompt);
    }

    [Fact]
    public async Task Stopping_ends_the_stream_and_frees_the_slots_for_others()
    {
        using var stop = new CancellationTokenSource();
        var many = Enumerable.Range(0, 20).Select(k => $"{s_passages[1]} {k}").ToArray();
        var watch = new Stopwatch();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in loaded.Model.WriteAsync(many, 4, stop.Token))
            {
                watch.Start();
                await stop.CancelAsync();
            }
        });
        TestContext.Current.TestOutputHelper?.WriteLine($"ended after {watch.ElapsedMilliseconds} ms");
        var after = await loaded.Model.WriteAsync([s_passages[1]], 1, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(Reference.All[1].GreedyText, Assert.Single(after).Text);
        Assert.Equal("cpu", loaded.Model.Device);
    }
}
