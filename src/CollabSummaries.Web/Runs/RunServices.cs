using CollabSummaries.Summarization.Inference;
using CollabSummaries.Web.Editing.Writing;
using CollabSummaries.Web.Reviewing.Bullets;
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
        services.AddSingleton(builder.Configuration.GetSection("Inference").Get<InferenceOptions>() ?? new InferenceOptions());
        services.TryAddSingleton<SummaryWriting>();
        services.AddSingleton<RunFeed>();
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
}
