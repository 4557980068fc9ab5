using CollabSummaries.Summarization.Inference.Chat;
using CollabSummaries.Summarization.Inference.Templates;

namespace CollabSummaries.Summarization.Writing.Free;

/// <summary>A passage with all that was written on it, judged.</summary>
internal sealed record Page(Passage Passage, IReadOnlyList<Claim> Claims);

/// <summary>Asks a model: once for each passage, again with some chance for those nothing good came of, and about each sentence whether its passage says so.</summary>
internal sealed class FreeAsking(ChatModel model, SummaryTemplate template, int? seed)
{
    private const int TokensPerWord = 4, JudgeTokens = 80, MoreTokens = 40;
    private long _promptTokens, _outputTokens;

    public long PromptTokens => Interlocked.Read(ref _promptTokens);

    public long OutputTokens => Interlocked.Read(ref _outputTokens);

    /// <param name="alike">Why a sentence says nothing new; null when it does.</param>
    public async Task<IReadOnlyList<Page>> WriteAsync(IReadOnlyList<Passage> passages, Func<string, string?> alike, CancellationToken stop)
    {
        var lines = Math.Max(1, template.Sections.Count);
        var first = new AnswerSettings((lines * template.Words * TokensPerWord) + MoreTokens);
        var again = first with { Temperature = .7, TopP = .9, Seed = seed ?? 1 };
        var pages = passages.Select(p => (Passage: p, Claims: new List<Claim>())).ToList();

        await DraftAsync(pages, seed is null ? first : again, alike, stop).ConfigureAwait(false);
        if (template.Sections.Count == 0)
            await DraftAsync([.. pages.Where(p => !p.Claims.Exists(c => c.IsSupported))], again with { Seed = again.Seed + 1 }, alike, stop).ConfigureAwait(false);
        return [.. pages.Select(p => new Page(p.Passage, p.Claims))];
    }

    private async Task DraftAsync(List<(Passage Passage, List<Claim> Claims)> pages, AnswerSettings settings, Func<string, string?> alike, CancellationToken stop)
    {
        var fresh = new List<(List<Claim> To, Claim Claim)>();
        await foreach (var answer in AskAsync([.. pages.Select(p => Prompts.Write(template, p.Passage.Text))], settings, stop).ConfigureAwait(false))
        {
            var (passage, claims) = pages[answer.Prompt];
            fresh.AddRange(Claim.Read(answer.Text, answer.Ended, template, passage).Where(c => !claims.Exists(k => k.Text == c.Text)).Select(c => (claims, c with { Refusal = c.Refusal ?? alike(c.Text) })));
        }

        var judged = fresh.ToArray();
        var asked = Enumerable.Range(0, judged.Length).Where(k => judged[k].Claim.Refusal is null).ToList();
        await foreach (var answer in AskAsync([.. asked.Select(k => Prompts.Ask(judged[k].Claim.Passage.Text, judged[k].Claim.Text))], new AnswerSettings(JudgeTokens), stop).ConfigureAwait(false))
        {
            var at = asked[answer.Prompt];
            judged[at].Claim = SecondReading.Judge(judged[at].Claim, answer.Text);
        }

        foreach (var (to, claim) in judged)
            to.Add(claim);
    }

    private async IAsyncEnumerable<BatchAnswer> AskAsync(IReadOnlyList<IReadOnlyList<ChatTurn>> prompts, AnswerSettings settings, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        if (prompts.Count == 0)
            yield break;
        await foreach (var answer in model.Batch.AnswerAsync(prompts, settings, stop).ConfigureAwait(false))
        {
            Interlocked.Add(ref _promptTokens, answer.PromptTokens ?? 0);
            Interlocked.Add(ref _outputTokens, answer.OutputTokens ?? 0);
            yield return answer;
        }
    }
}
