using System.Xml.Linq;

namespace CollabSummaries.Transcripts.Import.Xml;

/// <summary>When an element is shown, in milliseconds.</summary>
internal readonly record struct TtmlSpan(decimal? Begin, decimal? End);

/// <summary>Walks the timed elements of a TTML body: times are relative to the element around, or to the sibling before in a sequence.</summary>
internal sealed class TtmlBody(XmlFile file, Dictionary<string, string> agents, Draft draft, CancellationToken stop)
{
    private readonly TtmlTime _time = new(file.Root!);

    public void Read(XElement body)
    {
        var span = Place(body, new TtmlSpan(null, null), 0);
        Walk(body, span, Preserves(file.Root!, false) || Preserves(body, false), Agent(body));
    }

    private void Walk(XElement parent, TtmlSpan around, bool preserve, string? agent)
    {
        stop.ThrowIfCancellationRequested();
        var absolute = IsAbsolute(parent, around);
        var inSequence = parent.Value("timeContainer") == "seq";
        decimal? before = null;
        foreach (var element in parent.Elements())
        {
            var origin = absolute ? 0 : (inSequence ? before : null) ?? around.Begin ?? 0;
            var span = Place(element, around, origin);
            if (element.Is("p")) ReadParagraph(element, span, Preserves(element, preserve), Agent(element) ?? agent);
            else if (element.Is("div")) Walk(element, span, Preserves(element, preserve), Agent(element) ?? agent);
            if (span.End is { } end) before = end;
        }
    }

    private void ReadParagraph(XElement p, TtmlSpan span, bool preserve, string? agent)
    {
        var timed = p.Elements().Where(e => e.Is("span") && e.Value("begin") is not null).ToList();
        if (timed.Count > 1 && p.Value("begin") is null && p.Nodes().All(n => n is XText { Value: var t } ? string.IsNullOrWhiteSpace(t) : n is XElement e && (timed.Contains(e) || e.Is("br") || e.Is("metadata"))))
        {
            // Rolling captions: each span comes up at its own time.
            var absolute = IsAbsolute(p, span);
            foreach (var part in timed)
            {
                Add(Place(part, span, absolute ? 0 : span.Begin ?? 0), TtmlText.Of(part, preserve), Agent(part) ?? agent, part);
            }

            return;
        }

        if (span.Begin is null && timed.Count > 0) span = new TtmlSpan(_time.Read(timed[0].Value("begin")), _time.Read(timed[^1].Value("end")));
        Add(span, TtmlText.Of(p, preserve), agent, p);
    }

    private void Add(TtmlSpan span, string text, string? agent, XElement element)
    {
        var (first, last) = file.Lines(element);
        if (text.Length == 0) draft.WarnAlike(first, "the paragraph has no text and was left out");
        else draft.Add(Round(span.Begin), span.Begin is null ? null : Round(span.End), agent, text, first, last, file.Chars(element));
    }

    private TtmlSpan Place(XElement element, TtmlSpan around, decimal origin)
    {
        var (begin, end, length) = (_time.Read(element.Value("begin")), _time.Read(element.Value("end")), _time.Read(element.Value("dur")));
        if ((begin is null && element.Value("begin") is not null) || (end is null && element.Value("end") is not null))
            draft.WarnAlike(file.Lines(element).First, "the time cannot be read; that of the element around it counts");
        // Without a begin an element that has an end or a length begins with the element around it.
        var implied = around.Begin ?? (element.Is("p") && (end is not null || length is not null) ? 0 : null);
        var start = begin is null ? (origin > 0 ? origin : implied) : origin + begin;
        var stopAt = end is not null ? origin + end : length is not null ? (start ?? 0) + length : around.End;
        return new TtmlSpan(start, stopAt);
    }

    /// <summary>Many tools write times from the start of the talk where the specification wants them from the element around: seen when a child would else begin after its parent's end.</summary>
    private bool IsAbsolute(XElement parent, TtmlSpan around)
    {
        if (around.Begin is not > 0) return false;
        var begins = parent.Elements().Select(e => _time.Read(e.Value("begin"))).Where(b => b is not null).ToList();
        if (begins.Count == 0 || begins.Max() < around.Begin) return false;
        // A single div that begins with its first paragraph says the same twice.
        var absolute = around.Begin + begins.Max() >= (around.End ?? decimal.MaxValue) || begins[0] == around.Begin;
        if (absolute) draft.WarnAlike(file.Lines(parent).First, "times inside are counted from the start of the talk, not from the element around them as TTML asks; they were read so");
        return absolute;
    }

    private string? Agent(XElement element) =>
        element.Value("agent")?.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() is { } id ? agents.GetValueOrDefault(id.TrimStart('#')) : null;

    private static bool Preserves(XElement element, bool around) => element.Value("space") is { } space ? space == "preserve" : around;

    private static long? Round(decimal? ms) => ms is { } value ? (long)Math.Round(value, MidpointRounding.AwayFromZero) : null;
}
