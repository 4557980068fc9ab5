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
}
