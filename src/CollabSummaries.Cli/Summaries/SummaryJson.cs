using CollabSummaries.Summarization;
using CollabSummaries.Transcripts;

namespace CollabSummaries.Cli.Summaries;

internal sealed record SummaryJson(IReadOnlyList<BulletJson> Bullets, RunJson Run);

internal sealed record RunJson(string Model, string Device, long PromptTokens, long OutputTokens, double Seconds, int Sections);

/// <param name="Segment">The segment's id, or its index where segments have none.</param>
internal sealed record EvidenceJson(int Passage, object Segment, int Start, int End, string Quote);

internal sealed record SupportJson(SupportState State, double Score);

internal sealed record BulletJson(string Text, string? Section, BulletKind Kind, IReadOnlyList<EvidenceJson> Evidence, SupportJson Support)
{
    public static BulletJson Of(Bullet bullet, Func<int, object> segment) => new(
        bullet.Text, bullet.Section, bullet.Kind,
        [.. bullet.Evidence.Select(e => new EvidenceJson(e.Passage, segment(e.Segment), e.Start, e.End, e.Quote))],
        new SupportJson(bullet.Support.State, bullet.Support.Score));
}

internal static class Request
{
    public static SummaryRequest For(IReadOnlyList<Segment> segments, IReadOnlyList<Chapter> chapters, SummaryOptions options) =>
        new(segments, chapters, options.Bullets, options.Model == "quotes", new Dictionary<int, IReadOnlyList<Bullet>>());
}
