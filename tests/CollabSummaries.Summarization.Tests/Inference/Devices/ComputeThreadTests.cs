using System.Globalization;
using CollabSummaries.Summarization.Inference.Devices;

namespace CollabSummaries.Summarization.Tests.Inference.Devices;

public sealed class ComputeThreadTests
{
    [Theory]
    [InlineData(true, ThreadPriority.BelowNormal)]
    [InlineData(false, ThreadPriority.Normal)]
    public void A_thread_that_gives_way_stands_below_all_others_and_so_do_the_threads_it_starts(bool giveWay, ThreadPriority expected)
    {
        var (priority, nice, inherited) = (ThreadPriority.Highest, -1, -1);

        ComputeThread.Start("test", giveWay, () =>
        {
            (priority, nice) = (Thread.CurrentThread.Priority, Nice());
            var child = new Thread(() => inherited = Nice());
            child.Start();
            child.Join();
        }).Join();

        Assert.Equal(expected, priority);
        Assert.Equal(nice, inherited);
        Assert.SkipUnless(OperatingSystem.IsLinux(), "nice values are Linux's");
        Assert.Equal(giveWay ? Math.Min(19, Nice() + 10) : Nice(), nice);
    }

    /// <summary>Of the calling thread; fields are counted after the name, which may hold anything.</summary>
    private static int Nice()
    {
        if (!OperatingSystem.IsLinux())
            return 0;
        var stat = File.ReadAllText("/proc/thread-self/stat");
        return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[16], CultureInfo.InvariantCulture);
    }
}
