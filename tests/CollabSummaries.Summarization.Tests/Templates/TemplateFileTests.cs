using CollabSummaries.Summarization.Inference;
using CollabSummaries.Summarization.Inference.Templates;
using CollabSummaries.Summarization.Inference.Tokenizing;
using CollabSummaries.Summarization.Tests.Tokenizing;

namespace CollabSummaries.Summarization.Tests.Templates;

public sealed class TemplateFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("template");
    private readonly TextTokenizer _chatMl = TokenizerFile.Load(Oracle.Fixture("qwen"));
    private readonly TextTokenizer _plain = TokenizerFile.Load(Oracle.Fixture("llama-2"));

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_built_in_models_template_is_its_own_and_gives_the_ids_it_was_trained_with()
    {
        var tokenizer = TokenizerFile.Load(Path.Combine(ModelLoading.BuiltIn, "tokenizer.json"));
        var template = TemplateFile.Load(ModelLoading.BuiltIn, tokenizer, TimeProvider.System);

        Assert.Equal("the model's own", template.Name);
        Assert.Equal<IEnumerable<int>>(
            [.. PromptFrame.ChatMl(tokenizer, "Summarize.").Head, .. PromptFrame.ChatMl(tokenizer, "").Tail],
            tokenizer.Encode(template.Render([new(ChatPart.User, "Summarize.\n\n")], answerNext: true)));
    }

    [Fact]
    public void The_template_may_stand_in_the_settings_alone_or_among_several()
    {
        Write("tokenizer_config.json", """{"bos_token":{"content":"<s>"},"chat_template":[{"name":"tool_use","template":"no"},{"name":"default","template":"{{ bos_token }}{{ messages[0].content }}"}]}""");

        var pieces = TemplateFile.Load(_folder.FullName, _plain, TimeProvider.System).Render([new(ChatPart.User, "hello")], answerNext: true);

        Assert.Equal([new PromptPiece("<s>", true), new PromptPiece("hello", false)], pieces);
    }

    [Theory]
    [InlineData("{% include 'x' %}", "the statement \"include\"")]
    [InlineData("{{ messages | xmlattr }}", "the filter \"xmlattr\"")]
    [InlineData("{{ 4 is divisibleby(2) }}", "the test \"divisibleby\"")]
    [InlineData("{% if %}", "is not understood where a value is wanted")]
    [InlineData("{{ 'open", "is not understood inside a tag")]
    [InlineData("{% for x in messages %}", "endfor")]
    public void A_template_that_is_not_understood_is_refused_by_what_is_not_unless_the_family_is_known(string template, string reason)
    {
        Write("chat_template.jinja", template);

        var refusal = Assert.Throws<ModelException>(() => TemplateFile.Load(_folder.FullName, _plain, TimeProvider.System));
        var family = TemplateFile.Load(_folder.FullName, _chatMl, TimeProvider.System);

        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.Equal("ChatML", family.Name);
    }

    [Theory]
    [InlineData("{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}", "calls itself too often")]
    [InlineData("{% for a in range(2000) %}{% for b in range(2000) %}x{% endfor %}{% endfor %}", "does not come to an end")]
    [InlineData("{{ range(1000000000) }}", "range")]
    [InlineData("{{ raise_exception('no system turns') }}", "no system turns")]
    [InlineData("{{ messages.foo() }}", "\".foo\" is called")]
    public void A_template_that_fails_on_a_conversation_says_why(string template, string reason)
    {
        Write("chat_template.jinja", template);
        var loaded = TemplateFile.Load(_folder.FullName, _plain, TimeProvider.System);

        var refusal = Assert.Throws<ModelException>(() => loaded.Render([new(ChatPart.User, "x")], answerNext: true));

        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_that_nests_without_end_is_refused()
    {
        Write("chat_template.jinja", "{{ " + new string('(', 100_000) + "1 }}");

        Assert.Contains("nests deeper", Assert.Throws<ModelException>(() => TemplateFile.Load(_folder.FullName, _plain, TimeProvider.System)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Answers_end_at_every_token_the_folder_or_the_family_names()
    {
        Write("generation_config.json", """{"eos_token_id":[7,8]}""");
        Write("tokenizer_config.json", """{"eos_token":{"content":"<|endoftext|>"}}""");

        var ids = StopTokens.Read(_folder.FullName, _chatMl);

        Assert.Equal([7, 8, _chatMl.Special("<|endoftext|>"), _chatMl.Special("<|im_end|>")], ids.Order());
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder.FullName, name), text);
}
