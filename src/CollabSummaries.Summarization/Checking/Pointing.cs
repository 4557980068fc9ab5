using System.Text.RegularExpressions;

namespace CollabSummaries.Summarization.Checking;

/// <summary>What a sentence is about must be in it. "Ann thought that it was slow" tells nobody what was; "it was hard to hear that …" does.</summary>
internal static partial class Pointing
{
    public static string? Refuse(string bullet)
    {
        var claim = Report.Claim(bullet);
        return Opens().IsMatch(claim) && !Empty().IsMatch(claim) ? "open" : null;
    }

    /// <summary>"It", or another pointing word that no noun follows.</summary>
    [GeneratedRegex(@"^(?:and |so |but )?(?:it\b|(?:this|that|these|those)(?:['’]s|\s+(?:is|was|are|were|has|had|have|does|did|do|will|would|can|could|should|may|might|must|means?|meant|makes?|made)\b))", RegexOptions.IgnoreCase)]
    private static partial Regex Opens();

    /// <summary>"It" that stands for what follows.</summary>
    [GeneratedRegex(@"^(?:and |so |but )?it(?:['’]s|\s+(?:is|was|(?:will|would|can|could|may|might|must|should) be))\s+(?:\w+\s+){0,3}?(?:to|that|whether|how|why)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Empty();
}
