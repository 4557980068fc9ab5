using System.Diagnostics;
using CollabSummaries.Web.Runs;
using CollabSummaries.Web.Runs.Queue;
using CollabSummaries.Web.Tests.Shell;
using CollabSummaries.Workspace.Access;
using CollabSummaries.Workspace.Accounts;
using CollabSummaries.Workspace.Runs;
using CollabSummaries.Workspace.Talks;

namespace CollabSummaries.Web.Tests.Runs.Queue;

/// <summary>Several runs at once, with models chosen by name; the model answers talks about glaciers only once it is let.</summary>
public sealed class FairnessTests : IAsyncLifetime
{
    private const string Slow = "Glacier";
    private GatedModel _model = null!;
    private TestApp _app = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _model = await GatedModel.StartAsync(Slow, Stop);
        _app = new TestApp(
            ("Inference:Models:far:Endpoint", _model.Endpoint), ("Inference:Models:far:Model", "m"), ("Inference:Models:far:Parallel", "64"),
            ("Inference:Models:gone:Endpoint", "http://127.0.0.1:9/v1"), ("Inference:Models:gone:Model", "m"), ("Inference:Models:gone:Retries", "0"));
    }

    public async ValueTask DisposeAsync()
    {
        _model.Open();
        await _app.DisposeAsync();
        await _model.DisposeAsync();
    }

    [Fact]
    public async Task A_short_run_is_done_while_a_long_one_goes_on_also_when_one_person_asked_for_both()
    {
        var who = await PersonAsync();
        var slow = await StartAsync(who, Long("Long"));
        await _model.Arrived.WaitAsync(Stop);

        var own = await OverAsync(await StartAsync(who, Short()));
        var other = await OverAsync(await StartAsync(await PersonAsync(), Short()));

        Assert.Equal((RunState.Done, RunState.Done), (own.State, other.State));
        Assert.Equal(("far", $"server: {new Uri(_model.Endpoint).Authority} (m)"), (own.Model, own.Device));
        Assert.Equal(RunState.Running, (await _app.Get<RunStore>().FindAsync(slow.Id, Stop))!.State);
        _model.Open();
        Assert.Equal(RunState.Done, (await OverAsync(slow)).State);
    }

    [Fact]
    public async Task Who_waits_hears_how_many_are_before_and_moves_up_when_the_line_does()
    {
        var who = await PersonAsync();
        var places = new List<int?>();
        var first = await StartAsync(who, Long("Long"));
        var second = await StartAsync(who, Long("Long, too"));
        var third = await StartAsync(who, Long("Waiting"));
        await _app.Get<RunFeed>().UntilAsync(_app.Get<RunStore>(), second, x => x.State == RunState.Running, Stop);
        var fourth = await StartAsync(who, Short());
        using var listening = _app.Get<RunFeed>().Subscribe(fourth.TalkId, x =>
        {
            lock (places)
                places.Add(x.Before);
        });

        var before = await _app.Get<RunPlaces>().FindAsync(fourth.Id, Stop);
        await _app.Get<RunRequests>().StopAsync(who, third.Id, Stop);
        var after = await _app.Get<RunPlaces>().FindAsync(fourth.Id, Stop);

        Assert.Equal((1, 0), (before, after));
        lock (places)
            Assert.Equal(0, places[^1]);
        Assert.Null(await _app.Get<RunPlaces>().FindAsync(first.Id, Stop));
        _model.Open();
        Assert.Equal(RunState.Done, (await OverAsync(fourth)).State);
    }

    [Fact]
    public async Task Stopping_a_run_that_waits_for_its_model_ends_it_there_too()
    {
        var who = await PersonAsync();
        var run = await StartAsync(who, Long("Long"));
        await _model.Arrived.WaitAsync(Stop);

        var watch = Stopwatch.StartNew();
        await _app.Get<RunRequests>().StopAsync(who, run.Id, Stop);
        var over = await OverAsync(run);
        TestContext.Current.TestOutputHelper?.WriteLine($"stopped after {watch.ElapsedMilliseconds} ms");

        Assert.Equal(RunState.Stopped, over.State);
        await _model.Left.WaitAsync(Stop);
    }

    [Fact]
    public async Task A_chosen_model_that_cannot_be_used_fails_the_run_with_its_reason()
    {
        var who = await PersonAsync();

        var gone = await OverAsync(await StartAsync(who, Short(), "gone"));
        var broken = await OverAsync(await StartAsync(who, Short(), "no-model"));

        Assert.Equal((RunState.Failed, RunState.Failed), (gone.State, broken.State));
        Assert.Contains("The model m at http://127.0.0.1:9/v1 cannot be reached", gone.Error, StringComparison.Ordinal);
        Assert.Contains("The model no-model cannot be used: model folder", broken.Error, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => StartAsync(who, Short(), "nobody's"));
    }

    /// <summary>A talk of several parts, the word in each sentence, so that it is in every passage.</summary>
    private static NewTalk Long(string title)
    {
        var talk = RunTalks.OfThreeChapters(title);
        return talk with { Transcript = talk.Transcript with { Segments = [.. talk.Transcript.Segments.Select(s => s with { Text = $"{s.Text.TrimEnd('.')} near the {Slow}." })] } };
    }

    /// <summary>A talk of one part without the word.</summary>
    private static NewTalk Short()
    {
        var talk = RunTalks.OfThreeChapters("Short");
        return talk with { Transcript = talk.Transcript with { Segments = [.. talk.Transcript.Segments.Take(12).Where(s => !s.Text.Contains(Slow, StringComparison.Ordinal))], Chapters = [] } };
    }

    private async Task<Member> PersonAsync() => new((await _app.SignedInAsync(Role.Member, Stop)).AccountId, "Ada", 0);

    private async Task<Run> StartAsync(Who who, NewTalk talk, string model = "far") =>
        await _app.Get<RunRequests>().StartAsync(who, await _app.Get<TalkStore>().AddAsync(talk, Stop), 6, false, null, model, Stop);

    private Task<Run> OverAsync(Run run) => _app.Get<RunFeed>().UntilAsync(_app.Get<RunStore>(), run, x => x.State is RunState.Done or RunState.Failed or RunState.Stopped, Stop);
}
