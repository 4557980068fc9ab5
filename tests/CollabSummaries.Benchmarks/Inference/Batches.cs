using System.Text.Json;
using CollabSummaries.Summarization.Inference;

namespace CollabSummaries.Benchmarks.Inference;

/// <summary>Prefill and decode apart, at several batch sizes, the engines in turn.</summary>
internal sealed class Batches(BenchChoice choice, Figures figures)
{
    private const int PromptTokens = 48;
    private readonly int[][] _prompts = ReadPrompts();
    private readonly List<(string Name, IWriter Writer)> _writers = [];

    public async Task MeasureAsync(CancellationToken cancellationToken)
    {
        try
        {
            await OpenAsync(cancellationToken);
            // The first run of each size pays for memory and for compiling; it is not counted.
            for (var run = 0; run <= choice.Runs; run++)
            {
                foreach (var batch in choice.Batches)
                {
                    foreach (var (name, writer) in _writers)
                    {
                        var written = await writer.WriteAsync([.. Enumerable.Range(0, batch).Select(k => _prompts[k % _prompts.Length])], choice.Tokens, cancellationToken);
                        Console.Error.WriteLine($"run {run} of {choice.Runs}, batch {batch}, {name}: {written.Decode:0.00} s");
                        if (run == 0)
                            continue;
                        figures.Add($"{name} prefill {batch}", batch * PromptTokens / written.Prefill);
                        figures.Add($"{name} decode {batch}", batch * (choice.Tokens - 1) / written.Decode);
                    }
                }
            }
        }
        finally
        {
            foreach (var (_, writer) in _writers)
                await writer.DisposeAsync();
        }
    }

    public void Print()
    {
        Console.WriteLine($"\nTokens a second, median of {choice.Runs} (least – most); prompts of {PromptTokens} tokens, answers of {choice.Tokens}, {choice.Threads} threads\n");
        Console.WriteLine($"| engine | what | {string.Join(" | ", choice.Batches.Select(b => $"batch {b}"))} |\n|---|---|{string.Concat(choice.Batches.Select(_ => "---|"))}");
        foreach (var (name, writer) in _writers)
        {
            foreach (var what in (string[])["prefill", "decode"])
                Console.WriteLine($"| {writer.Title} | {what} | {string.Join(" | ", choice.Batches.Select(b => figures.Text($"{name} {what} {b}")))} |");
        }

        Console.WriteLine();
        foreach (var other in _writers.Select(w => w.Name).Where(n => n != "ours" && figures.Has($"ours decode {choice.Batches[0]}")))
            Console.WriteLine($"decode, ours ÷ {other}: {string.Join(", ", choice.Batches.Select(b => $"{figures.Ratio($"ours decode {b}", $"{other} decode {b}"):0.00} at batch {b}"))}");
        if (figures.Has("ours decode 1"))
            Console.WriteLine($"decode, ours ÷ our own batch 1: {string.Join(", ", choice.Batches.Where(b => b > 1).Select(b => $"{figures.Ratio($"ours decode {b}", "ours decode 1"):0.00} at batch {b}"))}");
    }

    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        if (choice.Only.Contains("ours"))
        {
            var options = new InferenceOptions { Device = DeviceChoice.Cpu, Slots = choice.Batches.Max(), Threads = choice.Threads, GiveWay = false };
            _writers.Add(("ours", new OurWriter(ModelFolder.Read(ModelLoading.BuiltIn), options)));
        }

        foreach (var name in (string[])["llama", "transformers"])
        {
            if (choice.Only.Contains(name))
                _writers.Add((name, await Peer.StartAsync(name, ModelLoading.BuiltIn, choice.Threads, cancellationToken)));
        }
    }

    /// <summary>The beginnings of the prompts that came with the model, all of one length: transformers.js takes no others side by side.</summary>
    private static int[][] ReadPrompts()
    {
        using var reference = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(ModelLoading.BuiltIn, "reference.json")));
        return [.. reference.RootElement.EnumerateArray().Select(r => r.GetProperty("ids").EnumerateArray().Select(id => id.GetInt32()).Take(PromptTokens).ToArray())];
    }
}
