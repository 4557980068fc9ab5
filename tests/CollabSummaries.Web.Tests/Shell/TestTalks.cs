using CollabSummaries.Editing;
using CollabSummaries.Workspace;
using CollabSummaries.Workspace.Log;
using CollabSummaries.Workspace.Sharing;
using CollabSummaries.Workspace.Writing;
using Microsoft.EntityFrameworkCore;

namespace CollabSummaries.Web.Tests.Shell;

/// <summary>Brings a talk into a state a test begins with, through the store.</summary>
internal static class TestTalks
{
    /// <summary>The first bullet of the summary rests on the piece from now on.</summary>
    public static async Task GiveEvidenceAsync(this TestApp app, string talkId, PassagePiece piece, CancellationToken stop)
    {
        var summary = (await app.Get<SummaryLog>().OpenAsync(talkId, stop))!.State;
        var bullet = summary.Bullets.Bullets[0];
        var row = new KeptEvidence
        {
            Id = Ids.New(), TalkId = talkId, BulletId = bullet.Id, FromVersion = summary.Version, GivenFor = bullet.Text,
            Passages = Passages.ToJson([piece]), Support = "supported", Score = 1, Kind = "linked", GivenBy = "import",
        };
        await app.Get<WorkspaceWriter>().WriteAsync(c => { c.Add(row); return Task.CompletedTask; }, stop);
    }

    /// <summary>One update that adds text at the end.</summary>
    public static async Task AppendAsync(this TestApp app, string talkId, string text, CancellationToken stop)
    {
        var opened = (await app.Get<SummaryLog>().OpenAsync(talkId, stop))!;
        var length = opened.State.Text.Length;
        var update = new Update($"test-{Ids.New()}", 0, ChangeSet.Replace(length, length, length, text));
        var row = new NewRow(update, update.Changes.ToJson(), "import", UpdateKind.Edit);
        await app.Get<SummaryLog>().AppendAsync(new LogAppend(talkId, opened.State.Version, opened.Hash, [row], EvidenceStep.None, null), stop);
    }

    public static Task ExpireAsync(this TestApp app, ShareLink link, CancellationToken stop)
    {
        var past = DateTimeOffset.UtcNow.AddMinutes(-1);
        return app.Get<WorkspaceWriter>().WriteAsync(
            c => c.ShareLinks.Where(x => x.Id == link.Id).ExecuteUpdateAsync(x => x.SetProperty(l => l.ExpiresAt, past), CancellationToken.None), stop);
    }
}
