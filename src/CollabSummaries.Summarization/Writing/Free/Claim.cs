using System.Globalization;
using System.Text.RegularExpressions;

namespace CollabSummaries.Summarization.Writing.Free;

/// <summary>A sentence a model wrote on a passage, and what was found out about it.</summary>
/// <param name="Section">Heading of the template it serves; null: that of its part of the talk.</param>
/// <param name="Refusal">Why it can be no bullet at all; null: it can.</param>
internal sealed partial record Claim(Passage Passage, string? Section, string Text, string? Refusal, Support Support, string? Reason)
{
    public bool IsSupported => Refusal is null && Support.State == SupportState.Supported;

    /// <summary>Higher is better.</summary>
    public double Worth => Refusal is not null ? -1 : Support.Score + (2 * (2 - (int)Support.State));

    /// <summary>Reads an answer: for a template without headings its first line, else one claim a numbered line.</summary>
    public static List<Claim> Read(string answer, bool ended, SummaryTemplate template, Passage passage)
    {
        var lines = PlainAnswer.Lines(answer);
        if (lines.Count == 0 || IsNothing(lines[0]))
            return [];
        if (template.Sections.Count == 0)
            return [Checked(passage, null, Preface().Replace(lines[0], ""), ended || lines.Count > 1, template)];
        var claims = new List<Claim>();
        foreach (var (line, last) in lines.Select((l, k) => (l, k == lines.Count - 1)))
        {
            var match = Numbered().Match(line);
            if (!match.Success || !int.TryParse(match.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1 || number > template.Sections.Count)
                continue;
            var section = template.Sections[number - 1].Title;
            var text = match.Groups[2].Value;
            if (text.StartsWith(section + ":", StringComparison.OrdinalIgnoreCase))
                text = text[(section.Length + 1)..].TrimStart();
            if (!IsNothing(text) && claims.TrueForAll(c => c.Section != section))
                claims.Add(Checked(passage, section, text, ended || !last, template));
        }

        return claims;
    }

    private static Claim Checked(Passage passage, string? section, string text, bool ended, SummaryTemplate template)
    {
        var refusal = ended ? FreeCheck.Refuse(text, template.Words) : "it broke off before its end";
        var (support, reason) = FreeCheck.Words(text, passage.Text);
        return new Claim(passage, section, text, refusal, support, reason);
    }

    private static bool IsNothing(string line) => line.Trim(' ', '.', '"', '(', ')').Equals(Prompts.Nothing, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^(?:heading\s*)?(\d{1,2})\s*[:.)\-–]\s*(.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^(?:(?:sure|okay|certainly)[,!.]?\s+)?(?:here (?:is|'s)[^:]{0,60}|summary|sentence|note)\s*:\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Preface();
}
