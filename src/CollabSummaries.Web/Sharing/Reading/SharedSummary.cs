using Microsoft.AspNetCore.Components;

namespace CollabSummaries.Web.Sharing.Reading;

/// <summary>A summary as a shared page shows it.</summary>
/// <param name="Meta">Date, length and version, one line.</param>
/// <param name="NewerExists">The link is pinned and the summary went on since.</param>
/// <param name="Turns">The transcript in rows; empty when the link does not show it.</param>
public sealed record SharedSummary(
    string Title, string? Language, string Meta, bool NewerExists, IReadOnlyList<SharedBlock> Blocks, IReadOnlyList<SharedTurn> Turns);

/// <summary>A heading, a bullet or other text, in order.</summary>
public abstract record SharedBlock(MarkupString Html);

/// <param name="Level">1 to 6.</param>
public sealed record SharedHeading(int Level, MarkupString Html) : SharedBlock(Html);

/// <param name="Depth">0 for a bullet of the first level.</param>
/// <param name="State">"supported", "weak", "unsupported" or "recheck"; null when nothing was given or the link does not show it.</param>
public sealed record SharedBullet(int Depth, MarkupString Html, string? State, IReadOnlyList<SharedQuote> Quotes) : SharedBlock(Html);

public sealed record SharedText(MarkupString Html) : SharedBlock(Html);

/// <summary>A passage a bullet rests on.</summary>
/// <param name="Place">Time, or number of the paragraph where there are no times.</param>
/// <param name="Segment">Index of its first segment, for a link into the transcript.</param>
public sealed record SharedQuote(string Place, string? Speaker, string Text, int Segment);

public sealed record SharedTurn(string Place, string? Speaker, IReadOnlyList<(int Segment, string Text)> Pieces);
