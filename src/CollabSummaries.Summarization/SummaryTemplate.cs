namespace CollabSummaries.Summarization;

/// <summary>A heading of a template and what belongs under it.</summary>
public sealed record TemplateSection(string Title, string Instruction);

/// <summary>How a larger model writes bullets. What makes them checkable (one passage, its own words and facts, plain text) is not part of it and cannot be edited away.</summary>
/// <param name="Tone">How it is to sound, in words for the model.</param>
/// <param name="Words">Words of one bullet at most.</param>
/// <param name="Language">Note on the language; empty: that of the talk.</param>
/// <param name="Sections">None: one bullet on each chosen passage. Else the whole talk is read for what belongs under each heading.</param>
/// <param name="KeepUnsupported">Show a sentence its passage does not carry, marked so, instead of the quote.</param>
public sealed record SummaryTemplate(string Name, string Tone, int Words, string Language, IReadOnlyList<TemplateSection> Sections, bool KeepUnsupported)
{
    public const int LongestName = 60, LongestTone = 300, LongestLanguage = 120, LongestInstruction = 300, MostSections = 8, LeastWords = 8, MostWords = 60;

    public static SummaryTemplate Default { get; } = new("Plain bullets", "neutral and exact, past tense", 28, "", [], false);

    /// <summary>The rules a model gets, with this template in them.</summary>
    public string Instructions() => Writing.Free.Prompts.Instructions(this);

    /// <returns>What is wrong with it, as sentences for the people who edit it; empty when nothing is.</returns>
    public IReadOnlyList<string> Problems()
    {
        var problems = new List<string?>
        {
            Line("The name", Name, LongestName, needed: true),
            Line("The tone", Tone, LongestTone, needed: true),
            Line("The note on language", Language, LongestLanguage, needed: false),
            Words is < LeastWords or > MostWords ? $"A bullet may have {LeastWords} to {MostWords} words, not {Words}." : null,
            Sections.Count > MostSections ? $"There may be {MostSections} headings at most, not {Sections.Count}." : null,
            Sections.GroupBy(s => s.Title.Trim(), StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } twice ? $"The heading “{twice.Key}” is there twice." : null,
        };
        foreach (var (section, number) in Sections.Select((s, k) => (s, k + 1)))
        {
            problems.Add(Line($"Heading {number}", section.Title, LongestName, needed: true));
            problems.Add(Line($"The instruction of heading {number}", section.Instruction, LongestInstruction, needed: true));
        }

        return [.. problems.OfType<string>()];
    }

    private static string? Line(string what, string text, int longest, bool needed) =>
        needed && string.IsNullOrWhiteSpace(text) ? $"{what} is empty."
        : text.Length > longest ? $"{what} has {text.Length} characters; {longest} are allowed."
        : text.Any(char.IsControl) ? $"{what} must be one line of plain text."
        : null;
}
