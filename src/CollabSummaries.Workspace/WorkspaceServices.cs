using CollabSummaries.Workspace.Accounts;
using CollabSummaries.Workspace.Log;
using CollabSummaries.Workspace.Runs;
using CollabSummaries.Workspace.Sharing;
using CollabSummaries.Workspace.Talks;
using CollabSummaries.Workspace.Templates;
using CollabSummaries.Workspace.Writing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CollabSummaries.Workspace;

/// <summary>Registration of what is kept.</summary>
public static class WorkspaceServices
{
    public static IServiceCollection AddWorkspace(this IServiceCollection services, WorkspaceOptions options)
    {
        var folder = new WorkspaceFolder(Path.GetFullPath(options.DataFolder));
        services.TryAddSingleton(TimeProvider.System);
        services.Configure<IdentityOptions>(o => o.Stores.SchemaVersion = IdentitySchemaVersions.Version3); // decides which tables there are
        services.AddDbContextFactory<SqliteWorkspaceContext>(o => o
            .UseSqlite($"Data Source={folder.Database}")
            .AddInterceptors(new SqliteSettings()));
        services.AddSingleton(folder);
        services.AddSingleton<WorkspaceStart>();
        services.AddSingleton<WorkspaceWriter>();
        services.AddSingleton<TalkStore>();
        services.AddSingleton<TranscriptStore>();
        services.TryAddSingleton<SummaryLog>();
        services.TryAddSingleton<EvidenceStore>();
        services.AddSingleton<RunQueue>();
        services.AddSingleton<RunStore>();
        services.AddSingleton<TemplateStore>();
        services.AddSingleton<LinkStore>();
        services.AddSingleton<InvitationStore>();
        services.AddSingleton<PeopleStore>();
        return services;
    }
}

/// <summary>The folder everything is kept in, absolute.</summary>
public sealed record WorkspaceFolder(string Path)
{
    /// <summary>The database file.</summary>
    public string Database => System.IO.Path.Combine(Path, "collabsummaries.db");

    /// <summary>The keys that sign cookies.</summary>
    public string Keys => System.IO.Path.Combine(Path, "keys");
}
