namespace CollabSummaries.Web.Tests.Sharing;

/// <summary>Texts that try to become more than text. Each kind of trick is there at least once.</summary>
internal static class HostileMarkdown
{
    private static readonly string[] Schemes =
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "java&#10;script:alert(1)", " javascript:alert(1)",
        "&#106;avascript:alert(1)", "\\javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "data:text/html;base64,PHNjcmlwdD4=",
        "vbscript:msgbox(1)", "file:///etc/passwd", "blob:https://x/1", "javascript&colon;alert(1)", "\u0001javascript:alert(1)", "view-source:javascript:1",
    ];

    private static readonly string[] Html =
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "<iframe src=javascript:alert(1)></iframe>",
        "<a href=\"javascript:alert(1)\">x</a>", "<body onload=alert(1)>", "<style>*{background:url(javascript:alert(1))}</style>",
        "<math><mtext></table><mglyph><style><img src=x onerror=alert(1)>", "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        "<svg><style><img src=x onerror=alert(1)></style></svg>", "<form action=javascript:alert(1)><button>go</button></form>",
        "<object data=javascript:alert(1)>", "<embed src=javascript:alert(1)>", "<link rel=stylesheet href=//evil.example/x.css>",
        "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">", "<base href=//evil.example/>", "<details open ontoggle=alert(1)>",
        "<!--<img src=\"--><img src=x onerror=alert(1)//\">", "<template><script>alert(1)</script></template>", "</p><script>alert(1)</script><p>",
        "<textarea><img src=x onerror=alert(1)></textarea>", "<b style=\"position:fixed;inset:0\">over everything</b>", "<input autofocus onfocus=alert(1)>",
    ];

    private static readonly string[] Markdown =
    [
        "# title {onclick=alert(1)}", "[x](https://a.example){onmouseover=alert(1)}", "**b**{style=position:fixed}", "![x](https://a.example/track.png)",
        "![x](x\"onerror=\"alert(1))", "[x](https://a.example \"onmouseover=alert(1) x=\")", "[x](https://a.example '\"><script>alert(1)</script>')",
        "<javascript:alert(1)>", "<https://a.example/\"onmouseover=alert(1)>", "[x]: javascript:alert(1)\n\n[x]", "[x]: <data:text/html,1> \"t\"\n\n[x][x]",
        "```js onload=alert(1)\nalert(1)\n```", "```\"><script>alert(1)</script>\nx\n```", "`<script>alert(1)</script>`", "    <script>alert(1)</script>",
        "| a | b |\n|---|---|\n| <script>alert(1)</script> | [x](javascript:alert(1)) |", "- [x] <img src=x onerror=alert(1)>", "- [ ](javascript:alert(1))",
        "1000000000. big", "https://a.example/<script>alert(1)</script>", "www.a.example/\"onclick=alert(1)", "a\u202Ecod.exe", "\0<script>\0alert(1)</script>",
        "[[[[x](javascript:1)](javascript:2)](javascript:3)](javascript:4)", "[x](<javascript:alert(1)>)", "[\n](javascript:alert(1))", "&lt;script&gt;alert(1)&lt;/script&gt;",
        "\uD83D", "\uDC00<b>",
    ];

    private static readonly string[] Large =
    [
        new('[', 5_000), new('>', 5_000), new('(', 5_000), new('*', 5_000), new('_', 5_000), new('`', 5_001), new('!', 5_000), new('~', 5_000),
        string.Concat(Enumerable.Repeat("[a](", 1_000)), string.Concat(Enumerable.Repeat("> ", 2_000)), string.Concat(Enumerable.Repeat("- ", 2_000)),
        string.Concat(Enumerable.Repeat("[", 15)) + "x" + string.Concat(Enumerable.Repeat("](javascript:1)", 15)), string.Concat(Enumerable.Repeat("**a_", 1_000)),
        string.Concat(Enumerable.Repeat("<a", 2_000)), string.Concat(Enumerable.Repeat("&#x", 2_000)), string.Concat(Enumerable.Repeat("|", 4_000)),
        string.Concat(Enumerable.Repeat("[a]: javascript:1\n", 200)) + "[a]", new string('a', 300_000), string.Concat(Enumerable.Range(0, 60).Select(i => new string(' ', i * 2) + "- x\n")),
        string.Concat(Enumerable.Repeat("|a", 200)) + "|\n" + string.Concat(Enumerable.Repeat("|-", 200)) + "|\n", string.Concat(Enumerable.Repeat("*a **b ", 500)),
    ];

    public static IReadOnlyList<string> Texts { get; } =
    [
        .. Schemes.SelectMany(x => new[] { $"[x]({x})", $"[x](<{x}>)", $"<{x}>", $"![x]({x})" }), .. Html, .. Html.Select(x => $"- bullet {x}"), .. Markdown, .. Large,
    ];
}
