namespace CollabSummaries.Web.Importing.Inspecting;

/// <summary>Makes a sentence of what an importer says.</summary>
internal static class Sentences
{
    public static string Of(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..].TrimEnd('.') + ".";
}
