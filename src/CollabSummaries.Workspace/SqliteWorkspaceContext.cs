using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Microsoft.Extensions.DependencyInjection;

namespace CollabSummaries.Workspace;

/// <summary>The embedded database. Moments are kept as UTC milliseconds, because SQLite cannot compare DateTimeOffset.</summary>
public sealed class SqliteWorkspaceContext(DbContextOptions<SqliteWorkspaceContext> options) : WorkspaceContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<MillisecondsConverter>();

    private sealed class MillisecondsConverter() : ValueConverter<DateTimeOffset, long>(
        x => x.ToUnixTimeMilliseconds(), x => DateTimeOffset.FromUnixTimeMilliseconds(x));
}

/// <summary>For the migration tool only: the same registration as the product's, so that it sees the same tables.</summary>
internal sealed class SqliteWorkspaceContextFactory : IDesignTimeDbContextFactory<SqliteWorkspaceContext>
{
    public SqliteWorkspaceContext CreateDbContext(string[] args) =>
        new ServiceCollection().AddWorkspace(new WorkspaceOptions()).BuildServiceProvider()
            .GetRequiredService<IDbContextFactory<SqliteWorkspaceContext>>().CreateDbContext();
}
