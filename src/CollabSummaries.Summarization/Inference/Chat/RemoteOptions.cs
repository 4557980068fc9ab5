using System.ComponentModel.DataAnnotations;

namespace CollabSummaries.Summarization.Inference.Chat;

/// <summary>A model on another server that speaks the OpenAI protocol: vLLM, Ollama, llama.cpp, Azure, OpenAI.</summary>
public sealed class RemoteOptions
{
    /// <summary>Address up to the version, for example http://gpu-machine:8000/v1.</summary>
    [Required]
    public Uri? Endpoint { get; set; }

    /// <summary>Name of the model as that server knows it.</summary>
    [Required, MinLength(1)]
    public string Model { get; set; } = "";

    /// <summary>Name of the environment variable that holds the key; null: the server wants none. The key itself never stands in a settings file.</summary>
    public string? ApiKeyVariable { get; set; }

    /// <summary>Seconds one answer may take, retries included; when streaming, seconds without a word.</summary>
    [Range(1, 3600)]
    public int Timeout { get; set; } = 120;

    /// <summary>Requests under way at once.</summary>
    [Range(1, 256)]
    public int Parallel { get; set; } = 8;

    /// <summary>How often a request is sent again when the server is busy or fails; it is asked to say when (Retry-After).</summary>
    [Range(0, 10)]
    public int Retries { get; set; } = 3;

    /// <returns>What is wrong, as sentences; empty when nothing is.</returns>
    public IReadOnlyList<string> Problems()
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(this, new ValidationContext(this), results, validateAllProperties: true);
        var problems = results.Select(r => r.ErrorMessage ?? "a remote model is set up wrongly").ToList();
        if (Endpoint is { } address && (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https")))
            problems.Add($"Endpoint '{address}' is no http or https address");
        if (Endpoint is { IsAbsoluteUri: true, UserInfo.Length: > 0 })
            problems.Add("Endpoint must not hold a password; name an environment variable in ApiKeyVariable");
        return problems;
    }
}
