using CollabSummaries.Web.Editing.Messages;

namespace CollabSummaries.Web.Tests.Editing;

/// <summary>Pushes no honest editor sends, against <see cref="Text"/> at version 1. None may leave a row.</summary>
internal static class HostilePushes
{
    /// <summary>Six code units; the second and third are one character.</summary>
    public const string Text = "a😀b\nc";

    private static readonly string[] Unreadable =
    [
        "", " ", "null", "true", "6", "\"a\"", "{}", "[", "]", "[[]]", "[[],6]", "[6", "[6]]", "[6,]", "[,6]", "[6.5]", "[6.0]", "[6e0]", "[1e1]", "[+6]", "[06]", "[-1]", "[-0]",
        "[0]", "[0,6]", "[6,0]", "[1,5]", "[2,4]", "[3,[1],1,1]", "[2147483648]", "[4294967302]", "[9223372036854775807]", "[99999999999999999999]", "[-2147483648]", "[null]", "[true]",
        "[\"a\"]", "[{}]", "[[6,null]]", "[[6,1]]", "[[6,true]]", "[[6,[]]]", "[[6,{}]]", "[[\"6\"]]", "[[null]]", "[[-1],7]", "[[0],6]", "[[0,\"\"],6]", "[[1.5],5]", "[6,\"a\"]",
        "[[[0,\"x\"]],6]", "[6]x", "[6] [6]", "//\n[6]", "[6]/**/", "NaN", "[NaN]", "[Infinity]", "['a']", "[[0,'a'],6]", "[[0,\"a\nb\"],6]", "[[0,\"a\\nb\"],6]", "[[0,\"a\\rb\"],6]",
        "[[0,\"a\\r\\nb\"],6]", "[[0,\"\\n\"],6]", "[[0,\"\\u000a\"],6]", "[[0,\"\\u000D\"],6]", "[[0,\"\\u0000\"],6]", "[[0,\"\0\"],6]", "[[0,\"ok\",\"\\u0000\"],6]", "[[0,\"\\ud800\"],6]",
        "[[0,\"\\udc00\"],6]", "[[0,\"\\ud800\\ud800\"],6]", "[[0,\"\\udc00\\ud800\"],6]", "[[0,\"a\\ud83d\"],6]", "[[0,\"\\ude00a\"],6]", "[[0,\"\\ud83d\",\"\\ude00\"],6]",
        "[[0,\"\\x41\"],6]", "[[0,\"\\u12\"],6]", "[[0,\"a],6]", "[[0,\"a\"]6]", "[[0 \"a\"],6]", "[[0,,\"a\"],6]", "[[0,\"a\",],6]", "\uFEFF[6,]", "[[0,\"a\"],6,null]", "[[0,\"a\",6],6]",
        "[[-2147483648,\"a\"],6]", "[[2147483648]]", "[[0,[\"a\"]],6]", new('[', 1_000), new('[', 100_000),
    ];

    private static readonly string[] Misplaced =
    [
        "[]", "[5]", "[7]", "[[5]]", "[[7]]", "[3,[4]]", "[1,[0,\"x\"],4]", "[1,[0,\"x\"],6]", "[[6],1]", "[2147483647]", "[2147483647,[2147483647]]", "[[2147483647,\"x\"]]",
        "[2,[0,\"x\"],4]", "[2,[1],3]", "[1,[1],4]", "[2,[1,\"x\"],3]", "[1,[1,\"x\"],4]", "[2,[0,\"\",\"\"],4]", "[[2],4]", "[2,[4]]",
    ];

    public static IEnumerable<(string Name, PushRequest Push)> All =>
    [
        .. Unreadable.Select(x => ($"unreadable: {Short(x)}", Push(x))),
        .. Misplaced.Select(x => ($"misplaced: {Short(x)}", Push(x))),
        .. Unreadable.Take(12).Select(x => ($"good, then unreadable: {x}", Push("[6,[0,\"x\"]]", x))),
        ("good, then too short", Push("[6,[0,\"x\"]]", "[6,[0,\"x\"]]")),
        ("good, then too long", Push("[6,[0,\"x\"]]", "[8]")),
        ("null change", new PushRequest { Version = 1, Updates = [null!] }),
        ("no changes", new PushRequest { Version = 1, Updates = [] }),
        ("null changes", new PushRequest { Version = 1, Updates = null! }),
        ("too many changes", new PushRequest { Version = 1, Updates = [.. Enumerable.Range(0, 101).Select(i => $"[[0,\"x\"],{6 + i}]")] }),
        ("too much text", Push($"[[0,\"{new string('x', 300_000)}\"],6]")),
        ("too many bullets", Push($"[[0,{string.Join(',', Enumerable.Repeat("\"- x\"", 2_100))}],6]")),
        .. new[] { -1, 2, 99, long.MinValue, long.MaxValue, int.MaxValue + 1L }.Select(x => ($"version {x}", Push("[6,[0,\"x\"]]") with { Version = x })),
        .. new[] { -1, 1, 7, long.MinValue, long.MaxValue, long.MaxValue - 50, int.MaxValue }.Select(x => ($"number {x}", Push("[6,[0,\"x\"]]") with { FirstSeq = x })),
    ];

    private static PushRequest Push(params string[] updates) => new() { Version = 1, FirstSeq = 0, Updates = updates };

    private static string Short(string text) => text.Length > 60 ? $"{text[..60]}… ({text.Length})" : text;
}
