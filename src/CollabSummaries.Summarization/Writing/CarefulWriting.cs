using CollabSummaries.Summarization.Inference;
using CollabSummaries.Summarization.Selection;

namespace CollabSummaries.Summarization.Writing;

/// <summary>The built-in model's way: short passages, drafts behind the gate, else the quote. All parts' passages go to the model together.</summary>
internal sealed class CarefulWriting : IPartWriting
{
    private const int Candidates = 4, CandidatesAnew = 8;

    private readonly SummaryPlan _plan;
    private readonly SummaryRequest _request;
    private readonly InShort _inShort;
    private readonly DraftBook _drafts;
    private readonly BulletChoice _choice;
    private readonly IAsyncEnumerator<Draft> _writing;

    public static string Parameters(SummaryRequest request) =>
        $"Passages of 24 to 50 words; {(request.Rewriting is null ? Candidates : CandidatesAnew)} sentences on each, the first of the most probable words, the others at temperature 0.8, top-p 0.9, top-k 50; at most 50 tokens a sentence.";

    /// <param name="model">Null: quotes only.</param>
    public CarefulWriting(SummaryPlan plan, SummaryRequest request, BulletModel? model, CancellationToken stop)
    {
        (_plan, _request) = (plan, request);
        _inShort = new InShort(plan, request.Finished);
        _drafts = new DraftBook(plan, request.Finished, _inShort, model, request.Rewriting is null ? Candidates : CandidatesAnew);
        _choice = new BulletChoice(plan.Units, request.Segments);
        _writing = _drafts.ReadAsync(stop).GetAsyncEnumerator(stop);
    }

    public long PromptTokens => _drafts.PromptTokens;

    public long OutputTokens => _drafts.OutputTokens;

    public async Task<IReadOnlyList<Bullet>> WriteAsync(int part, IReadOnlyList<string> earlier, CancellationToken stop)
    {
        while (!_drafts.IsComplete(part) && await _writing.MoveNextAsync().ConfigureAwait(false))
        {
        }

        var (section, isOverview) = (_plan.Parts[part].Section.Title, _plan.Parts[part].IsOverview);
        var stands = _request.Rewriting?.Bullets[part].Text;
        var bullets = new List<Bullet>();
        foreach (var (passage, drafts) in _drafts.Of(part))
        {
            if (_inShort.Find(passage.Unit, section) is { } same)
            {
                bullets.Add(same);
                continue;
            }

            var fresh = drafts.Where(d => stands is null || !SameWords(d.Text, stands)).ToList();
            var bullet = _choice.Choose(passage, section, fresh, [.. earlier, .. bullets.Select(b => b.Text)]);
            bullets.Add(bullet with { Candidates = Recorded(bullet, fresh) });
            if (isOverview)
                _inShort.Keep(passage.Unit, bullets[^1]);
        }

        return bullets;
    }

    public ValueTask DisposeAsync() => _writing.DisposeAsync();

    /// <summary>The choice judges the surest first and notes a reason for each it refuses.</summary>
    private static List<Candidate> Recorded(Bullet bullet, List<Draft> drafts) =>
    [
        .. drafts.OrderByDescending(d => d.MeanLogProbability).ThenBy(d => d.Candidate)
            .Select((d, k) => new Candidate(d.Text, k < bullet.Notes.Count ? bullet.Notes[k] : k == bullet.Notes.Count && bullet.Kind == BulletKind.Written ? null : "not needed", Math.Round(d.MeanLogProbability, 3))),
    ];

    private static bool SameWords(string a, string b) => Reading.Term.Split(a, stem: false).SequenceEqual(Reading.Term.Split(b, stem: false));
}
