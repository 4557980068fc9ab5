using System.ComponentModel.DataAnnotations;

namespace CollabSummaries.Summarization.Inference;

/// <summary>Where a model is asked to run.</summary>
public enum DeviceChoice
{
    /// <summary>On a CUDA card where one can be used, else on the CPU.</summary>
    Auto,
    Cpu,
    Cuda,
}

/// <summary>How one model is loaded on this machine.</summary>
public sealed class InferenceOptions
{
    public DeviceChoice Device { get; set; } = DeviceChoice.Auto;

    /// <summary>Folder of a model; null: the built-in one beside the assembly.</summary>
    public string? Model { get; set; }

    /// <summary>The graph's file in that folder; null: the one that suits the device.</summary>
    public string? GraphFile { get; set; }

    /// <summary>Threads of the CPU graph; 0: one a core, at most 16.</summary>
    [Range(0, 256)]
    public int Threads { get; set; }

    /// <summary>Texts written at once. Memory for keys and values is taken for all of them at the start.</summary>
    [Range(1, 64)]
    public int Slots { get; set; } = 8;

    /// <summary>Tokens of one prompt and its answer together.</summary>
    [Range(128, 131_072)]
    public int MaxTokens { get; set; } = 256;

    /// <summary>Memory of the card this process may take, in MiB; 0: what it needs.</summary>
    [Range(0, 1_048_576)]
    public int GpuMemoryLimit { get; set; }

    /// <summary>Folder of ONNX Runtime's GPU libraries, for a build without them; null: none.</summary>
    public string? NativeLibraries { get; set; }

    /// <summary>Compute gives way to everything else on the machine, so that a run never disturbs typing.</summary>
    public bool GiveWay { get; set; } = true;
}
