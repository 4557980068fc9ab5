using System.Text.RegularExpressions;
using CollabSummaries.Summarization.Inference.Chat;

namespace CollabSummaries.Summarization.Inference.Settings;

/// <summary>A model of the settings, checked: it has one of the two.</summary>
/// <param name="Local">How it is loaded on this machine.</param>
/// <param name="Remote">Where it is asked.</param>
public sealed record ModelChoice(string Name, InferenceOptions? Local, RemoteOptions? Remote);

/// <summary>The models of a server, as its settings name them. The built-in one is always among them.</summary>
/// <param name="Default">Name of the one runs take when nobody chooses.</param>
public sealed partial record ModelList(IReadOnlyList<ModelChoice> Models, string Default)
{
    /// <summary>Name of the model that travels with the product.</summary>
    public const string BuiltIn = BuiltInModel.Name;

    private static readonly string[] s_taken = [BuiltIn, "built-in", "quotes"];

    /// <summary>Reads the section and checks all of it; nothing is opened or asked over the network.</summary>
    /// <param name="values">Names below "Inference", parts divided by colons.</param>
    /// <param name="environment">Reads an environment variable; null where it is not set.</param>
    /// <exception cref="SettingsException">Something is wrong; the message lists everything that is.</exception>
    public static ModelList Read(IEnumerable<KeyValuePair<string, string?>> values, Func<string, string?> environment)
    {
        var (section, problems) = (new InferenceSection(), new List<string>());
        new SettingsReader(problems).Read(section, "Inference", [.. values]);
        if (section.NativeLibraries is { } libraries && !Directory.Exists(libraries))
            problems.Add($"Inference:NativeLibraries names the folder \"{libraries}\", which does not exist; write the folder that holds ONNX Runtime's GPU libraries, or leave it out");
        var models = new List<ModelChoice> { new(BuiltIn, LocalOf(section, new ModelOptions(), null), null) };
        foreach (var (name, options) in section.Models.OrderBy(m => m.Key, StringComparer.OrdinalIgnoreCase))
            models.Add(Checked(name, options, section, environment, problems));
        var chosen = models.Find(m => string.Equals(m.Name, section.Model ?? BuiltIn, StringComparison.OrdinalIgnoreCase));
        if (chosen is null)
            problems.Add($"Inference:Model is \"{section.Model}\", which is no model under Inference:Models; known are {string.Join(", ", models.Select(m => m.Name))}");
        return problems.Count == 0 ? new ModelList(models, chosen!.Name) : throw new SettingsException(problems);
    }

    public ModelChoice? Find(string name) => Models.FirstOrDefault(m => string.Equals(m.Name, name, StringComparison.OrdinalIgnoreCase));

    private static ModelChoice Checked(string name, ModelOptions options, InferenceSection section, Func<string, string?> environment, List<string> problems)
    {
        var place = $"Inference:Models:{name}";
        if (!Names().IsMatch(name))
            problems.Add($"{place}: a model's name has 1 to 60 letters, digits, spaces and . _ - /");
        if (s_taken.Contains(name, StringComparer.OrdinalIgnoreCase))
            problems.Add($"{place}: the name \"{name}\" is taken by the product itself; give the model another one");
        if (options is { Folder: null, Endpoint: null })
            problems.Add($"{place} has neither Folder nor Endpoint; write the folder of a model on this machine, or the address of a server that has it");
        if (options is { Folder: not null, Endpoint: not null })
            problems.Add($"{place} has both Folder and Endpoint; a model is on this machine or on another server. If these are two models, give them two names");
        if (options.Folder is { } folder)
            CheckFolder(place, folder, options.GraphFile, problems);
        var remote = options.Endpoint is null ? null : new RemoteOptions
        {
            Endpoint = options.Endpoint, Model = options.Model ?? "", ApiKeyVariable = options.ApiKeyVariable,
            Timeout = options.Timeout, Parallel = options.Parallel, Retries = options.Retries,
        };
        problems.AddRange(remote?.Problems().Select(p => $"{place}: {p}") ?? []);
        if (options.ApiKeyVariable is { } variable)
            CheckKey(place, variable, environment, problems);
        return new ModelChoice(name, remote is null ? LocalOf(section, options, options.Folder) : null, remote);
    }

    private static void CheckFolder(string place, string folder, string? graphFile, List<string> problems)
    {
        if (!Directory.Exists(folder))
            problems.Add($"{place}:Folder \"{Path.GetFullPath(folder)}\" does not exist; write the folder that holds the model's graph and tokenizer.json");
        else if (graphFile is not null && !File.Exists(Path.Combine(folder, graphFile)))
            problems.Add($"{place}:GraphFile \"{graphFile}\" does not exist in that folder; leave it out to take the one that suits the device");
    }

    private static void CheckKey(string place, string variable, Func<string, string?> environment, List<string> problems)
    {
        // What does not look like a variable's name may be a key: it is not repeated.
        if (!Variables().IsMatch(variable))
            problems.Add($"{place}:ApiKeyVariable is no name of an environment variable; keys themselves never stand in settings, put the key into a variable and write its name here");
        else if (string.IsNullOrWhiteSpace(environment(variable)))
            problems.Add($"{place}:ApiKeyVariable names {variable}, which is not set where this program runs; set it to the key, or leave the line out if that server wants none");
    }

    private static InferenceOptions LocalOf(InferenceSection section, ModelOptions model, string? folder) => new()
    {
        Model = folder is null ? null : Path.GetFullPath(folder),
        GraphFile = model.GraphFile,
        Device = section.Device,
        Threads = section.Threads,
        Slots = model.Slots ?? section.Slots,
        MaxTokens = model.MaxTokens ?? section.MaxTokens ?? (folder is null ? 256 : 1024),
        GpuMemoryLimit = section.GpuMemoryLimit,
        NativeLibraries = section.NativeLibraries,
        GiveWay = section.GiveWay,
    };

    [GeneratedRegex(@"^[\p{L}\p{Nd}._/-](?:[\p{L}\p{Nd} ._/-]{0,58}[\p{L}\p{Nd}._/-])?$")]
    private static partial Regex Names();

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]{0,63}$")]
    private static partial Regex Variables();
}
