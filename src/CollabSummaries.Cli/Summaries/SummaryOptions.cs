using System.Globalization;
using CollabSummaries.Cli.Asking;
using CollabSummaries.Summarization;
using CollabSummaries.Summarization.Inference;

namespace CollabSummaries.Cli.Summaries;

/// <summary>What `summarize` was asked for on the command line.</summary>
internal sealed record SummaryOptions(IReadOnlyList<string> Files, bool Batch, bool Json, int? Bullets, string Model, DeviceChoice? Device, string? Settings)
{
    private const string Usage = "summarize FILE [--bullets N] [--model built-in|quotes|NAME|FOLDER] [--settings FILE] [--device auto|cpu|cuda] [--json], or summarize --batch IN OUT";

    /// <exception cref="CommandException">An unknown option, a missing or impossible value.</exception>
    public static SummaryOptions Parse(IReadOnlyList<string> args)
    {
        var files = new List<string>();
        var options = new SummaryOptions(files, false, false, null, "built-in", null, null);
        for (var k = 0; k < args.Count; k++)
        {
            options = args[k] switch
            {
                "--batch" => options with { Batch = true },
                "--json" => options with { Json = true },
                "--bullets" => options with { Bullets = Count(Value(args, ref k)) },
                "--model" => options with { Model = Value(args, ref k) },
                "--device" => options with { Device = ChosenModel.DeviceOf(Value(args, ref k)) },
                "--settings" => options with { Settings = Value(args, ref k) },
                ['-', _, ..] => throw new CommandException($"unknown option '{args[k]}'; use {Usage}"),
                _ => File(args[k]),
            };
        }

        return files.Count == (options.Batch ? 2 : 1) ? options : throw new CommandException($"{(options.Batch ? "--batch takes two files" : "one file is needed")}; use {Usage}");

        SummaryOptions File(string name)
        {
            files.Add(name);
            return options;
        }
    }

    /// <summary>Loads the model. A built-in one that cannot be used leaves quotes, said once on standard error; one named by hand that cannot be used is an error.</summary>
    public async Task<OpenedSummarizer> OpenAsync(CancellationToken stop)
    {
        if (Model == "quotes")
            return new OpenedSummarizer(new Summarizer(null, null, TimeProvider.System), null);
        var outcome = await new ChosenModel(Model, Device, Settings).OpenAsync(stop);
        var summarizer = outcome.Summarizer(TimeProvider.System);
        if (summarizer.DeviceNote is { } note && (outcome.Problem is not null || Device == DeviceChoice.Cuda))
            await Console.Error.WriteLineAsync(note);
        return new OpenedSummarizer(summarizer, outcome);
    }

    private static string Value(IReadOnlyList<string> args, ref int k) =>
        ++k < args.Count ? args[k] : throw new CommandException($"{args[k - 1]} needs a value; use {Usage}");

    private static int Count(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= 200
        ? count : throw new CommandException($"--bullets takes a number from 1 to 200, not '{text}'");
}

/// <summary>A summarizer and the model it owns.</summary>
internal sealed record OpenedSummarizer(Summarizer Summarizer, ModelOutcome? Model) : IDisposable
{
    public void Dispose() => Model?.Dispose();
}
