using System.Security.Cryptography;
using System.Text.Json;
using CollabSummaries.Summarization.Inference.Devices;
using CollabSummaries.Summarization.Inference.Tokenizing;
using Microsoft.ML.OnnxRuntime;

namespace CollabSummaries.Summarization.Inference;

/// <summary>A model ready to write, or the sentence why there is none. Exactly one of the two is given.</summary>
public sealed record ModelOutcome(BulletModel? Model, string? Problem);

/// <summary>Brings a model folder to life: reads its files, picks a device, checks that it computes what it should.</summary>
public static class ModelLoading
{
    /// <summary>The instruction the built-in model was trained with; other folders of the same layout are asked the same way.</summary>
    private const string Instruction = "Summarize in one sentence.";

    /// <summary>The folder of the built-in model, beside the program wherever that was started from.</summary>
    public static string BuiltIn => Path.Combine(AppContext.BaseDirectory, "Models", "talk-bullets");

    /// <summary>Never throws for a folder that is missing, broken or of another kind.</summary>
    /// <exception cref="OperationCanceledException">Loading was stopped; what was opened is closed again.</exception>
    public static ModelOutcome Load(InferenceOptions options, CancellationToken stop)
    {
        ModelOutcome? outcome = null;
        Exception? failure = null;
        // On such a thread, because the session's own threads inherit how far it gives way.
        ComputeThread.Start("model loading", options.GiveWay, () =>
        {
            try
            {
                outcome = new ModelOutcome(Open(options, stop), null);
            }
            catch (Exception e) when (Explain(e) is { } problem)
            {
                outcome = new ModelOutcome(null, problem);
            }
            catch (Exception e)
            {
                failure = e;
            }
        }).Join();
        if (failure is OperationCanceledException)
            throw new OperationCanceledException(stop);
        return outcome ?? throw new InvalidOperationException("Loading the model failed in a way it should not.", failure);
    }

    private static BulletModel Open(InferenceOptions options, CancellationToken stop)
    {
        var folder = ModelFolder.Read(options.Model ?? BuiltIn);
        var hash = WeightsHash(folder, stop);
        if (options.Model is null && hash != BuiltInModel.WeightsHash)
            throw new ModelException($"the weights of the built-in model in '{folder.Path}' are damaged: their SHA-256 is {hash}");
        var tokenizer = TokenizerFile.Load(folder.FileOf("tokenizer.json"));
        var frame = PromptFrame.ChatMl(tokenizer, Instruction);
        stop.ThrowIfCancellationRequested();
        var opened = DeviceSelection.Open(folder, options, [.. frame.Head.Take(8)]);
        try
        {
            stop.ThrowIfCancellationRequested();
            var name = options.Model is null ? BuiltInModel.Name : Path.GetFileName(Path.TrimEndingDirectorySeparator(folder.Path));
            return new BulletModel(name, hash, opened.Device, opened.Note, opened.Graph, folder.StopIds, tokenizer, frame, options.GiveWay);
        }
        catch
        {
            opened.Graph.Dispose();
            throw;
        }
    }

    /// <summary>Of the external weights where there are some, else of the graph.</summary>
    private static string WeightsHash(ModelFolder folder, CancellationToken stop)
    {
        var files = Directory.GetFiles(folder.Path, "*.bin").Concat(Directory.GetFiles(folder.Path, "*.data")).Order(StringComparer.Ordinal).ToList();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 20];
        foreach (var file in files.Count > 0 ? files : [folder.FileOf(folder.GraphFile)])
        {
            using var stream = File.OpenRead(file);
            for (int read; (read = stream.Read(buffer)) > 0; stop.ThrowIfCancellationRequested())
                hash.AppendData(buffer, 0, read);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string? Explain(Exception e) => e switch
    {
        ModelException => e.Message,
        OnnxRuntimeException => $"ONNX Runtime cannot open the model: {e.Message}",
        IOException or UnauthorizedAccessException or JsonException => $"the model cannot be read: {e.Message}",
        DllNotFoundException or BadImageFormatException or EntryPointNotFoundException or TypeInitializationException =>
            $"ONNX Runtime's native library cannot be loaded: {(e.InnerException ?? e).Message}",
        OutOfMemoryException => "there is not enough memory for the model; set Inference:Slots or Inference:MaxTokens lower",
        _ => null,
    };
}
