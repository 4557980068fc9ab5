using System.Diagnostics;
using CollabSummaries.Summarization.Inference;

namespace CollabSummaries.Benchmarks.Inference;

/// <summary>What the process holds after each of 100 runs, and how long a stopped request goes on.</summary>
internal sealed class Holding(BenchChoice choice, Figures figures)
{
    private const int Runs = 100, Stops = 20;
    private static readonly string[] s_passages = [.. Enumerable.Range(0, 8).Select(k => $"The committee met {k + 2} times last year and agreed to publish the minutes of every meeting within a week, which nobody had done before.")];

    public async Task MeasureAsync(CancellationToken cancellationToken)
    {
        using var model = ModelLoading.Load(new InferenceOptions { Device = DeviceChoice.Cpu, Threads = choice.Threads }, cancellationToken).Model ?? throw new InvalidOperationException("the built-in model does not load");
        await WriteAsync(model, 1, cancellationToken);
        for (var run = 0; choice.Only.Contains("memory") && run < Runs; run++)
        {
            await WriteAsync(model, 2, cancellationToken);
            GC.Collect();
            using var self = Process.GetCurrentProcess();
            figures.Add("resident", self.WorkingSet64 / 1048576.0);
            figures.Add("managed", GC.GetTotalMemory(forceFullCollection: true) / 1048576.0);
            if (run % 10 == 0)
                Console.Error.WriteLine($"memory run {run} of {Runs}: {self.WorkingSet64 >> 20} MiB");
        }

        for (var k = 0; choice.Only.Contains("cancel") && k < Stops; k++)
            await StopAsync(model, k, cancellationToken);
    }

    public void Print()
    {
        if (figures.Has("resident"))
            Console.WriteLine($"\nMemory over {Runs} runs of 16 drafts, MiB, median (least – most): resident {figures.Text("resident")}, managed {figures.Text("managed")}; {figures.Growth("resident"):+0.00;-0.00} MiB resident and {figures.Growth("managed"):+0.000;-0.000} managed from the second quarter to the last");
        if (figures.Has("stopped"))
            Console.WriteLine($"\nStopping, ms, median of {Stops} (least – most): its stream ended after {figures.Text("stopped")}, a short request behind it was answered whole after {figures.Text("freed")}");
    }

    private static async Task WriteAsync(BulletModel model, int candidates, CancellationToken cancellationToken)
    {
        await foreach (var _ in model.WriteAsync(s_passages, candidates, cancellationToken))
        {
        }
    }

    /// <summary>Stops a request at some moment of its work; a short one that waits behind it must get its turn.</summary>
    private async Task StopAsync(BulletModel model, int k, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var writing = Task.Run(() => WriteAsync(model, 4, stop.Token), cancellationToken);
        await Task.Delay(TimeSpan.FromMilliseconds(50 + (37 * k)), cancellationToken);
        var stopped = Stopwatch.GetTimestamp();
        await stop.CancelAsync();
        try
        {
            await writing;
        }
        catch (OperationCanceledException)
        {
            figures.Add("stopped", Stopwatch.GetElapsedTime(stopped).TotalMilliseconds);
        }

        await foreach (var _ in model.WriteAsync(["Yes."], 1, cancellationToken))
            figures.Add("freed", Stopwatch.GetElapsedTime(stopped).TotalMilliseconds);
    }
}
