using CollabSummaries.Web.Reviewing;
using CollabSummaries.Workspace.Runs;

namespace CollabSummaries.Web.Tests.Reviewing;

public sealed class RunStatusTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 12, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_run_at_work_says_part_phase_and_device_and_why_it_is_not_the_gpu()
    {
        var run = New(RunState.Running, "writing", done: 3, total: 9);
        (run.Model, run.Device, run.DeviceNote) = ("talk-bullets", "cpu", "No CUDA device was found.");

        var status = RunStatus.Of(run);

        Assert.Equal("Run 3 · part 4 of 9 · writing · talk-bullets on cpu", status.Line);
        Assert.Equal("No CUDA device was found.", status.Note);
        Assert.True(status.IsGoing);
    }

    [Fact]
    public void A_run_that_is_over_says_how_long_it_took()
    {
        var run = New(RunState.Done, "done", done: 9, total: 9);
        (run.StartedAt, run.EndedAt) = (Start, Start.AddSeconds(112));

        var status = RunStatus.Of(run);

        Assert.Equal("Run 3 · done in 1:52", status.Line);
        Assert.False(status.IsGoing);
    }

    [Fact]
    public void A_failed_run_says_where_and_why()
    {
        var run = New(RunState.Failed, "writing", done: 3, total: 9);
        run.Error = "The model's answer was cut off.";

        var status = RunStatus.Of(run);

        Assert.Equal("Run 3 · failed at part 4 of 9", status.Line);
        Assert.Equal("The model's answer was cut off.", status.Note);
        Assert.True(status.IsFailed);
    }

    [Theory]
    [InlineData(0, "Run 3 · queued, yours is next")]
    [InlineData(2, "Run 3 · queued, 2 before yours")]
    public void A_waiting_run_says_its_place(int before, string words) => Assert.Equal(words, RunStatus.Of(New(RunState.Queued, "waiting", done: 0, total: 0), before).Line);

    [Fact]
    public void The_speed_of_the_model_is_said_while_it_writes_and_kept_with_the_run()
    {
        var run = New(RunState.Running, "writing", done: 0, total: 2);
        (run.Model, run.Device) = ("talk-bullets", "cpu");
        var going = RunStatus.Of(run, tokensPerSecond: 37.6);
        (run.State, run.OutputTokens, run.WritingSeconds) = (RunState.Done, 900, 30);

        var done = RunStatus.Of(run);

        Assert.Equal("Run 3 · part 1 of 2 · writing · talk-bullets on cpu · 38 tokens/s", going.Line);
        Assert.Equal("Run 3 · done · talk-bullets on cpu · 30 tokens/s", done.Line);
    }

    [Theory]
    [InlineData(RunState.Queued, "Run 3 · waiting for the model")]
    [InlineData(RunState.Stopped, "Run 3 · stopped after 3 of 9 parts · what was finished stays")]
    public void Every_state_has_its_words(RunState state, string words)
    {
        var status = RunStatus.Of(New(state, "waiting", done: 3, total: 9));

        Assert.Equal(words, status.Line);
    }

    private static Run New(RunState state, string phase, int done, int total) => new()
    {
        Id = "run", TalkId = "talk", Number = 3, State = state, Phase = phase, PartsDone = done, PartsTotal = total, RequestedBy = "person:mia", CreatedAt = Start, AsSuggestions = false,
    };
}
