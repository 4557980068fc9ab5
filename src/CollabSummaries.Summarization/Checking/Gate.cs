using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;
using CollabSummaries.Summarization.Reading;

namespace CollabSummaries.Summarization.Checking;

/// <summary>
/// Whether a written sentence may stand for its passage. Words alone do not tell: a sentence with the right words still exchanges roles, drops a condition, splices two
/// statements. So a sentence passes only if it follows one spoken sentence without leaving a telling word out of its middle or its beginning, and if the small
/// words that turn a meaning around agree. In doubt the passage is quoted.
/// </summary>
internal static partial class Gate
{
    private const double Confidence = -.7, LeastPart = .5;
    private const int LeastWords = 6, MostWords = 45, MostCharacters = 400, LeastContent = 4;
    private static readonly SearchValues<char> s_marks = SearchValues.Create("\r\n<>|`[]{}\"“”—");

    /// <summary>Words with which a sentence begins before it says anything.</summary>
    private static readonly FrozenSet<string> s_openers = Term.Of(
        "first second third finally next then basically obviously clearly essentially currently today again anyway alright sure yes other word words thank thanks particular example instance").ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Why a sentence must not be shown; null when nothing speaks against it.</summary>
    /// <param name="passage">The sentences the model was shown; at least one.</param>
    /// <param name="meanLogProbability">Of the model in its own words.</param>
    public static string? Refuse(string bullet, IReadOnlyList<Saying> passage, double meanLogProbability)
    {
        if (Shape(bullet) is { } shape)
            return shape;
        var shown = string.Join('\n', passage.Select(s => s.Speaker is null ? s.Text : $"{s.Speaker}: {s.Text}"));
        if (Numbers.Missing(bullet, shown).Count > 0)
            return "number";
        if (Names.Missing(bullet, shown).Count > 0)
            return "name";
        if (meanLogProbability < Confidence)
            return "unsure";
        var source = SourceOf(bullet, passage);
        if (!BeginsWhole().IsMatch(source.Text) || BeginsTwice().IsMatch(source.Text))
            return "fragment";
        source = Framing.Without(source);
        var following = Following.Of(bullet, source);
        var followed = following.Cut(source);
        return Meaning.Refuse(bullet, followed.Text) ?? Persons.Refuse(bullet, followed, passage) ?? Tense.Refuse(bullet, followed) ?? Pointing.Refuse(bullet) ?? Wording(following, source);
    }

    /// <summary>The sentence of the passage a written one follows.</summary>
    public static Saying SourceOf(string bullet, IReadOnlyList<Saying> passage) => passage.MaxBy(s => Overlap.InOrder(Term.ContentOf(bullet), s.Content))!;

    private static string? Shape(string bullet)
    {
        var words = bullet.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        return words is < LeastWords or > MostWords || bullet.Length > MostCharacters ? "length" : bullet.AsSpan().ContainsAny(s_marks) ? "marks" : null;
    }

    /// <summary>The telling words must be those of one sentence, side by side in its order, from its beginning; only its end may be left off.</summary>
    private static string? Wording(Following following, Saying source)
    {
        var (claim, content, start) = following;
        if (claim.Count < LeastContent)
            return "thin";
        if (!claim.All(content.Contains))
            return "support";
        if (start < 0)
            return "order";
        if (content.Take(start).Any(t => !s_openers.Contains(t)))
            return "beginning";
        return claim.Count < LeastPart * (content.Count - start) ? "part" : following.EndsWhole(source) ? null : "end";
    }

    /// <summary>With a capital, or with the subject of a sentence: what begins otherwise is perhaps the rest of one.</summary>
    [GeneratedRegex(@"^\P{L}*(?:\p{Lu}|\p{Lo}|(?:(?:so|and|but|well|okay|now|then),?\s+)*(?:maybe\s+)?(?:i|we|it|there|this|that|he|she|they|if|when|my|our)\b)")]
    private static partial Regex BeginsWhole();

    /// <summary>Two sentences that lost what stood between them: "people find It's a way".</summary>
    [GeneratedRegex(@"(?<=[a-z] )(?:It|And|But|So|We|You|They|That|This|He|She|If|Then|There)\b")]
    private static partial Regex BeginsTwice();
}
