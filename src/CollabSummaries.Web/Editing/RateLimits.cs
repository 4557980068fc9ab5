using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace CollabSummaries.Web.Editing;

/// <summary>How many updates one person makes to one summary.</summary>
internal sealed class RateLimits(IOptions<EditingOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<(string AuthorKey, string TalkId)> _edits = PartitionedRateLimiter.Create<(string, string), (string, string)>(
        who => RateLimitPartition.GetTokenBucketLimiter(who, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = options.Value.EditsBurst,
            TokensPerPeriod = Math.Max(1, options.Value.EditsPerSecond / 10),
            ReplenishmentPeriod = TimeSpan.FromMilliseconds(100),
            QueueLimit = 0,
            AutoReplenishment = true,
        }));

    /// <summary>Milliseconds to wait before so many updates are welcome; null: they are now.</summary>
    public int? WaitFor(string authorKey, string talkId, int updates)
    {
        using var lease = _edits.AttemptAcquire((authorKey, talkId), updates);
        return lease.IsAcquired ? null
            : lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(20, (int)after.TotalMilliseconds) : 1000;
    }

    public void Dispose() => _edits.Dispose();
}
