using CollabSummaries.Summarization.Inference;

namespace CollabSummaries.Summarization.Tests.Inference;

public sealed class SpeedTests
{
    [Fact]
    public void Only_the_time_counts_in_which_there_was_something_to_write()
    {
        var time = new SteppedTime();
        var speed = new Speed(time);
        var (before, _) = speed.Now;

        var one = speed.Begin();
        var other = speed.Begin();
        time.Step(TimeSpan.FromSeconds(2));
        speed.Add(60);
        one.Dispose();
        one.Dispose();
        var during = speed.Now;
        time.Step(TimeSpan.FromSeconds(2));
        speed.Add(60);
        other.Dispose();
        time.Step(TimeSpan.FromHours(1));

        Assert.Equal(0, before);
        Assert.Equal((30, true), during);
        Assert.Equal((30, false), speed.Now);
        Assert.Equal(120, speed.Tokens);
    }

    private sealed class SteppedTime : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now;

        public void Step(TimeSpan by) => _now += by.Ticks;
    }
}
