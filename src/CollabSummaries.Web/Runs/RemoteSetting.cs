using CollabSummaries.Summarization.Inference.Chat;

namespace CollabSummaries.Web.Runs;

/// <summary>The model on another server that settings name: "Inference:Model" is the name of an entry of "Inference:Models" with an Endpoint.</summary>
internal static class RemoteSetting
{
    /// <summary>Null: none is named, the model is one of this machine.</summary>
    public static RemoteOptions? Find(IConfiguration configuration)
    {
        var models = configuration.GetSection("Inference:Models");
        return configuration["Inference:Model"] is { Length: > 0 } name && models.GetSection(name) is { } entry && entry["Endpoint"] is not null ? entry.Get<RemoteOptions>() : null;
    }
}
