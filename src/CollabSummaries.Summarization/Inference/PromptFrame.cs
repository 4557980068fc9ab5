using CollabSummaries.Summarization.Inference.Tokenizing;

namespace CollabSummaries.Summarization.Inference;

/// <summary>The fixed tokens before and after the passage. They are encoded apart from it, so no passage can imitate or swallow them.</summary>
internal sealed record PromptFrame(IReadOnlyList<int> Head, IReadOnlyList<int> Tail)
{
    /// <summary>The built-in model's frame, exactly as it was trained.</summary>
    public static PromptFrame ChatMl(TextTokenizer tokenizer, string instruction)
    {
        int start = tokenizer.Special("<|im_start|>"), end = tokenizer.Special("<|im_end|>");
        return new PromptFrame(
            [start, .. tokenizer.Encode($"user\n{instruction}\n\n", first: false)],
            [end, .. tokenizer.Encode("\n", first: false), start, .. tokenizer.Encode("assistant\n", first: false)]);
    }
}
