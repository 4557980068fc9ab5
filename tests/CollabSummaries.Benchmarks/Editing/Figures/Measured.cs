namespace CollabSummaries.Benchmarks.Editing.Figures;

/// <summary>What one measurement found. Times in milliseconds; an edit's time begins when it was due, whether or not the load could make it then.</summary>
/// <param name="Asked">Edits a second of the plan.</param>
/// <param name="Reached">Edits a second that were acknowledged.</param>
/// <param name="Missing">Showings at another editor that did not come within the time waited.</param>
/// <param name="Diverged">Editors whose text was not the server's at the end.</param>
/// <param name="ServerCores">Processor time of the server over wall time.</param>
internal sealed record Measured(
    double Asked, double Reached, double P50, double P95, double P99, double AcknowledgedP50, double AcknowledgedP99,
    long Missing, int Diverged, double ServerCores, double LoadCores)
{
    /// <summary>Ten times the load past its cliff tells nothing more.</summary>
    public bool IsPastCliff => P99 > 1000 || Reached < 0.95 * Asked;
}
