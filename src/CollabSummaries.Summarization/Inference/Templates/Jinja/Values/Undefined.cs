namespace CollabSummaries.Summarization.Inference.Templates.Jinja.Values;

/// <summary>A name nobody gave a value. None is null.</summary>
internal sealed class Undefined
{
    public static readonly Undefined Value = new();

    private Undefined()
    {
    }
}
