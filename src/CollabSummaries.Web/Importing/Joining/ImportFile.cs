namespace CollabSummaries.Web.Importing.Joining;

/// <summary>A file as it arrived.</summary>
/// <param name="Format">Parser chosen by hand; null: detect.</param>
/// <param name="Way">What it is to the files before it; null: guess. Nothing for the first.</param>
/// <param name="BeginsMs">Where in the talk it begins; null: guess.</param>
/// <param name="ShiftMs">What was added to its times when it was joined; null: find it anew.</param>
public sealed record ImportFile(string Name, byte[] Raw, string? Format, JoinWay? Way = null, long? BeginsMs = null, long? ShiftMs = null);
