using CollabSummaries.Workspace.Log;

namespace CollabSummaries.Workspace.Talks;

internal static class SummaryStart
{
    public static Task StartAsync(WorkspaceContext context, string talkId, string authorKey, string? text, DateTimeOffset at)
    {
        context.Add(new SummaryHead { TalkId = talkId, Version = 0, Hash = new byte[32] });
        return Task.CompletedTask;
    }
}
