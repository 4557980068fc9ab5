namespace CollabSummaries.Summarization.Writing.Free;

/// <summary>The model's own answer to whether a passage says what a sentence says. It can take support away, never give what the words do not.</summary>
internal static class SecondReading
{
    private const int LongestReason = 240;

    public static Claim Judge(Claim claim, string answer)
    {
        var lines = PlainAnswer.Lines(answer);
        var word = lines.Count == 0 ? "" : new string([.. lines[0].TakeWhile(char.IsLetter)]);
        if (word.Equals("yes", StringComparison.OrdinalIgnoreCase))
            return claim;
        if (!word.Equals("no", StringComparison.OrdinalIgnoreCase))
            return Lower(claim, SupportState.Weak, "The model, asked again, gave no clear answer whether the passage says so.");
        var missing = string.Join(' ', lines).Substring(word.Length).TrimStart(' ', ',', '.', ':', '-', '–');
        missing = missing.Length > LongestReason ? missing[..LongestReason] + "…" : missing;
        return Lower(claim, SupportState.Unsupported, missing.Length == 0 ? "The model, asked again, says that the passage does not say so." : $"The model, asked again, misses in the passage: {missing}");
    }

    private static Claim Lower(Claim claim, SupportState state, string reason) =>
        claim with { Support = claim.Support with { State = (SupportState)Math.Max((int)state, (int)claim.Support.State) }, Reason = claim.Reason is null ? reason : $"{claim.Reason} {reason}" };
}
