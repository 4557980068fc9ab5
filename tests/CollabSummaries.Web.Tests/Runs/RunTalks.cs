using System.Globalization;
using CollabSummaries.Web.Runs;
using CollabSummaries.Workspace.Runs;
using CollabSummaries.Workspace.Talks;

namespace CollabSummaries.Web.Tests.Runs;

/// <summary>Talks long enough for runs of several parts.</summary>
internal static class RunTalks
{
    private static readonly string[] Sentences =
    [
        "The harbor master ordered {0} new cranes because the old ones kept failing in winter storms.",
        "Engineers from the northern plant measured vibration in {0} turbines and replaced the worst bearings.",
        "A librarian discovered {0} forgotten letters behind the shelves of the reading room last autumn.",
        "Glacier water now feeds {0} villages downstream and the reservoir has never been emptier.",
        "The orchestra rehearsed {0} unknown pieces by a composer whose manuscripts survived the fire.",
        "Volunteers planted {0} apple trees along the abandoned railway and kept every one alive.",
        "The satellite returned {0} images of the southern coast before its battery finally gave out.",
        "Bakers in the old quarter agreed to close {0} ovens at night to save expensive electricity.",
        "Our survey asked {0} teachers about homework, and most of them wanted far less of it.",
        "Doctors compared {0} patients who walked daily with others who preferred swimming instead.",
        "The museum borrowed {0} paintings from private owners for its summer exhibition about light.",
        "Farmers lost {0} sheep to wolves, yet the council refused to allow any hunting this year.",
        "The compiler removed {0} useless branches and the whole program started noticeably faster.",
        "Divers counted {0} wrecks around the lighthouse, among them a steamer full of porcelain.",
        "Lawyers read {0} contracts aloud before the committee understood who owned the bridge.",
        "The brewery poured away {0} barrels after somebody confused salt with sugar again.",
        "Astronomers needed {0} clear nights to confirm that the comet had broken apart.",
        "The mayor promised {0} benches for the park, and citizens built most of them themselves.",
        "Programmers deleted {0} tests that could not fail and wrote honest ones in their place.",
        "A ferry carried {0} bicycles across the fjord during the strike of the bus drivers.",
    ];

    /// <summary>Three chapters of plain sentences, over 600 words, so that there are several parts.</summary>
    public static NewTalk OfThreeChapters(string title)
    {
        var segments = Enumerable.Range(0, 60).Select(i => new NewSegment(
            $"s{i}", i * 8_000, (i + 1) * 8_000, i % 2 == 0 ? "Ada" : "Grace",
            string.Format(CultureInfo.InvariantCulture, Sentences[(i * 7) % Sentences.Length], i + 3), i + 1, i + 1)).ToList();
        return new NewTalk(
            title, null, null, "import",
            new NewTranscript("talk.txt", "x"u8.ToArray(), "text", "utf-8", "en", segments, [new("First", 0), new("Second", 20), new("Third", 40)]),
            null);
    }

    /// <summary>Waits for the feed to say so; the store is asked first, because the feed is a hint.</summary>
    public static async Task<Run> UntilAsync(this RunFeed feed, RunStore runs, Run run, Func<Run, bool> isSo, CancellationToken stop)
    {
        var said = new TaskCompletionSource<Run>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        using var listening = feed.Subscribe(run.TalkId, x =>
        {
            if (x.Run.Id == run.Id && isSo(x.Run))
                said.TrySetResult(x.Run);
        });
        if (await runs.FindAsync(run.Id, stop) is { } now && isSo(now))
            return now;
        return await said.Task.WaitAsync(patience.Token);
    }
}
