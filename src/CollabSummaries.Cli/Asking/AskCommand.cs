using System.Globalization;
using CollabSummaries.Summarization.Inference;
using Microsoft.Extensions.AI;

namespace CollabSummaries.Cli.Asking;

/// <summary>`ask TEXT`: a model's answer on standard output while it is written, to try a model before a server uses it.</summary>
internal static class AskCommand
{
    private const string Usage = "ask TEXT [--model built-in|NAME|FOLDER] [--device auto|cpu|cuda] [--settings FILE] [--tokens N]";

    public static async Task<int> RunAsync(IReadOnlyList<string> args, CancellationToken stop)
    {
        var (text, tokens, chosen) = Parse(args);
        using var model = await chosen.OpenAsync(stop);
        if (model.Client is not { } client)
            throw new CommandException(model.Problem!);
        UsageDetails? usage = null;
        ChatFinishReason? reason = null;
        try
        {
            await foreach (var update in client.GetStreamingResponseAsync(text, new ChatOptions { MaxOutputTokens = tokens, Temperature = 0 }, stop))
            {
                await Console.Out.WriteAsync(update.Text);
                await Console.Out.FlushAsync(stop);
                usage = update.Contents.OfType<UsageContent>().LastOrDefault()?.Details ?? usage;
                reason = update.FinishReason ?? reason;
            }
        }
        catch (ModelException e)
        {
            throw new CommandException(e.Message);
        }

        await Console.Out.WriteLineAsync();
        await Console.Error.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{model.Facts!.Name} on {model.Facts.Device}: {usage?.InputTokenCount ?? 0} tokens read, {usage?.OutputTokenCount ?? 0} written, {model.Speed!.Now.TokensPerSecond:0.#} a second{(reason == ChatFinishReason.Length ? "; cut off at --tokens" : null)}"));
        return 0;
    }

    private static (string Text, int Tokens, ChosenModel Model) Parse(IReadOnlyList<string> args)
    {
        var (texts, tokens, model) = (new List<string>(), 128, new ChosenModel("built-in", null, null));
        for (var k = 0; k < args.Count; k++)
        {
            switch (args[k])
            {
                case "--model":
                    model = model with { Name = Value(args, ref k) };
                    break;
                case "--device":
                    model = model with { Device = ChosenModel.DeviceOf(Value(args, ref k)) };
                    break;
                case "--settings":
                    model = model with { Settings = Value(args, ref k) };
                    break;
                case "--tokens":
                    tokens = int.TryParse(Value(args, ref k), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= 100_000 ? count : throw new CommandException("--tokens takes a number from 1 to 100000");
                    break;
                case ['-', '-', ..]:
                    throw new CommandException($"unknown option '{args[k]}'; use {Usage}");
                default:
                    texts.Add(args[k]);
                    break;
            }
        }

        return texts.Count == 1 ? (texts[0], tokens, model) : throw new CommandException($"one text is needed; use {Usage}");
    }

    private static string Value(IReadOnlyList<string> args, ref int k) => ++k < args.Count ? args[k] : throw new CommandException($"{args[k - 1]} needs a value; use {Usage}");
}
