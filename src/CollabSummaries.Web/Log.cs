namespace CollabSummaries.Web;

/// <summary>Every sentence this program logs. None holds text of talks, secrets of links, or what somebody typed.</summary>
internal static partial class Log
{
    [LoggerMessage(100, LogLevel.Warning, "A page of another site tried to reach a {Kind} here and was refused.")]
    public static partial void ForeignOrigin(ILogger logger, string kind);

    [LoggerMessage(101, LogLevel.Information, "The sample talk was added to the empty library.")]
    public static partial void SampleAdded(ILogger logger);

    [LoggerMessage(102, LogLevel.Error, "The sample talk could not be read: {Reason}")]
    public static partial void SampleRefused(ILogger logger, string reason);

    [LoggerMessage(103, LogLevel.Information, "{Count} talks had lain in the bin for 30 days and are gone for good.")]
    public static partial void Purged(ILogger logger, int count);

    [LoggerMessage(104, LogLevel.Warning, "Counts of opened links could not be kept and will be tried again.")]
    public static partial void ViewsNotKept(ILogger logger, Exception reason);

    [LoggerMessage(105, LogLevel.Error, "Emptying the bin failed and will be tried again.")]
    public static partial void PurgeFailed(ILogger logger, Exception reason);

    [LoggerMessage(106, LogLevel.Information, "The model {Model} is ready on {Device}.")]
    public static partial void ModelReady(ILogger logger, string model, string device);

    [LoggerMessage(107, LogLevel.Warning, "The model {Model} cannot be used: {Why}")]
    public static partial void NoModel(ILogger logger, string model, string why);

    [LoggerMessage(108, LogLevel.Error, "Loading the model failed.")]
    public static partial void ModelBroke(ILogger logger, Exception reason);

    [LoggerMessage(109, LogLevel.Warning, "Run {RunId} was taken over by another worker.")]
    public static partial void RunLost(ILogger logger, string runId);

    [LoggerMessage(110, LogLevel.Error, "Run {RunId} failed on part {Part}.")]
    public static partial void RunFailed(ILogger logger, Exception reason, string runId, int part);

    [LoggerMessage(111, LogLevel.Error, "Taking up a run failed; it is tried again.")]
    public static partial void WorkerFailed(ILogger logger, Exception reason);

    [LoggerMessage(112, LogLevel.Warning, "The model of run {RunId} failed on part {Part}; the run says why.")]
    public static partial void ModelFailed(ILogger logger, string runId, int part);

    [LoggerMessage(4001, LogLevel.Warning, "The summary of talk {TalkId} was written by somebody else meanwhile; it is opened again.")]
    public static partial void SummaryMovedOn(this ILogger logger, Exception conflict, string talkId);

    [LoggerMessage(4002, LogLevel.Error, "Changes to the summary of talk {TalkId} could not be written; their authors send them again.")]
    public static partial void SummaryNotWritten(this ILogger logger, Exception failure, string talkId);

    [LoggerMessage(4003, LogLevel.Error, "The summary of talk {TalkId} could not be opened from its log.")]
    public static partial void SummaryNotOpened(this ILogger logger, Exception failure, string talkId);

    [LoggerMessage(4004, LogLevel.Error, "A round of the editing sessions' housekeeping failed; the next one comes.")]
    public static partial void HousekeepingFailed(this ILogger logger, Exception failure);
}
