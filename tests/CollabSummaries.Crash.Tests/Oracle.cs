using System.Text.RegularExpressions;
using CollabSummaries.Crash.Tests.Hosting;

namespace CollabSummaries.Crash.Tests;

/// <summary>What must be true of a talk once all its editors are at rest.</summary>
internal static partial class Oracle
{
    /// <summary>All texts are what the rows give, and nothing acknowledged is missing.</summary>
    public static async Task CheckAsync(KeptFolder folder, EditingOutcome outcome, CancellationToken stop)
    {
        Assert.True(outcome.Failure is null, $"seed {outcome.Seed}: {outcome.Failure}");
        Assert.Null(await folder.FindFaultAsync(outcome.TalkId, outcome.Promised, stop));
        var text = await folder.TextAsync(outcome.TalkId, stop);
        Assert.All(outcome.Texts, x => Assert.Equal(text, x));
    }

    /// <summary>Every word typed stands in the text once.</summary>
    public static void CheckWords(EditingOutcome outcome) =>
        Assert.Equal(outcome.Words.Order(StringComparer.Ordinal), Word().Matches(outcome.Texts[0]).Select(x => x.Value).Order(StringComparer.Ordinal));

    [GeneratedRegex("<[^<>]*>")]
    private static partial Regex Word();
}
