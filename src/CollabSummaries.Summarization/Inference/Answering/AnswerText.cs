using System.Text;
using CollabSummaries.Summarization.Inference.Tokenizing;

namespace CollabSummaries.Summarization.Inference.Answering;

/// <summary>Answers are wanted as text, too.</summary>
/// <param name="StopTexts">An answer ends before the first of these it comes to, however its tokens cut it; empty ones are no stop.</param>
/// <param name="Streamed">Text is given out while it is written (`AnswerRequest.Pieces`).</param>
internal sealed record TextOutput(TextTokenizer Tokenizer, IReadOnlyList<string> StopTexts, bool Streamed);

/// <summary>A stretch of an answer that became certain.</summary>
/// <param name="Whole">The answer, with its last stretch; null before.</param>
internal sealed record AnswerPiece(int Prompt, int Candidate, string Text, Answer? Whole);

/// <summary>
/// The text of one answer while it is written. Laws: the pieces taken, one after the other, are the text; no stop text is in it, nor was the beginning of one given out before
/// it was sure not to be one.
/// </summary>
internal sealed class AnswerText(TextOutput output)
{
    private readonly TextStream _stream = output.Tokenizer.Stream();
    private readonly StringBuilder _text = new();
    private string _held = "";

    public string Text => _text.ToString();

    /// <summary>The stop text that ended the answer; null: none did.</summary>
    public string? StopText { get; private set; }

    /// <returns>What became certain; often empty.</returns>
    public string Add(int token) => Take(_held + _stream.Add(token), ended: false);

    /// <summary>No token follows.</summary>
    public string End() => StopText is null ? Take(_held + _stream.End(), ended: true) : "";

    private string Take(string text, bool ended)
    {
        var cut = text.Length;
        foreach (var stop in output.StopTexts.Where(s => s.Length > 0))
        {
            if (text.IndexOf(stop, StringComparison.Ordinal) is >= 0 and var at && at < cut)
                (cut, StopText, ended) = (at, stop, true);
        }

        text = text[..cut];
        var sure = ended ? text.Length : text.Length - BeginningAtTheEnd(text);
        _held = text[sure..];
        _text.Append(text, 0, sure);
        return text[..sure];
    }

    /// <summary>Letters at the end of the text with which a stop text may begin.</summary>
    private int BeginningAtTheEnd(string text)
    {
        var most = 0;
        foreach (var stop in output.StopTexts)
        {
            for (var count = Math.Min(stop.Length - 1, text.Length); count > most; count--)
            {
                if (text.AsSpan(text.Length - count).SequenceEqual(stop.AsSpan(0, count)))
                    most = count;
            }
        }

        return most;
    }
}
