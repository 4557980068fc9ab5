using System.ComponentModel.DataAnnotations;

namespace CollabSummaries.Web.Editing;

/// <summary>What the host's owner may set, under "Editing".</summary>
public sealed class EditingOptions
{
    /// <summary>People who edit one summary at once; more become readers until somebody leaves.</summary>
    [Range(1, 10_000)]
    public int MaxEditors { get; set; } = 100;

    /// <summary>Updates a second one person may make to one summary.</summary>
    [Range(1, 100_000)]
    public int EditsPerSecond { get; set; } = 50;

    /// <summary>Updates at once before that limit is felt.</summary>
    [Range(100, 1_000_000)]
    public int EditsBurst { get; set; } = 200;

    /// <summary>Open editors one person may have on this server.</summary>
    [Range(1, 100_000)]
    public int ConnectionsPerPerson { get; set; } = 20;

    /// <summary>Cursor moves a second one open editor may send; more are passed over.</summary>
    [Range(1, 1_000)]
    public int CursorsPerSecond { get; set; } = 10;

    /// <summary>Milliseconds at most between two deliveries of updates to the editors of a summary; less where they are few.</summary>
    [Range(0, 1_000)]
    public int FanOutMilliseconds { get; set; } = 30;

    /// <summary>Seconds between two heads said to everyone.</summary>
    [Range(1, 60)]
    public int HeartbeatSeconds { get; set; } = 5;
}
