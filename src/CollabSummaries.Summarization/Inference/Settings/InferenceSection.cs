using System.ComponentModel.DataAnnotations;

namespace CollabSummaries.Summarization.Inference.Settings;

/// <summary>The section "Inference" of appsettings.json as somebody wrote it.</summary>
public sealed class InferenceSection
{
    /// <summary>Where models of this machine run: auto, cuda or cpu.</summary>
    public DeviceChoice Device { get; set; } = DeviceChoice.Auto;

    /// <summary>Name of the model runs take when nobody chooses one; null: the built-in one.</summary>
    public string? Model { get; set; }

    /// <summary>Further models by name; the built-in one is always there.</summary>
    public Dictionary<string, ModelOptions> Models { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Threads of a CPU graph; 0: one a core, at most 16.</summary>
    [Range(0, 256)]
    public int Threads { get; set; }

    /// <summary>Texts written at once. Memory for keys and values is taken for all of them at the start.</summary>
    [Range(1, 64)]
    public int Slots { get; set; } = 8;

    /// <summary>Tokens of one prompt and its answer together; null: 256 for the built-in model, 1,024 for others.</summary>
    [Range(128, 131_072)]
    public int? MaxTokens { get; set; }

    /// <summary>Memory of the card this process may take, in MiB; 0: what it needs.</summary>
    [Range(0, 1_048_576)]
    public int GpuMemoryLimit { get; set; }

    /// <summary>Folder of ONNX Runtime's GPU libraries, for a build without them; null: none.</summary>
    public string? NativeLibraries { get; set; }

    /// <summary>Compute gives way to everything else on the machine.</summary>
    public bool GiveWay { get; set; } = true;
}
