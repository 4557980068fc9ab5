namespace CollabSummaries.Web.Editing;

/// <summary>What the host says about editing, without text of talks.</summary>
internal static partial class Log
{
    [LoggerMessage(4001, LogLevel.Warning, "The summary of talk {TalkId} was written by somebody else meanwhile; it is opened again.")]
    public static partial void SummaryMovedOn(this ILogger logger, Exception conflict, string talkId);

    [LoggerMessage(4002, LogLevel.Error, "Changes to the summary of talk {TalkId} could not be written; their authors send them again.")]
    public static partial void SummaryNotWritten(this ILogger logger, Exception failure, string talkId);

    [LoggerMessage(4003, LogLevel.Error, "The summary of talk {TalkId} could not be opened from its log.")]
    public static partial void SummaryNotOpened(this ILogger logger, Exception failure, string talkId);

    [LoggerMessage(4004, LogLevel.Error, "A round of the editing sessions' housekeeping failed; the next one comes.")]
    public static partial void HousekeepingFailed(this ILogger logger, Exception failure);
}
