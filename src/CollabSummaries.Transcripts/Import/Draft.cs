using System.Globalization;
using CollabSummaries.Transcripts.Import.Source;
using CollabSummaries.Transcripts.Languages;

namespace CollabSummaries.Transcripts.Import;

/// <summary>What a reader has found so far. Segments are added in the order of the file and never changed afterwards.</summary>
/// <param name="source">Gives lines the numbers a user knows them by.</param>
internal sealed class Draft(bool strict, RawText source)
{
    private readonly List<Segment> _segments = [];
    private readonly List<(int First, int Last, SourceChars? Chars)> _lines = [];
    private readonly List<(string Title, int FirstSegment, int Line)> _chapters = [];
    private readonly List<string> _speakers = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly WarningList _warnings = new(source.Warnings);

    public bool Strict { get; } = strict;

    public string? Language { get; set; }

    public TalkDetails Details { get; set; } = new(null, null, null);

    public IReadOnlyList<string>? Summary { get; set; }

    /// <summary>Cues of the file, where a reader counts them itself.</summary>
    public int? CuesInFile { get; set; }

    /// <summary>Cues or words that became part of a segment begun by another.</summary>
    public int Joined { get; set; }

    public IReadOnlyList<Segment> Segments => _segments;

    /// <summary>Adds one cue or line block; whitespace around its text is dropped, and so is a segment of nothing else.</summary>
    /// <param name="chars">Where its words stand, if the reader knows; else they are looked for in its lines.</param>
    public void Add(long? startMs, long? endMs, string? speaker, string text, int firstLine, int lastLine, SourceChars? chars = null)
    {
        text = OneLine(text);
        if (text.Length == 0) return;
        if (_segments.Count == ImportLimits.Cues)
            throw new RefusedException(string.Create(CultureInfo.InvariantCulture,
                $"the file holds more than {ImportLimits.Cues:N0} cues; split it and import the parts as talks of their own"), firstLine);
        if (endMs < startMs)
        {
            Warn(firstLine, "the cue ends before it starts; its end is left open");
            endMs = null;
        }

        if (speaker is not null && _known.Add(speaker)) _speakers.Add(speaker);
        _segments.Add(new Segment(SegmentId.Of(_segments.Count, text), startMs, endMs, speaker, text, source.NumberOf(firstLine), source.NumberOf(lastLine)) { SourceStart = chars?.Start, SourceEnd = chars?.End });
        _lines.Add((firstLine, lastLine, chars));
    }

    public void AddChapter(string title, int line) => _chapters.Add((title, _segments.Count, line));

    /// <summary>Says something odd about one line.</summary>
    public void Warn(int line, string message) => _warnings.Add(source.NumberOf(line), message);

    /// <summary>Says something odd that may hold for thousands of lines: listed once, with the first line and their number.</summary>
    public void WarnAlike(int line, string message) => _warnings.AddAlike(source.NumberOf(line), message);

    /// <summary>Something the format's specification refuses: read with a warning, or refused in strict mode.</summary>
    public void Lenient(int line, string message)
    {
        if (Strict) throw new RefusedException(message, line);
        _warnings.AddAlike(source.NumberOf(line), message);
    }

    public Transcript Finish(string format)
    {
        foreach (var (title, _, line) in _chapters.Where(c => c.FirstSegment >= _segments.Count))
            Warn(line, $"the heading '{title}' has no text under it and was left out");
        return new Transcript(
            format,
            source.Encoding,
            Language ?? GuessedLanguage(),
            Placed(),
            [.. _chapters.Where(c => c.FirstSegment < _segments.Count).Select(c => new Chapter(c.Title, c.FirstSegment))],
            _warnings.ToList(),
            _speakers,
            Details,
            Summary) { CuesInFile = CuesInFile ?? (_segments.Count + Joined) };
    }

    private List<Segment> Placed()
    {
        var places = new Places(source).Of(_lines, _segments.ConvertAll(s => s.Text));
        return [.. _segments.Select((s, n) => s with { SourceStart = places[n]?.Start, SourceEnd = places[n]?.End })];
    }

    /// <summary>A language is stated only when the words leave little doubt.</summary>
    private string? GuessedLanguage() => TalkLanguage.Guess(_segments) is { Confidence: >= TalkLanguage.Sure } guess ? guess.Code : null;

    /// <summary>A decoded reference may smuggle in a line break; a segment is one line.</summary>
    private static string OneLine(string text) => text.Replace('\r', ' ').Replace('\n', ' ').Trim();
}
