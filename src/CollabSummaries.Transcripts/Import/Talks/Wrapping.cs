using CollabSummaries.Transcripts.Import.Source;
using CollabSummaries.Transcripts.Import.Words;

namespace CollabSummaries.Transcripts.Import.Talks;

/// <summary>Tells a line broken at a width from one that ends a paragraph.</summary>
internal static class Wrapping
{
    /// <summary>Lines longer than this were not wrapped by anyone.</summary>
    private const int Widest = 160;

    /// <summary>The width lines were wrapped at: nine in ten are no longer; null when lines are paragraphs.</summary>
    public static int? Width(string[] lines)
    {
        var lengths = lines.Where(l => !Blank.Is(l)).Select(l => Blank.Trim(l).Length).Order().ToArray();
        if (lengths.Length < 2) return null;
        var width = lengths[Math.Min(lengths.Length - 1, lengths.Length * 9 / 10)];
        return width <= Widest ? width : null;
    }

    /// <summary>Whether the next line goes on with the paragraph of this one.</summary>
    public static bool GoesOn(string[] lines, int index, int? width)
    {
        if (width is not { } full || index + 1 >= lines.Length || Blank.Is(lines[index + 1])) return false;
        var line = Blank.Trim(lines[index]);
        if (!Sentence.EndsIn(line)) return true;
        // A sentence that ends far from the edge, where the next word would have fitted, ended its paragraph.
        var next = Blank.Trim(lines[index + 1]);
        var word = next.IndexOf(' ') is var space and >= 0 ? space : next.Length;
        return line.Length + 1 + word > full * 3 / 4;
    }
}
