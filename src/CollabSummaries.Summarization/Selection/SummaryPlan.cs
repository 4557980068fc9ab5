using CollabSummaries.Summarization.Reading;
using CollabSummaries.Transcripts;

namespace CollabSummaries.Summarization.Selection;

/// <summary>A section and the units of it that become bullets.</summary>
/// <param name="IsOverview">Its bullets are those of other parts, once more.</param>
internal sealed record Part(Section Section, IReadOnlyList<int> Chosen, bool IsOverview = false);

/// <summary>What a summary will rest on, decided before anything is written. The same request always gives the same plan.</summary>
/// <param name="Parts">In order of the talk; an overview comes first.</param>
internal sealed record SummaryPlan(IReadOnlyList<Unit> Units, IReadOnlyList<Part> Parts)
{
    public static SummaryPlan Of(IReadOnlyList<Segment> segments, IReadOnlyList<Chapter> chapters, int? bullets) => Of(Groundwork.Of(segments, chapters, bullets), RankingWeights.Fitted);

    public static SummaryPlan Of(Groundwork work, RankingWeights weights)
    {
        var chosen = UnitChoice.Choose(work, weights);
        return new SummaryPlan(work.Units, [.. work.Sections.Select(s => new Part(s, [.. chosen.Where(i => i >= s.First && i <= s.Last)])).Where(p => p.Chosen.Count > 0)]);
    }

    /// <summary>The plan of a talk of some length as people read it: every section under a title, and before them the talk in short. Short talks stay a plain list.</summary>
    public static SummaryPlan Outlined(IReadOnlyList<Segment> segments, IReadOnlyList<Chapter> chapters)
    {
        var work = Groundwork.Of(segments, chapters, null);
        if (work.Sections.Count < Overview.LeastSections)
            return Of(work, RankingWeights.Fitted);
        if (work.Sections.All(s => s.Title is null))
            work = work with { Sections = SectionTitles.Of(work.Units, work.Sections, segment => segments[segment].StartMs) };
        var plan = Of(work, RankingWeights.Fitted);
        var overview = Overview.Of(work, [.. plan.Parts.SelectMany(p => p.Chosen)], RankingWeights.Fitted);
        return overview.Count == 0 ? plan : plan with { Parts = [new Part(new Section(Overview.Title, 0, work.Units.Count - 1), overview, IsOverview: true), .. plan.Parts] };
    }

    /// <summary>The section a unit belongs to.</summary>
    public Section SectionOf(int unit) => Parts.First(p => !p.IsOverview && unit >= p.Section.First && unit <= p.Section.Last).Section;
}
