using CollabSummaries.Summarization.Reading;
using CollabSummaries.Transcripts;

namespace CollabSummaries.Summarization.Checking;

/// <summary>
/// The words of a transcript, read once for many sentences. Segments are ranked as BM25 does, without its penalty for long ones (a long turn says more, it is not less
/// relevant), with a premium for words said side by side, for covering much of the sentence, and for what stands next to it.
/// </summary>
public sealed class EvidenceIndex
{
    private const int Most = 5;
    private const double Saturation = 1.2, SideBySide = .5, NextToTurn = .1, NextToCue = .5, CueWords = 12;
    private readonly IReadOnlyList<Segment> _segments;
    private readonly Dictionary<string, Dictionary<int, int>> _occurrences = new(StringComparer.Ordinal);
    private readonly List<string>[] _content;
    private readonly double _nextTo;

    public EvidenceIndex(IReadOnlyList<Segment> segments)
    {
        _segments = segments;
        _content = [.. segments.Select(s => Term.ContentOf(s.Text))];
        _nextTo = _content.Sum(c => (double)c.Count) / Math.Max(segments.Count, 1) < CueWords / 2 ? NextToCue : NextToTurn;
        for (var segment = 0; segment < _content.Length; segment++)
        {
            foreach (var term in _content[segment])
            {
                if (!_occurrences.TryGetValue(term, out var counts))
                    _occurrences[term] = counts = [];
                counts[segment] = counts.GetValueOrDefault(segment) + 1;
            }
        }
    }

    /// <returns>At most five passages, best first.</returns>
    public IReadOnlyList<LinkedPassage> Link(string sentence)
    {
        var claim = Term.ContentOf(sentence);
        var scores = Scores(claim);
        return
        [
            .. scores.Select(s => (Segment: s.Key, Score: s.Value + (_nextTo * (scores.GetValueOrDefault(s.Key - 1) + scores.GetValueOrDefault(s.Key + 1)))))
                .OrderByDescending(s => s.Score).ThenBy(s => s.Segment).Take(Most).Select(s => Narrow(s.Segment, claim, s.Score)),
        ];
    }

    private Dictionary<int, double> Scores(List<string> claim)
    {
        var distinct = claim.ToHashSet(StringComparer.Ordinal);
        var weights = distinct.Where(_occurrences.ContainsKey).ToDictionary(t => t, Weight);
        var scores = new Dictionary<int, double>();
        var covered = new Dictionary<int, int>();
        foreach (var (term, weight) in weights)
        {
            foreach (var (segment, count) in _occurrences[term])
            {
                scores[segment] = scores.GetValueOrDefault(segment) + (weight * count * (Saturation + 1) / (count + Saturation));
                covered[segment] = covered.GetValueOrDefault(segment) + 1;
            }
        }

        var pairs = claim.Zip(claim.Skip(1)).Where(p => weights.ContainsKey(p.First) && weights.ContainsKey(p.Second)).ToHashSet();
        foreach (var segment in scores.Keys.ToList())
        {
            var sideBySide = _content[segment].Zip(_content[segment].Skip(1)).Where(pairs.Contains).Distinct().Sum(p => Math.Min(weights[p.First], weights[p.Second]));
            scores[segment] = (scores[segment] + (SideBySide * sideBySide)) * (1 + ((double)covered[segment] / distinct.Count));
        }

        return scores;
    }

    private double Weight(string term)
    {
        var having = _occurrences[term].Count;
        return Math.Log(1 + ((_segments.Count - having + .5) / (having + .5)));
    }

    /// <summary>The sentences of a long turn that say it: from the first to the last of the three that share most.</summary>
    private LinkedPassage Narrow(int segment, List<string> claim, double score)
    {
        var text = _segments[segment].Text;
        var said = claim.ToHashSet(StringComparer.Ordinal);
        var sentences = Sentences.Split(text);
        var best = (First: 0, Last: sentences.Count - 1, Value: double.NegativeInfinity);
        for (var first = 0; first < sentences.Count; first++)
        {
            var found = new HashSet<string>(StringComparer.Ordinal);
            for (var last = first; last < Math.Min(first + 3, sentences.Count); last++)
            {
                found.UnionWith(Term.ContentOf(text[sentences[last].Start..sentences[last].End]).Where(said.Contains));
                var value = found.Sum(Weight) - (.75 * (last - first));
                if (value > best.Value)
                    best = (first, last, value);
            }
        }

        var (start, end) = (sentences[best.First].Start, sentences[best.Last].End);
        return new LinkedPassage(segment, start, end, text[start..end], Math.Round(score, 4));
    }
}
