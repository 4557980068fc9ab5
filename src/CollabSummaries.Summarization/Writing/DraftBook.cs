using System.Runtime.CompilerServices;
using CollabSummaries.Summarization.Inference;
using CollabSummaries.Summarization.Selection;

namespace CollabSummaries.Summarization.Writing;

/// <summary>The passages of all parts still to be done, and the drafts that came back for them so far.</summary>
internal sealed class DraftBook
{
    private readonly BulletModel? _model;
    private readonly int _candidates;
    private readonly List<(int Part, Passage Passage, List<Draft> Drafts)> _pages = [];
    private readonly List<(int Part, Passage Passage, List<Draft> Drafts)> _asked;
    private readonly int[] _missing;

    public DraftBook(SummaryPlan plan, IReadOnlyDictionary<int, IReadOnlyList<Bullet>> finished, InShort inShort, BulletModel? model, int candidates)
    {
        (_model, _candidates) = (model, candidates);
        _missing = new int[plan.Parts.Count];
        for (var part = 0; part < plan.Parts.Count; part++)
        {
            if (finished.ContainsKey(part))
                continue;
            foreach (var unit in plan.Parts[part].Chosen)
                _pages.Add((part, Passage.Around(plan.Units, plan.SectionOf(unit), unit), []));
        }

        // A passage of the overview comes again in its section: it is asked for once.
        _asked = model is null ? [] : [.. _pages.Where(p => (plan.Parts[p.Part].IsOverview || !inShort.Holds(p.Passage.Unit)) && model.Fits(p.Passage.Text))];
        foreach (var page in _asked)
            _missing[page.Part] += candidates;
    }

    public long PromptTokens { get; private set; }

    public long OutputTokens { get; private set; }

    public bool IsComplete(int part) => _missing[part] == 0;

    public IEnumerable<(Passage Passage, IReadOnlyList<Draft> Drafts)> Of(int part) =>
        _pages.Where(p => p.Part == part).Select(p => (p.Passage, (IReadOnlyList<Draft>)p.Drafts));

    /// <summary>Asks for all drafts at once; each draft that arrives is entered before it is given out.</summary>
    public async IAsyncEnumerable<Draft> ReadAsync([EnumeratorCancellation] CancellationToken stop)
    {
        if (_model is null)
            yield break;
        PromptTokens = _asked.Sum(p => (long)_model.CountTokens(p.Passage.Text));
        await foreach (var draft in _model.WriteAsync([.. _asked.Select(p => p.Passage.Text)], _candidates, stop).ConfigureAwait(false))
        {
            var page = _asked[draft.Prompt];
            page.Drafts.Add(draft);
            _missing[page.Part]--;
            OutputTokens += draft.Tokens;
            yield return draft;
        }
    }
}
