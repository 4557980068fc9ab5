namespace CollabSummaries.Editing;

/// <summary>A change with the client that made it. (ClientId, Seq) names it once for all: a resend carries the same pair.</summary>
/// <param name="ClientId">Nonce of one open editor, 128 bits.</param>
/// <param name="Seq">Number of this update among that client's, from 0, without gaps.</param>
public sealed record Update(string ClientId, long Seq, ChangeSet Changes);
