using System.Globalization;
using CollabSummaries.Transcripts.Import.Source;
using CollabSummaries.Transcripts.Import.Word;

namespace CollabSummaries.Transcripts.Import;

/// <summary>Reads a transcript file of any known format. Pure: the same bytes give the same transcript; linear in their number.</summary>
public static class TranscriptImport
{
    /// <summary>Formats in the order a menu shows them.</summary>
    public static IReadOnlyList<TranscriptFormat> Formats { get; } = [.. FormatTable.Readers.Select(r => r.Format)];

    /// <summary>Reads a file; bad input gives a refusal, never an exception.</summary>
    /// <exception cref="OperationCanceledException">When stopped.</exception>
    public static ImportOutcome Import(ReadOnlyMemory<byte> raw, ImportOptions options, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(options);
        RawText? text = null;
        try
        {
            text = Open(raw, stop);
            stop.ThrowIfCancellationRequested();
            var reader = options.Format is { } forced ? FormatTable.Named(forced) : FormatTable.Best(text, options.FileName);
            var draft = new Draft(options.Strict, text);
            reader.Read(text, draft, stop);
            if (draft.Segments.Count == 0 && !(options.Strict && reader.Format.Name == "vtt"))
                throw new RefusedException("no spoken text was found in the file", 1, FormatTable.Nearest(text, options.FileName, reader.Format.Name));
            return new ImportOutcome(draft.Finish(reader.Format.Name), null);
        }
        catch (RefusedException e)
        {
            // What the content looks like says more than what a reader expects, where another format was forced on it.
            var looks = text is not null && options.Format is { } forced && e.NearestFormat != forced ? FormatTable.Nearest(text, options.FileName, forced) : null;
            return new ImportOutcome(null, new ImportRefusal(e.Message, text?.NumberOf(e.Line) ?? e.Line, looks ?? e.NearestFormat));
        }
    }

    /// <summary>The two formats the content fits best, best first; empty for a file that is no text.</summary>
    public static IReadOnlyList<FormatGuess> Guess(ReadOnlyMemory<byte> raw, string? fileName)
    {
        try
        {
            return [.. FormatTable.Scores(Open(raw, CancellationToken.None), fileName).Take(2).Select(s => new FormatGuess(s.Reader.Format.Name, s.Reader.Format.DisplayName, Math.Round(s.Score, 2)))];
        }
        catch (RefusedException)
        {
            return [];
        }
    }

    /// <summary>The text that lines and characters of segments count in; null for a file that is refused before its text is known.</summary>
    /// <exception cref="OperationCanceledException">When stopped.</exception>
    public static SourceText? Text(ReadOnlyMemory<byte> raw, CancellationToken stop)
    {
        try
        {
            var text = Open(raw, stop);
            return new SourceText(text.Text, text.Encoding, [.. text.Lines.Select((line, n) => new SourceLine(text.NumberOf(n + 1), text.Starts[n], line.Length))]);
        }
        catch (RefusedException)
        {
            return null;
        }
    }

    private static RawText Open(ReadOnlyMemory<byte> raw, CancellationToken stop)
    {
        if (raw.Length > ImportLimits.Bytes)
            throw new RefusedException(string.Create(CultureInfo.InvariantCulture,
                $"the file has {raw.Length:N0} bytes; {ImportLimits.Bytes:N0} (20 MB) is the most that is read"), 1);
        if (raw.IsEmpty) throw new RefusedException("the file is empty", 1);
        if (WordFile.IsZip(raw.Span)) return WordFile.Read(raw, stop);
        if (Magic.Of(raw.Span) is { } other) throw new RefusedException(other, 1);
        return RawText.Decode(raw);
    }
}
