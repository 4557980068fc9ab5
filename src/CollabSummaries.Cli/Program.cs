using CollabSummaries.Cli;
using CollabSummaries.Cli.Asking;
using CollabSummaries.Cli.Summaries;
using CollabSummaries.Summarization.Inference;

// Table of contents of the command line. Standard output holds the result alone; progress and errors go to standard error.
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) => { e.Cancel = true; stop.Cancel(); };
try
{
    return args.FirstOrDefault() switch
    {
        "import" => await ImportCommand.RunAsync(args[1..], stop.Token),
        "replay" => await ReplayCommand.RunAsync(args[1..], stop.Token),
        "summarize" => await SummarizeCommand.RunAsync(args[1..], stop.Token),
        "ask" => await AskCommand.RunAsync(args[1..], stop.Token),
        "link" => await LinkCommand.RunAsync(args[1..], stop.Token),
        var other => throw new CommandException(Usage.Unknown(other)),
    };
}
catch (Exception e) when (e is CommandException or ModelException)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}
catch (OperationCanceledException)
{
    await Console.Error.WriteLineAsync("stopped");
    return 1;
}
