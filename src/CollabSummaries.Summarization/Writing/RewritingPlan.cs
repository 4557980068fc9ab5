using CollabSummaries.Summarization.Checking;
using CollabSummaries.Summarization.Reading;
using CollabSummaries.Summarization.Selection;

namespace CollabSummaries.Summarization.Writing;

/// <summary>Where bullets that are written anew are written from: one part for each of them, in order; a part without a unit has nothing to rest on.</summary>
internal static class RewritingPlan
{
    private const int LeastWords = 6, MostWords = 45;

    public static SummaryPlan Of(SummaryRequest request)
    {
        var rewriting = request.Rewriting!;
        var whole = SummaryPlan.Of(request.Segments, request.Chapters, null);
        var units = whole.Units;
        var titled = request.Chapters.Count == 0 ? [] : request.Chapters;
        var sections = Sections.Of(units, s => request.Segments[s].StartMs, [.. titled.Select(c => (FirstUnit(units, c.FirstSegment), (string?)c.Title)).Where(c => c.Item1 < units.Count).OrderBy(c => c.Item1)]);
        var used = UnitsOf(units, rewriting.Used).ToHashSet();
        var index = new Lazy<EvidenceIndex>(() => new EvidenceIndex(request.Segments));
        var salience = new Lazy<Salience>(() => new Salience(units));
        var parts = new List<Part>();
        foreach (var bullet in rewriting.Bullets)
        {
            var home = Home(bullet, units, index);
            var section = home is { } unit ? sections.First(s => unit >= s.First && unit <= s.Last) : new Section(null, 0, -1);
            List<int> chosen = home is not { } stays ? []
                : rewriting.NewPassages ? [.. Fresh(units, salience.Value, section, used).Take(1)]
                : [stays];
            used.UnionWith(chosen);
            parts.Add(new Part(section with { Title = bullet.Section }, chosen));
        }

        return new SummaryPlan(units, parts);
    }

    private static int FirstUnit(IReadOnlyList<Unit> units, int segment)
    {
        var unit = 0;
        while (unit < units.Count && units[unit].Segments[0].Segment < segment)
            unit++;
        return unit;
    }

    /// <summary>The unit that holds most of the bullet's best passage, or of what its words point to.</summary>
    private static int? Home(RewrittenBullet bullet, IReadOnlyList<Unit> units, Lazy<EvidenceIndex> index)
    {
        var evidence = bullet.Evidence.Where(e => e.Passage == bullet.Evidence.Min(x => x.Passage)).ToList();
        if (evidence.Count == 0 && index.Value.Link(bullet.Text) is [var linked, ..])
            evidence.Add(new Evidence(0, linked.Segment, linked.Start, linked.End, linked.Quote));
        var best = Enumerable.Range(0, units.Count).Select(k => (Unit: k, Shared: Shared(units[k], evidence))).Where(x => x.Shared > 0).OrderByDescending(x => x.Shared).ThenBy(x => x.Unit).ToList();
        return best.Count > 0 ? best[0].Unit : null;
    }

    private static IEnumerable<int> UnitsOf(IReadOnlyList<Unit> units, IReadOnlyList<Evidence> evidence)
    {
        var bySegment = evidence.ToLookup(e => e.Segment);
        return Enumerable.Range(0, units.Count).Where(k => units[k].Segments.Any(s => bySegment[s.Segment].Any(e => Common(s, e) > 0)));
    }

    /// <summary>Sentences of a good length that no bullet rests on, whole ones first, then the most telling.</summary>
    private static IEnumerable<int> Fresh(IReadOnlyList<Unit> units, Salience salience, Section section, HashSet<int> used) =>
        Enumerable.Range(section.First, section.Last - section.First + 1)
            .Where(k => !used.Contains(k) && units[k] is { Cropped: false, Words: >= LeastWords and <= MostWords })
            .OrderByDescending(k => units[k].Opens && units[k].Closes).ThenByDescending(k => salience[k]);

    private static int Shared(Unit unit, List<Evidence> evidence) => unit.Segments.Sum(s => evidence.Where(e => e.Segment == s.Segment).Sum(e => Common(s, e)));

    private static int Common((int Segment, int Start, int End) piece, Evidence evidence) => Math.Max(0, Math.Min(piece.End, evidence.End) - Math.Max(piece.Start, evidence.Start));
}
