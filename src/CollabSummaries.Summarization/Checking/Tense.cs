using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace CollabSummaries.Summarization.Checking;

/// <summary>When it is. What somebody is said to have said may be told in the past ("Ann thought that it was slow"); what stands alone may not: "it is slow" may still hold, "it was slow" says that it no longer does.</summary>
internal static partial class Tense
{
    /// <summary>Past forms that no stemming leads back, each with its present.</summary>
    public static readonly FrozenDictionary<string, string> Present =
        "meant mean took take gave give made make came come saw see found find kept keep sent send built build held hold began begin wrote write knew know grew grow felt feel paid pay met meet lost lose spent spend brought bring bought buy ran run lay lie fell fall rose rise chose choose broke break spoke speak drew draw led lead understood understand won win"
            .Split(' ').Chunk(2).ToFrozenDictionary(p => p[0], p => p[1], StringComparer.OrdinalIgnoreCase);

    /// <param name="said">The part of the spoken sentence that the bullet follows.</param>
    public static string? Refuse(string bullet, Saying said)
    {
        var later = Past(bullet) - Past(said.Text);
        if (later > 0 && !(Persons.Names(bullet, said) && Report.IsOne(bullet)))
            return "tense";
        return later < 0 && Now().Count(bullet) > Now().Count(said.Text) ? "tense" : null;
    }

    private static int Past(string text) => Words().Matches(text).Count(w => Present.ContainsKey(w.Value) || PastForm().IsMatch(w.Value));

    /// <summary>Auxiliaries and regular forms; what only looks like one stands in both sentences. "I'd" counts as one, whichever it is.</summary>
    [GeneratedRegex(@"^(?:was|were|had|did|could|would|might|went|got|d|\w{2,}ed)$", RegexOptions.IgnoreCase)]
    private static partial Regex PastForm();

    [GeneratedRegex(@"\b(?:is|are|am|has|have|does|do)\b|['’](?:s|re|ve|m)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Now();

    [GeneratedRegex("[A-Za-z]+")]
    private static partial Regex Words();
}
