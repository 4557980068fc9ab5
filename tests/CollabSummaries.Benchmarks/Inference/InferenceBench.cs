using System.Runtime.InteropServices;

namespace CollabSummaries.Benchmarks.Inference;

/// <summary>How fast the engine writes, beside other engines on the same model.</summary>
internal static class InferenceBench
{
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        try
        {
            var choice = BenchChoice.Read(arguments);
            if (choice.Help)
                Console.WriteLine(BenchChoice.Usage);
            else
                await MeasureAsync(choice, cancellationToken);
            return 0;
        }
        catch (FormatException e)
        {
            Console.Error.WriteLine($"{e.Message}\n\n{BenchChoice.Usage}");
            return 2;
        }
        catch (Exception e) when (e is InvalidOperationException or IOException)
        {
            Console.Error.WriteLine(e.Message);
            return 1;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("stopped");
            return 130;
        }
    }

    private static async Task MeasureAsync(BenchChoice choice, CancellationToken cancellationToken)
    {
        var about = new { date = DateTime.UtcNow.ToString("yyyy-MM-dd"), cores = Environment.ProcessorCount, processor = Processor(), system = RuntimeInformation.OSDescription, runtime = RuntimeInformation.FrameworkDescription };
        Console.WriteLine($"{about.date}, {about.processor}, {about.cores} cores, {about.system}, {about.runtime}");
        var figures = new Figures();
        if (choice.Only.Overlaps(["ours", "llama", "transformers"]))
        {
            var batches = new Batches(choice, figures);
            await batches.MeasureAsync(cancellationToken);
            batches.Print();
        }

        if (choice.Only.Contains("talk"))
        {
            var talk = new Talk(choice, figures);
            await talk.MeasureAsync(cancellationToken);
            talk.Print();
        }

        if (choice.Only.Overlaps(["memory", "cancel"]))
        {
            var holding = new Holding(choice, figures);
            await holding.MeasureAsync(cancellationToken);
            holding.Print();
        }

        if (choice.Json is { } file)
            figures.Write(file, about);
    }

    private static string Processor() => File.Exists("/proc/cpuinfo")
        ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[1].Trim() ?? "unknown processor"
        : RuntimeInformation.ProcessArchitecture.ToString();
}
