using CollabSummaries.Summarization.Inference.Templates.Jinja;
using CollabSummaries.Summarization.Inference.Templates.Jinja.Parsing;
using CollabSummaries.Summarization.Inference.Templates.Jinja.Values;
using CollabSummaries.Summarization.Inference.Tokenizing;

namespace CollabSummaries.Summarization.Inference.Templates;

/// <summary>The template a model brings along, a subset of Jinja.</summary>
/// <param name="names">Names of tokens such as bos_token, as the model's settings give them.</param>
internal sealed class JinjaTemplate(string source, IReadOnlyDictionary<string, string> names, AddedTokens added, TimeProvider time) : ChatTemplate
{
    private readonly IReadOnlyList<Statement> _statements = StatementParser.Parse(source);

    public override string Name => "the model's own";

    /// <exception cref="ModelException">The template stopped, or does what this program does not understand.</exception>
    public override IReadOnlyList<PromptPiece> Render(IReadOnlyList<ChatTurn> turns, bool answerNext)
    {
        var scope = Globals.New(time);
        foreach (var (name, token) in names)
            scope[name] = Words.Own(token);
        scope["messages"] = turns.Select(t => (object?)new MapValue { ["role"] = Words.Own(RoleOf(t.Part)), ["content"] = Words.Foreign(t.Text) }).ToList();
        scope["add_generation_prompt"] = answerNext;
        // Models that can think aloud first are asked not to: a summary wants the answer only.
        scope["enable_thinking"] = false;
        try
        {
            return PromptPiece.Cut(Interpreter.Run(_statements, scope), added);
        }
        catch (TemplateException e)
        {
            throw new ModelException($"the model's chat template refuses this conversation: {e.Message}", e);
        }
    }

    private static string RoleOf(ChatPart part) => part switch
    {
        ChatPart.System => "system",
        ChatPart.User => "user",
        _ => "assistant",
    };
}
