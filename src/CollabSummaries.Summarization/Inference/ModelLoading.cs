using System.Text.Json;
using CollabSummaries.Summarization.Inference.Answering;
using CollabSummaries.Summarization.Inference.Chat;
using CollabSummaries.Summarization.Inference.Devices;
using CollabSummaries.Summarization.Inference.Graphs;
using CollabSummaries.Summarization.Inference.Templates;
using CollabSummaries.Summarization.Inference.Tokenizing;
using Microsoft.Extensions.AI;
using Microsoft.ML.OnnxRuntime;

namespace CollabSummaries.Summarization.Inference;

/// <summary>A model ready to write, or the sentence why there is none. Exactly one of the three is given.</summary>
/// <param name="Model">The one that travels with the product, or another folder with its weights.</param>
/// <param name="Chat">Any other.</param>
public sealed record ModelOutcome(BulletModel? Model, ChatModel? Chat, string? Problem) : IDisposable
{
    public ModelFacts? Facts => Model?.Facts ?? Chat?.Facts;

    public Speed? Speed => Model?.Speed ?? Chat?.Speed;

    public IChatClient? Client => Model?.Client ?? Chat?.Client;

    public Summarizer Summarizer(TimeProvider time) => Chat is null ? new Summarizer(Model, Problem, time) : new Summarizer(Chat, time);

    public void Dispose()
    {
        Model?.Dispose();
        Chat?.Dispose();
    }
}

/// <summary>What loading a model is at.</summary>
/// <param name="What">"reading 3.1 GB of weights", the rest of a sentence that begins with the model's name.</param>
/// <param name="Share">How much of that is done, 0 to 1; null: it cannot be said.</param>
public sealed record LoadingStep(string What, double? Share);

/// <summary>Brings a model folder to life: reads its files, picks a device, checks that it computes what it should.</summary>
public static class ModelLoading
{
    private const int ProbeTokens = 8;

    /// <summary>The instruction the built-in model was trained with.</summary>
    private const string Instruction = "Summarize in one sentence.";

    /// <summary>The folder of the built-in model, beside the program wherever that was started from.</summary>
    public static string BuiltIn => Path.Combine(AppContext.BaseDirectory, "Models", "talk-bullets");

    /// <inheritdoc cref="Load(string?, InferenceOptions, Action{LoadingStep}, CancellationToken)"/>
    public static ModelOutcome Load(InferenceOptions options, CancellationToken stop) => Load(null, options, _ => { }, stop);

    /// <summary>Never throws for a folder that is missing, broken or of another kind.</summary>
    /// <param name="name">How the model is called; null: by its folder.</param>
    /// <param name="tell">Called on the loading thread: it must be quick and not throw.</param>
    /// <exception cref="OperationCanceledException">Loading was stopped; what was opened is closed again.</exception>
    public static ModelOutcome Load(string? name, InferenceOptions options, Action<LoadingStep> tell, CancellationToken stop)
    {
        ModelOutcome? outcome = null;
        Exception? failure = null;
        // On such a thread, because the session's own threads inherit how far it gives way.
        ComputeThread.Start("model loading", options.GiveWay, () =>
        {
            try
            {
                outcome = Open(name, options, tell, stop);
            }
            catch (Exception e) when (Explain(e) is { } problem)
            {
                outcome = new ModelOutcome(null, null, problem);
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

    private static ModelOutcome Open(string? name, InferenceOptions options, Action<LoadingStep> tell, CancellationToken stop)
    {
        var isBuiltIn = options.Model is null;
        var folder = ModelFolder.Read(options.Model ?? BuiltIn, options.GraphFile);
        var weights = new WeightFiles(folder);
        var need = MemoryNeed.Of(folder, options, weights.Bytes);
        tell(new LoadingStep($"will take {need}", null));
        if (options.Device != DeviceChoice.Cuda)
            need.CheckAgainst(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);
        var hash = weights.Hash(share => tell(new LoadingStep($"is read; it will take {need}", share)), stop);
        if (isBuiltIn && hash != BuiltInModel.WeightsHash)
            throw new ModelException($"the weights of the built-in model in '{folder.Path}' are damaged: their SHA-256 is {hash}");
        var tokenizer = TokenizerFile.Load(folder.FileOf("tokenizer.json"));
        var template = TemplateFile.Load(folder.Path, tokenizer, TimeProvider.System);
        // The built-in one is asked exactly as it was trained, wherever its weights lie.
        var frame = hash == BuiltInModel.WeightsHash ? PromptFrame.ChatMl(tokenizer, Instruction) : null;
        HashSet<int> stops = [.. folder.StopIds, .. StopTokens.Read(folder.Path, tokenizer)];
        if (stops.Count == 0)
            throw new ModelException($"nothing in '{folder.Path}' says which token ends an answer; add eos_token_id to its generation_config.json");
        stop.ThrowIfCancellationRequested();
        tell(new LoadingStep($"is opened and tested; it takes {need}", null));
        var opened = DeviceSelection.Open(folder, options, [.. ProbeFor(tokenizer, template).Take(ProbeTokens)]);
        try
        {
            stop.ThrowIfCancellationRequested();
            name ??= isBuiltIn ? BuiltInModel.Name : Path.GetFileName(Path.TrimEndingDirectorySeparator(folder.Path));
            var facts = new ModelFacts(name, hash, opened.Device, opened.Note, weights.Bytes, opened.Graph.CacheBytes, options.Slots, opened.Graph.MaxTokens);
            var speed = new Speed(TimeProvider.System);
            if (frame is not null)
                return new ModelOutcome(new BulletModel(facts, opened.Graph, stops, tokenizer, frame, template, options.GiveWay, speed), null, null);
            var loop = new AnswerLoop(opened.Graph, stops, [], options.GiveWay);
            var batch = new LocalBatch(loop, tokenizer, template, opened.Graph.MaxTokens, speed);
            return new ModelOutcome(null, new ChatModel(facts, speed, batch, new LocalChatClient(batch, name), loop), null);
        }
        catch
        {
            opened.Graph.Dispose();
            throw;
        }
    }

    /// <summary>Tokens as they stand in a prompt, for the self-test.</summary>
    private static IReadOnlyList<int> ProbeFor(TextTokenizer tokenizer, ChatTemplate template) =>
        tokenizer.Encode(template.Render([new ChatTurn(ChatPart.User, "We tried three engines and kept the one that was fast enough.")], answerNext: true));

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
