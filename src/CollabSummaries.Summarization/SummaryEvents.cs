using CollabSummaries.Transcripts;

namespace CollabSummaries.Summarization;

/// <summary>What is to be summarized.</summary>
/// <param name="Segments">The whole transcript; evidence names its indices.</param>
/// <param name="Bullets">At most so many bullets; null: by length of the talk (4 under 600 words).</param>
/// <param name="QuotesOnly">Write nothing, choose quotes only.</param>
/// <param name="Finished">Parts a killed run had finished, with their bullets: they are not done again.</param>
public sealed record SummaryRequest(
    IReadOnlyList<Segment> Segments,
    IReadOnlyList<Chapter> Chapters,
    int? Bullets,
    bool QuotesOnly,
    IReadOnlyDictionary<int, IReadOnlyList<Bullet>> Finished)
{
    /// <summary>A talk of three sections or more gets titles for sections without a chapter, and a first part "In short" with a few of its bullets; not where a
    /// number of bullets is asked for.</summary>
    public bool Outlined { get; init; }

    /// <summary>How a larger model is to write; the built-in one has fixed rules of its own.</summary>
    public SummaryTemplate Template { get; init; } = SummaryTemplate.Default;

    /// <summary>Texts of bullets that stand in the summary already and stay there: nothing like them is written again.</summary>
    public IReadOnlyList<string> Said { get; init; } = [];

    /// <summary>Null: the whole talk. Else these bullets alone, one part each.</summary>
    public Rewriting? Rewriting { get; init; }
}

/// <summary>What a summarizer says while it works, in order: Planned, then per part PartStarted and PartFinished, then Finished.</summary>
public abstract record SummaryEvent;

/// <summary>The talk was read and cut in parts. The same request always gives the same plan.</summary>
/// <param name="Sections">Titles of the parts, in order; null for a part without a title.</param>
public sealed record Planned(IReadOnlyList<string?> Sections) : SummaryEvent;

/// <param name="Part">Index of the part, from 0.</param>
public sealed record PartStarted(int Part) : SummaryEvent;

/// <summary>A part's bullets, checked.</summary>
public sealed record PartFinished(int Part, IReadOnlyList<Bullet> Bullets) : SummaryEvent;

/// <summary>The end, with what it cost.</summary>
/// <param name="Model">Name of the model, "quotes" without one.</param>
/// <param name="Device">"cpu" or "cuda: name of the card".</param>
public sealed record Finished(string Model, string Device, long PromptTokens, long OutputTokens, double Seconds, int Sections) : SummaryEvent;
