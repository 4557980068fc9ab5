using CollabSummaries.Summarization.Checking;
using CollabSummaries.Summarization.Inference;
using CollabSummaries.Summarization.Reading;
using CollabSummaries.Transcripts;

namespace CollabSummaries.Summarization.Writing;

/// <summary>Makes the bullet of a passage: the most confident draft that passes the gate, else the quote.</summary>
internal sealed class BulletChoice(IReadOnlyList<Unit> units, IReadOnlyList<Segment> segments)
{
    private const double TooAlike = .6;
    private readonly bool _severalSpeak = units.Select(u => u.Speaker).OfType<string>().Distinct(StringComparer.Ordinal).Skip(1).Any();

    /// <param name="earlier">Texts of bullets the summary has already.</param>
    public Bullet Choose(Passage passage, string? section, IReadOnlyList<Draft> drafts, IReadOnlyList<string> earlier)
    {
        var refusals = new List<string>();
        var said = earlier.Select(Term.Of).ToList();
        var sayings = Saying.Of(units, passage.First, passage.Last);
        foreach (var draft in drafts.OrderByDescending(d => d.MeanLogProbability).ThenBy(d => d.Candidate))
        {
            var reason = !draft.Ended ? "unfinished" : said.Any(s => Overlap.RougeL(s, Term.Of(draft.Text)) > TooAlike) ? "repeated" : Gate.Refuse(draft.Text, sayings, draft.MeanLogProbability);
            if (reason is null)
                return Written(Gate.SourceOf(draft.Text, sayings), section, draft.Text, refusals);
            refusals.Add(reason);
        }

        var unit = units[passage.Unit];
        var evidence = Evidence([passage.Unit]);
        return new Bullet(Quote.Of(unit), section, BulletKind.Quoted, evidence, new Support(SupportState.Supported, 1), refusals);
    }

    private Bullet Written(Saying source, string? section, string text, List<string> refusals)
    {
        text = char.ToUpperInvariant(text[0]) + text[1..];
        // Among several speakers a claim nobody is named for would read as the talk's own.
        if (_severalSpeak && !Persons.Names(text, source) && Passage.SpeakerOf(units[source.First]) is { } speaker)
            text = $"{speaker}: {text}";
        var range = Enumerable.Range(source.First, source.Last - source.First + 1).ToList();
        return new Bullet(text, section, BulletKind.Written, Evidence(range), SupportCheck.Of(text, Passage.Lines(units, source.First, source.Last)), refusals);
    }

    /// <summary>Units side by side as one passage; neighbors in one segment are one entry.</summary>
    private List<Evidence> Evidence(IReadOnlyList<int> range)
    {
        var pieces = new List<(int Segment, int Start, int End)>();
        foreach (var piece in range.SelectMany(k => units[k].Segments))
        {
            if (pieces.Count > 0 && pieces[^1].Segment == piece.Segment)
                pieces[^1] = (piece.Segment, pieces[^1].Start, piece.End);
            else
                pieces.Add(piece);
        }

        return [.. pieces.Select(p => new Evidence(0, p.Segment, p.Start, p.End, segments[p.Segment].Text[p.Start..p.End]))];
    }
}
