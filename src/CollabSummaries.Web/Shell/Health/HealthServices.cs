using CollabSummaries.Workspace;
using CollabSummaries.Workspace.Writing;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CollabSummaries.Web.Shell.Health;

/// <summary>What a supervisor asks: /health/live (the process answers) and /health/ready (it can keep edits; not while shutting down).</summary>
internal static class HealthServices
{
    public static void AddHealth(this WebApplicationBuilder builder) =>
        builder.Services.AddHealthChecks().AddCheck<WriteCheck>("write").AddCheck<RunningCheck>("running");

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
    }
}

/// <summary>Whether an edit could be kept now: room on the disk, and a real write through the writer. Asked often, it looks once in two seconds.</summary>
internal sealed class WriteCheck(WorkspaceWriter writer, WorkspaceFolder folder, TimeProvider time) : IHealthCheck
{
    private const long LeastRoom = 100L << 20;

    private long _lastAsked;
    private HealthCheckResult? _last;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (_last is { } known && time.GetElapsedTime(_lastAsked) < TimeSpan.FromSeconds(2))
            return known;
        var found = await LookAsync(cancellationToken);
        (_lastAsked, _last) = (time.GetTimestamp(), found);
        return found;
    }

    private async Task<HealthCheckResult> LookAsync(CancellationToken stop)
    {
        var room = new DriveInfo(folder.Path).AvailableFreeSpace;
        if (room < LeastRoom)
            return HealthCheckResult.Unhealthy($"The disk of the data folder has {room >> 20} MiB left.");
        try
        {
            await writer.WriteAsync(c => c.Database.ExecuteSqlAsync($"UPDATE __EFMigrationsHistory SET ProductVersion = ProductVersion", CancellationToken.None), stop);
            return HealthCheckResult.Healthy();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy("The database takes no writes.", e);
        }
    }
}

/// <summary>Not ready from the moment somebody asked the process to end.</summary>
internal sealed class RunningCheck(IHostApplicationLifetime lifetime) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(lifetime.ApplicationStopping.IsCancellationRequested ? HealthCheckResult.Unhealthy("Shutting down.") : HealthCheckResult.Healthy());
}
