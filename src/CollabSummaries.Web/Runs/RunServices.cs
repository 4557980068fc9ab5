using CollabSummaries.Summarization.Inference.Catalog;
using CollabSummaries.Summarization.Inference.Settings;
using CollabSummaries.Web.Editing.Writing;
using CollabSummaries.Web.Reviewing.Bullets;
using CollabSummaries.Web.Runs.Queue;
using CollabSummaries.Web.Runs.Record;
using CollabSummaries.Web.Runs.Rewriting;
using CollabSummaries.Web.Runs.Templates;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CollabSummaries.Web.Runs;

/// <summary>Runs: the model, the worker, what people ask.</summary>
internal static class RunServices
{
    public static void AddRuns(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        // Read before anything else starts (CheckRuns), from what is configured then: tests and command lines add to it.
        services.AddSingleton(s => ModelList.Read(s.GetRequiredService<IConfiguration>().GetSection("Inference").AsEnumerable(makePathsRelative: true).Where(x => x.Key.Length > 0), Environment.GetEnvironmentVariable));
        services.AddSingleton(s => new ModelCatalog(s.GetRequiredService<ModelList>(), Environment.GetEnvironmentVariable, s.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<SummaryWriting>();
        services.AddSingleton<RunFeed>();
        services.AddSingleton<RunPlaces>();
        services.AddSingleton<RunInput>();
        services.AddSingleton<RunLanding>();
        services.AddSingleton<RunWork>();
        services.AddSingleton<RunRequests>();
        services.AddSingleton<Suggestions>();
        services.AddSingleton<Replacing>();
        services.AddSingleton<RewriteRequests>();
        services.AddSingleton<TemplateEditing>();
        services.AddSingleton<RunRecords>();
        services.AddSingleton<EvidenceGiving>();
        services.AddSingleton<SummarizerSource>();
        services.AddHostedService(s => s.GetRequiredService<SummarizerSource>());
        services.AddHostedService<RunWorker>();
    }

    /// <summary>A mistake in the settings ends the start with sentences, instead of a run much later.</summary>
    /// <exception cref="SettingsException">The section Inference cannot be used.</exception>
    public static void CheckRuns(this WebApplication app) => app.Services.GetRequiredService<ModelList>();
}
