using CollabSummaries.Workspace.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CollabSummaries.Workspace;

/// <summary>Registration of what is kept.</summary>
public static class WorkspaceServices
{
    public static IServiceCollection AddWorkspace(this IServiceCollection services, WorkspaceOptions options)
    {
        var folder = Path.GetFullPath(options.DataFolder);
        services.AddDbContextFactory<SqliteWorkspaceContext>(o => o
            .UseSqlite($"Data Source={Path.Combine(folder, "collabsummaries.db")}")
            .AddInterceptors(new SqliteSettings()));
        services.AddSingleton(new WorkspaceFolder(folder));
        services.AddSingleton<WorkspaceWriter>();
        return services;
    }
}

/// <summary>The folder everything is kept in, absolute.</summary>
public sealed record WorkspaceFolder(string Path);
