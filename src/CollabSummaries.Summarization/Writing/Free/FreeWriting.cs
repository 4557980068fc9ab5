using CollabSummaries.Summarization.Inference.Chat;
using CollabSummaries.Summarization.Reading;
using CollabSummaries.Summarization.Selection;

namespace CollabSummaries.Summarization.Writing.Free;

/// <summary>
/// A larger model's way: it writes on passages of 60 to 120 words as the template says, a program checks what can be checked, and the model is asked whether each passage
/// says so. A few parts are written ahead, so that the model's places are used and a talk of any length takes the memory of those.
/// </summary>
internal sealed class FreeWriting : IPartWriting
{
    private const int Ahead = 3;
    private const double TooAlike = .6;

    private readonly SummaryPlan _plan;
    private readonly SummaryRequest _request;
    private readonly BulletChoice _quotes;
    private readonly SummaryTemplate _template;
    private readonly InShort _inShort;
    private readonly FreeAsking _asking;
    private readonly Queue<int> _waiting;
    private readonly Dictionary<int, Task<IReadOnlyList<Page>>> _underWay = [];
    private readonly CancellationTokenSource _left;

    public FreeWriting(SummaryPlan plan, SummaryRequest request, ChatModel model, CancellationToken stop)
    {
        (_plan, _request) = (plan, request);
        _quotes = new BulletChoice(plan.Units, request.Segments);
        // A bullet written anew stays under its heading, so headings of the template have nothing to say.
        _template = request.Rewriting is null ? request.Template : request.Template with { Sections = [] };
        _inShort = new InShort(plan, request.Finished);
        _asking = new FreeAsking(model, _template, request.Rewriting?.Seed);
        _waiting = new(Enumerable.Range(0, plan.Parts.Count).Where(p => !request.Finished.ContainsKey(p)));
        _left = CancellationTokenSource.CreateLinkedTokenSource(stop);
    }

    public static string Parameters(SummaryRequest request) =>
        $"Passages of 60 to 120 words, {(request.Template.Sections.Count > 0 && request.Rewriting is null ? "the whole talk" : "around chosen sentences")}; "
        + (request.Rewriting is { Seed: var seed } ? $"temperature 0.7, top-p 0.9, seed {seed}" : "first the most probable words, where that came to nothing good temperature 0.7, top-p 0.9, seed 2")
        + $"; at most {request.Template.Words} words a bullet; each sentence is put to the model again with its passage.";

    public long PromptTokens => _asking.PromptTokens;

    public long OutputTokens => _asking.OutputTokens;

    public async Task<IReadOnlyList<Bullet>> WriteAsync(int part, IReadOnlyList<string> earlier, CancellationToken stop)
    {
        while (_underWay.Count < Ahead && _waiting.TryDequeue(out var next))
            _underWay[next] = StartAsync(next);
        var pages = await _underWay[part].WaitAsync(stop).ConfigureAwait(false);
        _underWay.Remove(part);
        return Choose(part, pages, earlier);
    }

    public async ValueTask DisposeAsync()
    {
        await _left.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(_underWay.Values.Select(t => t.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default))).ConfigureAwait(false);
        _left.Dispose();
    }

    private Task<IReadOnlyList<Page>> StartAsync(int part)
    {
        var said = _request.Said.Select(Term.Of).ToList();
        return _asking.WriteAsync(PassagesOf(part), text => Alike(text, part, said), _left.Token);
    }

    private List<Passage> PassagesOf(int part)
    {
        var (section, chosen) = (_plan.Parts[part].Section, _plan.Parts[part].Chosen);
        return _template.Sections.Count > 0 ? LongPassage.Tile(_plan.Units, section)
            : [.. chosen.Where(unit => _plan.Parts[part].IsOverview || !_inShort.Holds(unit)).Select(unit => LongPassage.Around(_plan.Units, _plan.SectionOf(unit), unit))];
    }

    private List<Bullet> Choose(int part, IReadOnlyList<Page> pages, IReadOnlyList<string> earlier)
    {
        var title = _plan.Parts[part].Section.Title;
        var bullets = _plan.Parts[part].Chosen.Select(unit => (Unit: unit, Worth: 0.0, Bullet: _inShort.Find(unit, title))).Where(x => x.Bullet is not null).ToList();
        var said = earlier.Concat(bullets.Select(x => x.Bullet!.Text)).Select(Term.Of).ToList();
        foreach (var page in pages)
        {
            var claims = page.Claims.Select(c => c with { Refusal = c.Refusal ?? Alike(c.Text, part, said) }).OrderByDescending(c => c.Worth).ToList();
            foreach (var group in _template.Sections.Count > 0 ? claims.GroupBy(c => c.Section).Select(g => g.ToList()) : [claims])
            {
                if (Bullet(part, page.Passage, group) is not { } made)
                    continue;
                bullets.Add((page.Passage.Unit, group.Count > 0 ? group[0].Worth : 0, made));
                said.Add(Term.Of(made.Text));
                if (_plan.Parts[part].IsOverview)
                    _inShort.Keep(page.Passage.Unit, made);
            }
        }

        if (_template.Sections.Count == 0)
            return [.. bullets.OrderBy(b => b.Unit).Select(b => b.Bullet!)];
        // The whole part was read, so there may be more than were asked for: the best supported stay, in order of the talk.
        var kept = bullets.OrderByDescending(b => b.Worth).Take(_plan.Parts[part].Chosen.Count).Select(b => b.Bullet!).ToHashSet();
        return [.. bullets.Select(b => b.Bullet!).Where(kept.Contains)];
    }

    private string? Alike(string text, int part, List<List<string>> said)
    {
        var words = Term.Of(text);
        return said.Exists(s => Overlap.RougeL(s, words) > TooAlike) ? "it says what another bullet says"
            : _request.Rewriting is { } rewriting && Term.Of(rewriting.Bullets[part].Text).SequenceEqual(words) ? "it is the bullet that stands there" : null;
    }

    /// <summary>The best claim, where it may be shown; else the quote, except under a heading of the template, where there is simply nothing.</summary>
    private Bullet? Bullet(int part, Passage passage, List<Claim> claims)
    {
        var shown = claims.FirstOrDefault(c => c.Refusal is null && (c.Support.State != SupportState.Unsupported || _template.KeepUnsupported));
        var candidates = claims.Select(c => new Candidate(c.Text, ReferenceEquals(c, shown) ? null : c.Refusal ?? c.Reason ?? "not needed", null)).ToList();
        var title = _plan.Parts[part].Section.Title;
        List<string> notes = [.. candidates.Select(c => c.Refusal).OfType<string>()];
        if (shown is not null)
        {
            var text = char.ToUpperInvariant(shown.Text[0]) + shown.Text[1..];
            var evidence = SpokenEvidence.Of(text, passage, _plan.Units, _request.Segments);
            return new Bullet(text, shown.Section ?? title, BulletKind.Written, evidence, shown.Support, notes) { Candidates = candidates, Reason = shown.Reason };
        }

        if (_template.Sections.Count > 0)
            return null;
        var quote = _quotes.Choose(passage, title, [], []);
        return quote with { Notes = notes, Candidates = candidates };
    }
}
