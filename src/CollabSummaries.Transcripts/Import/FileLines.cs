using CollabSummaries.Transcripts.Import.Source;
using CollabSummaries.Transcripts.Import.Word;

namespace CollabSummaries.Transcripts.Import;

/// <summary>A file's own lines, to show beside what was read from them.</summary>
/// <param name="Lines">In order; of a Word file the paragraphs.</param>
/// <param name="Numbers">The number of each line as segments and warnings name it; null: they count from 1.</param>
public sealed record FileLines(IReadOnlyList<string> Lines, IReadOnlyList<int>? Numbers)
{
    /// <summary>The highest number of a line.</summary>
    public int Count => Numbers is { Count: > 0 } numbers ? numbers.Max() : Lines.Count;

    /// <summary>Null for a file that is no text, or too large.</summary>
    /// <exception cref="OperationCanceledException">When stopped.</exception>
    public static FileLines? Find(ReadOnlyMemory<byte> raw, CancellationToken stop)
    {
        try
        {
            if (raw.Length > ImportLimits.Bytes || raw.IsEmpty) return null;
            var text = WordFile.IsZip(raw.Span) ? WordFile.Read(raw, stop) : Magic.Of(raw.Span) is null ? RawText.Decode(raw) : null;
            return text is null ? null : new FileLines(text.Lines, text.Numbers);
        }
        catch (RefusedException)
        {
            return null;
        }
    }

    /// <summary>The number of the line at an index.</summary>
    public int NumberAt(int index) => Numbers is { Count: > 0 } numbers ? numbers[Math.Min(index, numbers.Count - 1)] : index + 1;
}
