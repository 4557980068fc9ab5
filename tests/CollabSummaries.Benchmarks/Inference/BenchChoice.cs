using System.Globalization;

namespace CollabSummaries.Benchmarks.Inference;

/// <summary>What the command line asks of the bench.</summary>
/// <param name="Runs">How often each measurement is taken, the engines one after the other each time.</param>
/// <param name="Only">Parts to do.</param>
/// <param name="Json">File for every single figure; null: none.</param>
internal sealed record BenchChoice(int Runs, IReadOnlySet<string> Only, IReadOnlyList<int> Batches, int Tokens, int Threads, string? Json, bool Help)
{
    public const string Usage = """
        inference [--runs 5] [--only ours,llama,transformers,talk,memory,cancel] [--batch 1,2,4,8] [--tokens 64] [--threads 2] [--json FILE]

          ours, llama, transformers   prefill and decode of the built-in model: this program, llama.cpp (npm node-llama-cpp), transformers.js
          talk                        the passages of a talk of 30 sections: all at once, section by section, and answer by answer
          memory                      what the process holds after each of 100 runs
          cancel                      from stopping a request to its end and to the next one's first token
          GGUF=q4_0|q4_1 (environment) the kind of file llama.cpp gets: q4_1 holds the same numbers, q4_0 is rounded anew for llama.cpp's fastest kernels

        The other engines need `npm install --ignore-scripts` in tests/inference-peers once. Nothing else is fetched.
        """;

    private static readonly string[] s_parts = ["ours", "llama", "transformers", "talk", "memory", "cancel"];

    /// <exception cref="FormatException">The message says what is wrong.</exception>
    public static BenchChoice Read(IReadOnlyList<string> arguments)
    {
        var choice = new BenchChoice(5, s_parts.ToHashSet(), [1, 2, 4, 8], 64, 2, null, arguments.Contains("--help"));
        if (choice.Help)
            return choice;
        for (var k = 0; k < arguments.Count; k += 2)
        {
            var value = k + 1 < arguments.Count ? arguments[k + 1] : throw new FormatException($"{arguments[k]} needs a value");
            choice = arguments[k] switch
            {
                "--runs" => choice with { Runs = Number(arguments[k], value, 1000) },
                "--only" => choice with { Only = Parts(value) },
                "--batch" => choice with { Batches = [.. value.Split(',').Select(v => Number(arguments[k], v, 64))] },
                "--tokens" => choice with { Tokens = Number(arguments[k], value, 160) },
                "--threads" => choice with { Threads = Number(arguments[k], value, 256) },
                "--json" => choice with { Json = value },
                _ => throw new FormatException($"{arguments[k]} is not known"),
            };
        }

        return choice;
    }

    private static HashSet<string> Parts(string value) => value.Split(',') is var parts && parts.Except(s_parts).FirstOrDefault() is { } unknown
        ? throw new FormatException($"--only knows {string.Join(", ", s_parts)}, not {unknown}")
        : [.. parts];

    private static int Number(string name, string value, int most) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= most
        ? number
        : throw new FormatException($"{name} is a number from 1 to {most}, not {value}");
}
