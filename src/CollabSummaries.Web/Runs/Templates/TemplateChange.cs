namespace CollabSummaries.Web.Runs.Templates;

/// <summary>What a dialog did.</summary>
/// <param name="Kept">Null: it was deleted.</param>
/// <param name="Before">Null: it is new.</param>
internal sealed record TemplateChange(NamedTemplate? Kept, NamedTemplate? Before);
