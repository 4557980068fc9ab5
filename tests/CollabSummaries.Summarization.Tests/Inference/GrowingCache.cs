using System.Globalization;
using CollabSummaries.Summarization.Inference;
using Microsoft.ML.OnnxRuntime;

namespace CollabSummaries.Summarization.Tests.Inference;

/// <summary>The plain way to run a graph, one text at a time: each run takes the last one's present as its past. Slow, simple, and shares nothing with the slots.</summary>
internal sealed class GrowingCache(InferenceSession session, ModelFolder folder)
{
    /// <summary>Logits after the prompt and after each token of the answer.</summary>
    public List<float[]> Logits(int[] prompt, IReadOnlyList<int> answer)
    {
        var past = Enumerable.Range(0, 2 * folder.Layers).Select(_ => OrtValue.CreateTensorValueFromMemory(Array.Empty<float>(), [1, folder.KeyValueHeads, 0, folder.HeadSize])).ToList();
        var all = new List<float[]>();
        var length = 0;
        foreach (var tokens in answer.Select(id => new[] { id }).Prepend(prompt))
        {
            length += tokens.Length;
            (var logits, past) = Run(tokens, length, past);
            all.Add(logits);
        }

        past.ForEach(p => p.Dispose());
        return all;
    }

    private (float[] Logits, List<OrtValue> Present) Run(int[] tokens, int length, List<OrtValue> past)
    {
        using var run = new RunOptions();
        using var ids = OrtValue.CreateTensorValueFromMemory(tokens.Select(t => (long)t).ToArray(), [1, tokens.Length]);
        using var mask = OrtValue.CreateTensorValueFromMemory(Enumerable.Repeat(1L, length).ToArray(), [1, length]);
        var outputs = session.Run(run, [folder.InputIds, folder.AttentionMask, .. Names(folder.PastKey, folder.PastValue)], [ids, mask, .. past], [folder.Logits, .. Names(folder.PresentKey, folder.PresentValue)]);
        past.ForEach(p => p.Dispose());
        var logits = outputs[0].GetTensorDataAsSpan<float>()[^folder.Vocabulary..].ToArray();
        outputs[0].Dispose();
        return (logits, [.. outputs.Skip(1)]);
    }

    private IEnumerable<string> Names(string key, string value) => Enumerable.Range(0, folder.Layers)
        .SelectMany(l => new[] { key, value }.Select(n => n.Replace("%d", l.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)));
}
