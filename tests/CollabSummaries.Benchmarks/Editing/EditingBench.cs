using System.Globalization;
using CollabSummaries.Benchmarks.Editing.Figures;
using CollabSummaries.Benchmarks.Editing.Load;

namespace CollabSummaries.Benchmarks.Editing;

/// <summary>How long an edit takes to reach the others, and how many edits a second the server bears. Load and server share the machine.</summary>
internal static class EditingBench
{
    private const double Rate = 2;
    private const int Few = 3;
    private const string BesideRuns = ", beside runs";

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        if (arguments is ["--help" or "-h"])
        {
            Console.WriteLine(BenchOptions.Help);
            return 0;
        }

        BenchOptions options;
        try
        {
            options = BenchOptions.Parse(arguments);
        }
        catch (FormatException wrong)
        {
            await Console.Error.WriteLineAsync($"{wrong.Message}\n{BenchOptions.Help}");
            return 2;
        }

        Console.WriteLine(
            $"{Environment.ProcessorCount} cores shared by server and load, {options.Runs} run(s) of {options.Seconds} s after {options.Warmup} s, seed {options.Seed}. " +
            "Milliseconds from the moment an edit was due.\n");
        return await MeasureAllAsync(options, cancellationToken);
    }

    private static async Task<int> MeasureAllAsync(BenchOptions options, CancellationToken stop)
    {
        var found = new List<(string Goal, string Load, Measured Measured)>();
        var random = new Random(options.Seed);
        for (var run = 1; run <= options.Runs; run++)
        {
            foreach (var goal in options.Only)
            {
                await using var stage = await Stage.BeginAsync(stop);
                await MeasureAsync(stage, goal, "", run);
                if (goal != "g16")
                    continue;
                await using var model = await stage.KeepModelBusyAsync(stop);
                var before = await model.WrittenAsync(stop);
                await MeasureAsync(stage, goal, BesideRuns, run);
                await Console.Error.WriteLineAsync($"run {run}, {goal}: {await model.WrittenAsync(stop) - before} bullets were written meanwhile");
            }
        }

        Print(options, found);
        return found.Exists(x => x.Measured.Diverged > 0) ? 1 : 0;

        async Task MeasureAsync(Stage stage, string goal, string beside, int run)
        {
            foreach (var plan in PlansOf(goal, options))
            {
                var measured = await stage.MeasureAsync(plan, random, stop);
                found.Add((goal, $"{plan}{beside}", measured));
                await Console.Error.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture,
                    $"run {run}, {goal}, {plan}{beside}: {measured.Reached:0} edits/s, p50 {measured.P50:0.0} p95 {measured.P95:0.0} p99 {measured.P99:0.0} ms, cores: server {measured.ServerCores:0.00} load {measured.LoadCores:0.00}"));
                if (goal == "g6" && measured.IsPastCliff)
                    break;
            }
        }
    }

    private static IEnumerable<Plan> PlansOf(string goal, BenchOptions options) => goal switch
    {
        "g4" => options.Editors.Select(x => new Plan(1, x, Rate, options.Warmup, options.Seconds)),
        "g16" => options.Editors.Where(x => x is 50 or 100).DefaultIfEmpty(50).Select(x => new Plan(1, x, Rate, options.Warmup, options.Seconds)),
        "g5" => [new Plan(200, Few, Rate, options.Warmup, options.Seconds)],
        _ => options.Summaries.Select(x => new Plan(x, Few, Rate, options.Warmup, options.Seconds)),
    };

    private static void Print(BenchOptions options, List<(string Goal, string Load, Measured Measured)> found)
    {
        foreach (var goal in found.GroupBy(x => x.Goal))
        {
            var title = goal.Key switch
            {
                "g4" => "One summary: edit → visible at every other editor",
                "g5" => "Many summaries of a few editors",
                "g16" => "One summary, while the same machine writes summaries of other talks, and while it does not",
                _ => "More and more summaries, until one edit in a hundred takes over a second",
            };
            Console.WriteLine(Table.Of(title, goal.GroupBy(x => x.Load).Select(x => (x.Key, (IReadOnlyList<Measured>)[.. x.Select(y => y.Measured)]))));
        }

        var held = found.Where(x => x.Goal == "g6" && !x.Measured.IsPastCliff).Select(x => x.Measured.Reached).ToList();
        if (options.Only.Contains("g6"))
            Console.WriteLine($"Held with p99 ≤ 1 s: {held.DefaultIfEmpty().Max():0} edits/s\n");
    }
}
