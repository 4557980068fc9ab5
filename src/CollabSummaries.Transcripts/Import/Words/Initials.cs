namespace CollabSummaries.Transcripts.Import.Words;

/// <summary>Initials a file defines once, `Jane Doe (JD):`, and uses from there on, `JD:`.</summary>
internal static class Initials
{
    private const int Longest = 4;

    /// <summary>The name to show for each speaker as written; speakers without defined initials are not in it.</summary>
    public static Dictionary<string, string> Of(IReadOnlySet<string> speakers)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var speaker in speakers)
        {
            var open = speaker.LastIndexOf(" (", StringComparison.Ordinal);
            if (open < 1 || !speaker.EndsWith(')')) continue;
            var initials = speaker[(open + 2)..^1];
            if (initials.Length is 0 or > Longest || !initials.All(char.IsUpper) || !speakers.Contains(initials)) continue;
            names[speaker] = names[initials] = speaker[..open].TrimEnd();
        }

        return names;
    }
}
