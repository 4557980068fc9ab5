using CollabSummaries.Benchmarks.Editing;
using CollabSummaries.Benchmarks.Inference;

// Measurements that take minutes and belong on a quiet machine: build with `-c Release`. Figures and their spread are printed as a table.
using var ending = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    ending.Cancel();
};
switch (args)
{
    case ["editing", .. var rest]:
        return await EditingBench.RunAsync(rest, ending.Token);
    case ["inference", .. var rest]:
        return await InferenceBench.RunAsync(rest, ending.Token);
    default:
        Console.Error.WriteLine("use editing … | inference …; either alone with --help tells its options");
        return 2;
}
