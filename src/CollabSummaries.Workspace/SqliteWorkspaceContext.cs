using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CollabSummaries.Workspace;

/// <summary>The embedded database. Moments are kept as UTC milliseconds, because SQLite cannot compare DateTimeOffset.</summary>
public sealed class SqliteWorkspaceContext(DbContextOptions<SqliteWorkspaceContext> options) : WorkspaceContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<MillisecondsConverter>();

    private sealed class MillisecondsConverter() : ValueConverter<DateTimeOffset, long>(
        x => x.ToUnixTimeMilliseconds(), x => DateTimeOffset.FromUnixTimeMilliseconds(x));
}

/// <summary>For the migration tool only.</summary>
internal sealed class SqliteWorkspaceContextFactory : IDesignTimeDbContextFactory<SqliteWorkspaceContext>
{
    public SqliteWorkspaceContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteWorkspaceContext>().UseSqlite("Data Source=design.db").Options);
}
