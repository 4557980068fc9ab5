using CollabSummaries.Summarization.Inference.Templates;

namespace CollabSummaries.Summarization.Tests.Templates;

/// <summary>Conversations templates are rendered with.</summary>
internal static class Conversations
{
    public static IReadOnlyList<IReadOnlyList<ChatTurn>> All { get; } =
    [
        [User("Summarize in one sentence.")],
        [User("")],
        [User("  spaces around \n\n"), Assistant(" yes "), User("\tand then?\r\n")],
        [System("You write short minutes."), User("Hi")],
        [System("  Rules:\n- be brief\n- be true  "), User("What was decided?"), Assistant("To ship in March."), User("Who said so?")],
        [User("naïve café 👩‍👩‍👧 机器学习 שלום"), Assistant("ok \"quoted\" \\ back/slash"), User("a\tb")],
        [User("{{ messages }} {% if x %} {# no #}"), Assistant("{%- raw -%}"), User("}}")],
        [User("<think>no</think>"), Assistant("<think>step\nby step</think>\n\nThe answer."), User("again")],
        [User("1"), Assistant("2"), User("3"), Assistant("4"), User("5"), Assistant("6"), User("7")],
        [System("SYSTEM"), User("ONE,two,Three"), Assistant("x")],
        [Assistant("I begin"), User("no")],
        [User("user"), User("twice")],
        [System("only rules")],
        [User(new string('x', 2_000))],
    ];

    private static ChatTurn System(string text) => new(ChatPart.System, text);

    private static ChatTurn User(string text) => new(ChatPart.User, text);

    private static ChatTurn Assistant(string text) => new(ChatPart.Assistant, text);
}
