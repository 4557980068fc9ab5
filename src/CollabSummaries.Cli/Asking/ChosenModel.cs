using CollabSummaries.Summarization.Inference;
using CollabSummaries.Summarization.Inference.Chat;
using CollabSummaries.Summarization.Inference.Settings;

namespace CollabSummaries.Cli.Asking;

/// <summary>A model as chosen on the command line: the built-in one, a folder, or one the settings of the server name.</summary>
/// <param name="Name">"built-in", a folder, or a name under Inference:Models.</param>
/// <param name="Device">Null: as the settings say.</param>
/// <param name="Settings">The settings file; null: appsettings.json of the working directory, where there is one.</param>
internal sealed record ChosenModel(string Name, DeviceChoice? Device, string? Settings)
{
    private const string BuiltIn = "built-in", UsualSettings = "appsettings.json";

    /// <summary>Loads it. A built-in model that cannot be used is told by its problem; one chosen by hand is an error.</summary>
    /// <exception cref="CommandException">There is no such model, or it cannot be used.</exception>
    public async Task<ModelOutcome> OpenAsync(CancellationToken stop)
    {
        var choice = Find();
        if (choice.Local is { } local)
            (local.Device, local.GiveWay) = (Device ?? local.Device, false);
        var outcome = await Task.Run(() => Open(choice, stop), stop);
        return outcome.Problem is { } problem && Name != BuiltIn ? throw new CommandException($"--model {Name}: {problem}") : outcome;
    }

    public static DeviceChoice DeviceOf(string text) => text switch
    {
        "auto" => DeviceChoice.Auto,
        "cpu" => DeviceChoice.Cpu,
        "cuda" => DeviceChoice.Cuda,
        _ => throw new CommandException($"--device takes auto, cpu or cuda, not '{text}'"),
    };

    private static ModelOutcome Open(ModelChoice choice, CancellationToken stop)
    {
        try
        {
            return choice.Local is { } local
                ? ModelLoading.Load(choice.Name, local, Tell, stop)
                : new ModelOutcome(null, ChatModel.Remote(choice.Name, choice.Remote!, Environment.GetEnvironmentVariable, TimeProvider.System), null);
        }
        catch (ModelException e)
        {
            return new ModelOutcome(null, null, e.Message);
        }

        void Tell(LoadingStep step)
        {
            if (step.Share is null)
                Console.Error.WriteLine($"{choice.Name} {step.What}");
        }
    }

    private ModelChoice Find()
    {
        if (Name == BuiltIn)
            return new ModelChoice(ModelList.BuiltIn, new InferenceOptions(), null);
        if (Directory.Exists(Name))
            return new ModelChoice(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(Name))), new InferenceOptions { Model = Path.GetFullPath(Name), MaxTokens = 1024 }, null);
        try
        {
            var file = Settings ?? (File.Exists(UsualSettings) ? UsualSettings : null);
            var models = ModelList.Read(SettingsFile.Read(file, Environment.GetEnvironmentVariables()), Environment.GetEnvironmentVariable);
            return models.Find(Name) ?? throw new CommandException($"--model {Name}: there is no such folder, and {(file is null ? "no settings file was found" : $"{file} names no such model")}; known are built-in, quotes, {string.Join(", ", models.Models.Select(m => m.Name))}");
        }
        catch (SettingsException e)
        {
            throw new CommandException(e.Message);
        }
    }
}
