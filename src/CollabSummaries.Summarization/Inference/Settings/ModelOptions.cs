using System.ComponentModel.DataAnnotations;

namespace CollabSummaries.Summarization.Inference.Settings;

/// <summary>One model as written under "Inference:Models": a folder on this machine, or a model on another server.</summary>
public sealed class ModelOptions
{
    /// <summary>A model folder on this machine. A relative path counts from the working directory.</summary>
    public string? Folder { get; set; }

    /// <summary>The graph's file in that folder, where it holds several; null: the one that suits the device.</summary>
    public string? GraphFile { get; set; }

    /// <summary>Texts written at once by this model; null: Inference:Slots.</summary>
    [Range(1, 64)]
    public int? Slots { get; set; }

    /// <summary>Tokens of one prompt and its answer together; null: Inference:MaxTokens.</summary>
    [Range(128, 131_072)]
    public int? MaxTokens { get; set; }

    /// <summary>Address of a server that speaks the OpenAI protocol, up to the version: http://gpu-machine:8000/v1.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>The model's name on that server.</summary>
    public string? Model { get; set; }

    /// <summary>Name of the environment variable that holds the key; null: the server wants none.</summary>
    public string? ApiKeyVariable { get; set; }

    /// <summary>Seconds one answer may take.</summary>
    [Range(1, 3600)]
    public int Timeout { get; set; } = 120;

    /// <summary>Requests under way at once.</summary>
    [Range(1, 256)]
    public int Parallel { get; set; } = 8;

    /// <summary>How often a request is sent again when the server is busy or fails.</summary>
    [Range(0, 10)]
    public int Retries { get; set; } = 3;
}
