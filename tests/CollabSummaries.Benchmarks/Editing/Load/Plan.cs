namespace CollabSummaries.Benchmarks.Editing.Load;

/// <summary>How much is edited, and for how long.</summary>
/// <param name="Rate">Edits a second of each editor.</param>
/// <param name="Warmup">Seconds before what counts.</param>
internal sealed record Plan(int Summaries, int Editors, double Rate, int Warmup, int Seconds)
{
    public double Asked => Summaries * Editors * Rate;

    public override string ToString() =>
        Summaries == 1 ? $"1 summary, {Editors} editors × {Rate}/s" : $"{Summaries} summaries × {Editors} editors × {Rate}/s";
}
