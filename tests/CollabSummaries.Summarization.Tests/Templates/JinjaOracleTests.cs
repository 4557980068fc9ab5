using System.Text.Json;
using CollabSummaries.Summarization.Inference;
using CollabSummaries.Summarization.Inference.Templates;
using CollabSummaries.Summarization.Inference.Tokenizing;
using CollabSummaries.Summarization.Tests.Tokenizing;

namespace CollabSummaries.Summarization.Tests.Templates;

public sealed class JinjaOracleTests
{
    private static readonly Dictionary<string, string> s_tokens = new() { ["bos_token"] = "<s>", ["eos_token"] = "</s>" };

    [Fact]
    public async Task Templates_render_conversations_as_the_reference_does_or_refuse_with_it()
    {
        var cases = TemplateSources.All.SelectMany(source => Conversations.All.SelectMany(turns => new[] { true, false }.Select(next => (source, turns, next)))).ToList();
        var contexts = cases.Select(c => new
        {
            template = c.source,
            context = new
            {
                messages = c.turns.Select(t => new { role = t.Part.ToString().ToLowerInvariant(), content = t.Text }),
                add_generation_prompt = c.next, enable_thinking = false, bos_token = "<s>", eos_token = "</s>",
            },
        });

        var answers = await Oracle.AskAsync("templates.mjs", contexts, TestContext.Current.CancellationToken);

        var refused = 0;
        Assert.True(cases.Count >= 300);
        foreach (var (given, answer) in cases.Zip(answers.EnumerateArray()))
        {
            var actual = Render(given.source, given.turns, given.next);
            refused += actual is null ? 1 : 0;
            var expected = answer.TryGetProperty("text", out var text) ? text.GetString() : null;
            Assert.True(expected == actual, $"{given.source}\nwith {JsonSerializer.Serialize(given.turns)}\nexpected {JsonSerializer.Serialize(expected)} {answer}\nactual   {JsonSerializer.Serialize(actual)}");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{cases.Count} cases, {refused} refused by both");
        Assert.InRange(refused, 1, cases.Count / 4);
    }

    [Theory]
    [InlineData("talk-bullets", 0)]
    [InlineData("qwen", 0)]
    [InlineData("mistral", 1)]
    [InlineData("gemma", 3)]
    [InlineData("phi-3", 4)]
    public async Task Prompts_have_the_ids_the_reference_gives_the_rendered_text(string layout, int template)
    {
        var file = layout == "talk-bullets" ? Path.Combine(ModelLoading.BuiltIn, "tokenizer.json") : Oracle.Fixture(layout);
        var tokenizer = TokenizerFile.Load(file);
        var tokens = new Dictionary<string, string> { ["bos_token"] = layout == "gemma" ? "<bos>" : "<s>", ["eos_token"] = "</s>" };
        var jinja = new JinjaTemplate(TemplateSources.All[template], tokens, tokenizer.Added, TimeProvider.System);
        IReadOnlyList<ChatTurn> turns = [new(ChatPart.User, "Who wrote the report, and when?"), new(ChatPart.Assistant, "Nobody yet."), new(ChatPart.User, " Größe 👍\n\nend")];
        var pieces = jinja.Render(turns, answerNext: true);
        var texts = new[] { string.Concat(pieces.Select(p => p.Text)) };

        var answer = await Oracle.AskAsync("ids.mjs", new { tokenizer = file, asText = false, texts }, TestContext.Current.CancellationToken);

        Assert.Contains(pieces, p => p.Special);
        Assert.Equal(answer.GetProperty("ids")[0].Deserialize<int[]>()!, tokenizer.Encode(pieces));
    }

    /// <returns>Null where the conversation is refused.</returns>
    private static string? Render(string source, IReadOnlyList<ChatTurn> turns, bool next)
    {
        try
        {
            return string.Concat(new JinjaTemplate(source, s_tokens, new AddedTokens([]), TimeProvider.System).Render(turns, next).Select(p => p.Text));
        }
        catch (ModelException)
        {
            return null;
        }
    }
}
