namespace CollabSummaries.Transcripts.Languages;

/// <summary>Guesses the language of a talk from its most frequent small words, or from its script. Pure; linear in the part of the text it looks at.</summary>
public static class TalkLanguage
{
    /// <summary>Confidence from which on the guess is hardly ever wrong.</summary>
    public const double Sure = 0.5;

    /// <summary>Characters looked at: enough for any talk, whatever its length.</summary>
    private const int Sample = 60_000;

    /// <summary>Small words make up about this part of running speech.</summary>
    private const double UsualShare = 0.3;

    /// <summary>From this many words on the number of words leaves no doubt of its own.</summary>
    private const int EnoughWords = 20;

    /// <summary>The best guess for a text; never null itself.</summary>
    public static LanguageGuess Guess(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Guess([text]);
    }

    /// <summary>The same for the segments of a talk.</summary>
    public static LanguageGuess Guess(IEnumerable<Segment> segments)
    {
        ArgumentNullException.ThrowIfNull(segments);
        return Guess(segments.Select(s => s.Text));
    }

    private static LanguageGuess Guess(IEnumerable<string> texts)
    {
        var scripts = new ScriptCount();
        var words = new SmallWordCount();
        var seen = 0;
        foreach (var text in texts)
        {
            var part = text.AsSpan(0, Math.Min(text.Length, Sample - seen));
            scripts.Add(part);
            words.Add(part);
            seen += part.Length;
            if (seen >= Sample) break;
        }

        if (scripts.Letters == 0) return new LanguageGuess(null, 0);
        var (code, share) = scripts.Best();
        return code is null ? ByWords(words) : new LanguageGuess(code, Math.Round(share * Math.Min(1, scripts.Letters / 10.0), 2));
    }

    private static LanguageGuess ByWords(SmallWordCount words)
    {
        var ((best, score), next) = words.BestTwo();
        if (score == 0 || words.Total == 0) return new LanguageGuess(null, 0);
        var share = Math.Min(1, score / words.Total / UsualShare);
        var lead = Math.Min(1, 2 * (score - next) / score);
        return new LanguageGuess(best, Math.Round(share * lead * Math.Min(1, (double)words.Total / EnoughWords), 2));
    }
}
