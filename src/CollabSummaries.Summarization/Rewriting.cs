namespace CollabSummaries.Summarization;

/// <summary>A bullet to be written anew.</summary>
/// <param name="Text">As it stands: what comes instead must differ.</param>
/// <param name="Section">Heading it stands under; null: none.</param>
/// <param name="Evidence">What it rests on, best first; empty: it is looked for by its words.</param>
public sealed record RewrittenBullet(string Text, string? Section, IReadOnlyList<Evidence> Evidence);

/// <summary>Bullets to be written anew, each a part of the run.</summary>
/// <param name="NewPassages">From other sentences of the same section of the talk, instead of the same ones.</param>
/// <param name="Used">What all bullets of the summary rest on: other sentences are looked for outside of it.</param>
/// <param name="Seed">Another number gives other words for the same passage.</param>
public sealed record Rewriting(IReadOnlyList<RewrittenBullet> Bullets, bool NewPassages, IReadOnlyList<Evidence> Used, int Seed);
