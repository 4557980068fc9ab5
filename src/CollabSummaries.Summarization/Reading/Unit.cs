using System.Buffers;
using System.Text.RegularExpressions;

namespace CollabSummaries.Summarization.Reading;

/// <summary>A sentence as spoken, or a piece of about twenty words where nobody set a full stop: what is chosen, quoted and rewritten.</summary>
internal sealed partial class Unit
{
    private static readonly SearchValues<char> s_openers = SearchValues.Create(" \"“‘'([{>-–—*#.,");
    private static readonly SearchValues<char> s_marks = SearchValues.Create(" \t\r\n.,;:!?…\"“”‘’'()[]{}>-–—*#");
    private readonly Stretch _stretch;
    private readonly int _start, _end;

    public Unit(Stretch stretch, SentenceRange range, bool cropped)
    {
        (_stretch, _start, _end) = (stretch, range.Start, range.End);
        (Opens, Closes, Cropped) = (range.Opens, range.Closes, cropped);
        Text = Cleaning.Clean(stretch.Text[_start.._end]);
        Words = Text.Length == 0 ? 0 : Text.Count(' ') + 1;
        var said = stretch.Text.AsSpan(_start, _end - _start).Count(' ') + 1;
        Disfluency = Math.Max(0, 1 - ((double)Words / said));
        Terms = Term.Of(Text);
        Content = [.. Terms.Where(t => t.Length > 1 && !Term.IsCommonStem(t))];
        Segments = [.. stretch.Map(_start, _end)];
    }

    public string? Speaker => _stretch.Speaker;

    /// <summary>Cleaned of fillers.</summary>
    public string Text { get; }

    /// <summary>Words of the cleaned text.</summary>
    public int Words { get; }

    /// <summary>Share of the words as spoken that cleaning took away: fillers, stutters, marks.</summary>
    public double Disfluency { get; }

    /// <summary>Stems in order.</summary>
    public IReadOnlyList<string> Terms { get; }

    /// <summary>Stems in order, without words that carry no meaning of their own.</summary>
    public IReadOnlyList<string> Content { get; }

    /// <summary>It begins where a sentence begins.</summary>
    public bool Opens { get; }

    /// <summary>It ends where a sentence ends.</summary>
    public bool Closes { get; }

    /// <summary>The transcript begins or ends inside it, perhaps inside a word.</summary>
    public bool Cropped { get; }

    /// <summary>The exact pieces of segments it stands for.</summary>
    public IReadOnlyList<(int Segment, int Start, int End)> Segments { get; }

    public bool SameStretch(Unit other) => ReferenceEquals(_stretch, other._stretch);

    public static IReadOnlyList<Unit> Of(IReadOnlyList<Stretch> stretches)
    {
        var cut = stretches.Select(s => (Stretch: s, Ranges: Sentences.Split(s.Text))).Where(s => s.Ranges.Count > 0).ToList();
        var units = new List<Unit>();
        for (var k = 0; k < cut.Count; k++)
        {
            var (stretch, ranges) = cut[k];
            for (var r = 0; r < ranges.Count; r++)
            {
                var first = k == 0 && !stretch.Text.AsSpan(0, ranges[r].Start).ContainsAnyExcept(s_marks);
                var cropped = (first && !BeginsWhole(stretch.Text.AsSpan(ranges[r].Start)))
                    || (first && Restart().IsMatch(stretch.Text[..ranges[r].End]))
                    || (k == cut.Count - 1 && r == ranges.Count - 1 && !ranges[r].Closes);
                units.Add(new Unit(stretch, ranges[r], cropped));
            }
        }

        return [.. units.Where(u => u.Words > 0 && u.Segments.Count > 0)];
    }

    /// <summary>The first word of a transcript is whole when it has a capital, is a number, or belongs to a writing without capitals.</summary>
    private static bool BeginsWhole(ReadOnlySpan<char> text)
    {
        var first = text.IndexOfAnyExcept(s_openers);
        return first >= 0 && (char.IsUpper(text[first]) || char.IsDigit(text[first]) || (char.IsLetter(text[first]) && !char.IsLower(text[first])));
    }

    /// <summary>Cut by length, the first words damaged: ". And in fac, in 2012". A word, a bit of another, and the word again.</summary>
    [GeneratedRegex(@"^[\s.,;:!?…]*[.,;:!?…]\s*(?:\w+\s+){0,3}?(\w+)\s+\w{1,4},\s+\1\b", RegexOptions.IgnoreCase)]
    private static partial Regex Restart();
}
