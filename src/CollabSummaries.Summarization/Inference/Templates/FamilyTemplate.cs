using CollabSummaries.Summarization.Inference.Tokenizing;

namespace CollabSummaries.Summarization.Inference.Templates;

/// <summary>The template of a family of models, told by the special tokens its tokenizer has. For folders whose own template is missing or not understood.</summary>
internal sealed class FamilyTemplate : ChatTemplate
{
    private readonly Func<IReadOnlyList<ChatTurn>, bool, IEnumerable<PromptPiece>> _render;

    private FamilyTemplate(string name, Func<IReadOnlyList<ChatTurn>, bool, IEnumerable<PromptPiece>> render) => (Name, _render) = (name, render);

    public override string Name { get; }

    /// <returns>Null: no family's tokens are among the model's.</returns>
    public static FamilyTemplate? Find(AddedTokens added)
    {
        bool Has(params string[] tokens) => tokens.All(added.IsSpecial);
        if (Has("<|im_start|>", "<|im_end|>"))
            return new FamilyTemplate("ChatML", ChatMl);
        if (Has("<|start_header_id|>", "<|end_header_id|>", "<|eot_id|>"))
            return new FamilyTemplate("Llama 3", (turns, next) => Llama3(turns, next, Has("<|begin_of_text|>")));
        if (Has("<start_of_turn>", "<end_of_turn>"))
            return new FamilyTemplate("Gemma", (turns, next) => Gemma(turns, next, Has("<bos>")));
        if (Has("<|user|>", "<|assistant|>", "<|end|>"))
            return new FamilyTemplate("Phi 3", Phi3);
        return Has("[INST]", "[/INST]") ? new FamilyTemplate("Mistral", (turns, next) => Mistral(turns, Has("<s>"))) : null;
    }

    public override IReadOnlyList<PromptPiece> Render(IReadOnlyList<ChatTurn> turns, bool answerNext) => [.. _render(turns, answerNext).Where(p => p.Text.Length > 0)];

    private static PromptPiece Token(string name) => new(name, true);

    private static PromptPiece Text(string text) => new(text, false);

    private static string Role(ChatTurn turn) => turn.Part switch
    {
        ChatPart.System => "system",
        ChatPart.User => "user",
        _ => "assistant",
    };

    private static IEnumerable<PromptPiece> ChatMl(IReadOnlyList<ChatTurn> turns, bool next)
    {
        foreach (var turn in turns)
        {
            yield return Token("<|im_start|>");
            yield return Text($"{Role(turn)}\n{turn.Text}");
            yield return Token("<|im_end|>");
            yield return Text("\n");
        }

        if (!next)
            yield break;
        yield return Token("<|im_start|>");
        yield return Text("assistant\n");
    }

    private static IEnumerable<PromptPiece> Llama3(IReadOnlyList<ChatTurn> turns, bool next, bool begins)
    {
        if (begins)
            yield return Token("<|begin_of_text|>");
        foreach (var (role, text) in turns.Select(t => (Role(t), (string?)t.Text)).Concat(next ? [("assistant", null)] : []))
        {
            yield return Token("<|start_header_id|>");
            yield return Text(role);
            yield return Token("<|end_header_id|>");
            yield return Text($"\n\n{text?.Trim()}");
            if (text is not null)
                yield return Token("<|eot_id|>");
        }
    }

    private static IEnumerable<PromptPiece> Gemma(IReadOnlyList<ChatTurn> turns, bool next, bool begins)
    {
        if (begins)
            yield return Token("<bos>");
        foreach (var turn in Alternating(turns, "Gemma"))
        {
            yield return Token("<start_of_turn>");
            yield return Text($"{(turn.Part == ChatPart.User ? "user" : "model")}\n{turn.Text.Trim()}");
            yield return Token("<end_of_turn>");
            yield return Text("\n");
        }

        if (!next)
            yield break;
        yield return Token("<start_of_turn>");
        yield return Text("model\n");
    }

    private static IEnumerable<PromptPiece> Phi3(IReadOnlyList<ChatTurn> turns, bool next)
    {
        foreach (var turn in turns)
        {
            yield return Token($"<|{Role(turn)}|>");
            yield return Text($"\n{turn.Text}");
            yield return Token("<|end|>");
            yield return Text("\n");
        }

        if (!next)
            yield break;
        yield return Token("<|assistant|>");
        yield return Text("\n");
    }

    private static IEnumerable<PromptPiece> Mistral(IReadOnlyList<ChatTurn> turns, bool begins)
    {
        if (begins)
            yield return Token("<s>");
        foreach (var turn in Alternating(turns, "Mistral"))
        {
            if (turn.Part == ChatPart.User)
            {
                yield return Token("[INST]");
                yield return Text($" {turn.Text}");
                yield return Token("[/INST]");
                continue;
            }

            yield return Text($" {turn.Text}");
            yield return Token("</s>");
        }
    }

    /// <summary>Families without a system turn get its text before the first user's; then user and assistant must take turns.</summary>
    private static IEnumerable<ChatTurn> Alternating(IReadOnlyList<ChatTurn> turns, string family)
    {
        var rest = turns.Count > 1 && turns[0].Part == ChatPart.System && turns[1].Part == ChatPart.User
            ? [turns[1] with { Text = $"{turns[0].Text}\n\n{turns[1].Text}" }, .. turns.Skip(2)]
            : turns;
        for (var k = 0; k < rest.Count; k++)
        {
            if (rest[k].Part != (k % 2 == 0 ? ChatPart.User : ChatPart.Assistant))
                throw new ModelException($"models of the {family} family take a conversation in which user and assistant take turns, the user first");
            yield return rest[k];
        }
    }
}
