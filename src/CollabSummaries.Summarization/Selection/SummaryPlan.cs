using CollabSummaries.Summarization.Reading;
using CollabSummaries.Transcripts;

namespace CollabSummaries.Summarization.Selection;

/// <summary>A section and the units of it that become bullets.</summary>
internal sealed record Part(Section Section, IReadOnlyList<int> Chosen);

/// <summary>What a summary will rest on, decided before anything is written. The same request always gives the same plan.</summary>
internal sealed record SummaryPlan(IReadOnlyList<Unit> Units, IReadOnlyList<Part> Parts)
{
    public static SummaryPlan Of(IReadOnlyList<Segment> segments, IReadOnlyList<Chapter> chapters, int? bullets) => Of(Groundwork.Of(segments, chapters, bullets), RankingWeights.Fitted);

    public static SummaryPlan Of(Groundwork work, RankingWeights weights)
    {
        var chosen = UnitChoice.Choose(work, weights);
        return new SummaryPlan(work.Units, [.. work.Sections.Select(s => new Part(s, [.. chosen.Where(i => i >= s.First && i <= s.Last)])).Where(p => p.Chosen.Count > 0)]);
    }
}
