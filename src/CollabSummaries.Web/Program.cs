using CollabSummaries.Summarization.Inference.Settings;
using CollabSummaries.Web.Accounts;
using CollabSummaries.Web.Editing;
using CollabSummaries.Web.Library;
using CollabSummaries.Web.Runs;
using CollabSummaries.Web.Shell;
using CollabSummaries.Web.Shell.Health;
using CollabSummaries.Web.Shell.Security;
using CollabSummaries.Web.Sharing;
using CollabSummaries.Workspace;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddSecurity();
builder.AddHost();
builder.AddAccounts();
builder.AddSharing();
builder.AddLibraryUpkeep();
builder.Services.AddEditing(builder.Configuration);
builder.AddRuns();
builder.AddPages();
builder.AddHealth();

var app = builder.Build();
try
{
    app.CheckRuns();
    await app.StartWorkspaceAsync(CancellationToken.None);
}
catch (Exception e) when (e is WorkspaceStartException or SettingsException)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}

app.UseSecurity();
app.UseHost();
app.MapStaticAssets().AllowAnonymous();
app.MapAccounts();
app.MapSharing();
app.MapEditing();
app.MapPages();
app.MapHealth();
await app.RunAsync();
return 0;
