using CollabSummaries.Summarization;

namespace CollabSummaries.Web.Runs.Templates;

/// <summary>A template while somebody edits it.</summary>
internal sealed class TemplateForm
{
    public string Name { get; set; } = "";

    public string Tone { get; set; } = "";

    public int Words { get; set; }

    public string Language { get; set; } = "";

    public bool KeepUnsupported { get; set; }

    public List<SectionForm> Sections { get; } = [];

    public static TemplateForm Of(SummaryTemplate template)
    {
        var form = new TemplateForm { Name = template.Name, Tone = template.Tone, Words = template.Words, Language = template.Language, KeepUnsupported = template.KeepUnsupported };
        form.Sections.AddRange(template.Sections.Select(x => new SectionForm { Title = x.Title, Instruction = x.Instruction }));
        return form;
    }

    public SummaryTemplate ToTemplate() =>
        new(Name.Trim(), Tone.Trim(), Words, Language.Trim(), [.. Sections.Select(x => new TemplateSection(x.Title.Trim(), x.Instruction.Trim()))], KeepUnsupported);
}

/// <summary>A heading while somebody edits it.</summary>
internal sealed class SectionForm
{
    public string Title { get; set; } = "";

    public string Instruction { get; set; } = "";
}
