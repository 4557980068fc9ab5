using System.Globalization;

namespace CollabSummaries.Benchmarks.Editing;

/// <summary>What was asked for on the command line.</summary>
internal sealed record BenchOptions
{
    public const string Help = """
        editing: how long an edit takes to reach the others, and how many edits a second the server bears
          --only g4|g5|g6|g16 one goal alone (several with commas); all without it
          --editors LIST     sizes of one summary, each editor making 2 edits a second; 2,10,50,100,200 without it (g16: 50,100)
          --summaries LIST   summaries of 3 editors, ever more until the server is past its cliff; 200,250,300,350,400,500,600,800 without it
          --seconds N        length of each measurement after a warm-up; 20 without it
          --warmup N         seconds of editing before it counts; 5 without it
          --runs N           how often all is done; with more than one the table shows middle (least–most)
          --seed N           what random choices begin with
        The server is the one built beside this program: build both with -c Release.
        """;

    public IReadOnlyList<string> Only { get; private init; } = ["g4", "g5", "g6", "g16"];

    public IReadOnlyList<int> Editors { get; private init; } = [2, 10, 50, 100, 200];

    public IReadOnlyList<int> Summaries { get; private init; } = [200, 250, 300, 350, 400, 500, 600, 800];

    public int Seconds { get; private init; } = 20;

    public int Warmup { get; private init; } = 5;

    public int Runs { get; private init; } = 1;

    public int Seed { get; private init; } = Environment.TickCount & 0xFFFFFF;

    /// <exception cref="FormatException">What is wrong, for the person who typed it.</exception>
    public static BenchOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new BenchOptions();
        for (var i = 0; i < arguments.Count; i += 2)
        {
            var (name, value) = (arguments[i], i + 1 < arguments.Count ? arguments[i + 1] : throw new FormatException($"{arguments[i]} needs a value."));
            options = name switch
            {
                "--only" => options with { Only = Goals(value) },
                "--editors" => options with { Editors = Numbers(name, value) },
                "--summaries" => options with { Summaries = Numbers(name, value) },
                "--seconds" => options with { Seconds = Number(name, value) },
                "--warmup" => options with { Warmup = Number(name, value) },
                "--runs" => options with { Runs = Number(name, value) },
                "--seed" => options with { Seed = Number(name, value) },
                _ => throw new FormatException($"There is no option {name}."),
            };
        }

        return options;
    }

    private static string[] Goals(string value) =>
        value.Split(',') is var goals && goals.All(x => x is "g4" or "g5" or "g6" or "g16") ? goals : throw new FormatException($"--only takes g4, g5, g6 and g16, not {value}.");

    private static List<int> Numbers(string name, string value) => [.. value.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(x => Number(name, x))];

    private static int Number(string name, string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number : throw new FormatException($"{name} takes whole numbers above 0, not {value}.");
}
