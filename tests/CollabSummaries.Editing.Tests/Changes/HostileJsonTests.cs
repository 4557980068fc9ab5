namespace CollabSummaries.Editing.Tests.Changes;

public sealed class HostileJsonTests
{
    private static readonly ChangeSetLimits Limits = new(MaxJsonLength: 2_000, MaxParts: 20, MaxTextLength: 1_000);

    public static TheoryData<string, ChangeSetErrorCode> Hostile()
    {
        var data = new TheoryData<string, ChangeSetErrorCode>();
        void Add(ChangeSetErrorCode code, params string[] jsons) => Array.ForEach(jsons, json => data.Add(json, code));

        Add(ChangeSetErrorCode.NotJson,
            "", " ", "[", "[1", "[1,", "[1,]", "[,1]", "]", "[]]", "[1]1", "[1] []", "[1]x", "[01]", "[+1]", "[.5]", "[1.]", "[0x10]", "[1e]", "[NaN]", "[Infinity]",
            "[undefined]", "['a']", "[[0,'a']]", "[[0,\"a]]", "[[0,\"a\n\"]]", "[[0,\"a\tb\"]]", "[[0,\"\0\"]]", "[[0,\"\\x41\"]]", "[[0,\"\\u12\"]]", "[[0,\"\\u{41}\"]]",
            "[1 2]", "[1;2]", "[/*c*/1]", "[1]//c", "\uFEFF[1]", "[\u00A01]", "[1\u2028]", "nul", "tru", "[[[1]]]", "[[0,[\"a\"]]]", "[[1,{}]]", "[[[[[[[[[[", "\0", "[1]\0", "[١]");
        Add(ChangeSetErrorCode.WrongShape,
            "{}", "{{}}", "{\"a\":1}", "null", "true", "1", "\"[1]\"", "[null]", "[true]", "[\"a\"]", "[{}]", "[{\"length\":1}]", "[[]]", "[[\"a\"]]", "[[null]]", "[[null,\"a\"]]", "[[false,\"a\"]]",
            "[[1,2]]", "[[1,null]]", "[[1,true]]", "[[0,\"a\",1]]", "[[0,\"a\",null]]", "[1,\"a\"]", "[1,[]]", "[[1],null]", "[[\"1\"]]", "[[\"1\",\"a\"]]");
        Add(ChangeSetErrorCode.BadLength,
            "[-1]", "[-0]", "[1.0]", "[1.5]", "[1e2]", "[1E+2]", "[2147483648]", "[4294967296]", "[9007199254740993]", "[99999999999999999999999999]", "[1e999]", "[[-1]]", "[[-0,\"a\"]]", "[[-5,\"a\"]]",
            "[[0.5,\"a\"]]", "[[1e0,\"a\"]]", "[[2147483648]]", "[-2147483648]");
        Add(ChangeSetErrorCode.EmptyPart, "[0]", "[[0]]", "[[0,\"\"]]", "[[3,\"\"]]", "[1,[0],1]", "[1,0]", "[[1],0]");
        Add(ChangeSetErrorCode.AdjacentKeeps, "[1,1]", "[[1],2,3]", "[1,2,[3]]");
        Add(ChangeSetErrorCode.BadCharacter,
            "[[0,\"a\\nb\"]]", "[[0,\"\\r\"]]", "[[0,\"a\\r\\n\"]]", "[[0,\"\\u0000\"]]", "[[0,\"a\",\"\\u000a\"]]", "[[1,\"\\u000D\"]]", "[[0,\"a\",\"b\\u0000c\"]]");
        Add(ChangeSetErrorCode.LoneSurrogate,
            "[[0,\"\\ud83d\"]]", "[[0,\"\\ude00\"]]", "[[0,\"\\ude00\\ud83d\"]]", "[[0,\"\\ud83d\",\"\\ude00\"]]", "[[0,\"a\\uD83Db\"]]", "[[0,\"\\ud83d\\ud83d\\ude00\"]]",
            "[[0,\"\ud83d\"]]", "[[0,\"\ude00\"]]", "[[0,\"\ude00\ud83d\"]]", "[\ud83d]", "\udfff");
        Add(ChangeSetErrorCode.TooLarge,
            "[1001]", "[[1001]]", "[600,[600]]", "[2147483647,[2147483647]]", "[[2147483647],2147483647,[2147483647]]", $"[999,[0,\"{new string('x', 2)}\"]]",
            $"[[0,\"{new string('x', 1_001)}\"]]", new string('[', 2_001), new string(' ', 2_001), $"[[0,\"{new string('x', 3_000)}\"]]");
        Add(ChangeSetErrorCode.TooManyParts,
            $"[{string.Join(',', Enumerable.Repeat("1,[1]", 11))}]", $"[{string.Join(',', Enumerable.Repeat("[1]", 21))}]", $"[{string.Join(',', Enumerable.Repeat("[0,\"a\"]", 21))}]");
        return data;
    }

    [Theory]
    [MemberData(nameof(Hostile), DisableDiscoveryEnumeration = true)]
    public void What_no_honest_client_writes_is_refused_with_a_code(string json, ChangeSetErrorCode code)
    {
        Assert.False(ChangeSet.TryParse(json, Limits, out var changes, out var error));

        Assert.Null(changes);
        Assert.Equal(code, error.Code);
        Assert.EndsWith(".", error.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void There_are_more_than_a_hundred_kinds() => Assert.InRange(Hostile().Count, 100, 1_000);

    [Theory]
    [InlineData("[]", "[]")]
    [InlineData(" [ 3 , [ 2 ] ] ", "[3,[2]]")]
    [InlineData("[[0,\"\\ud83d\\ude00\\u0041\"]]", "[[0,\"😀A\"]]")]
    [InlineData("[[2],[3]]", "[[2],[3]]")]
    [InlineData("[[1,\"\\u2028\",\"\"]]", "[[1,\"\u2028\",\"\"]]")]
    public void Spaces_and_escapes_are_all_that_may_differ(string json, string written)
    {
        Assert.True(ChangeSet.TryParse(json, Limits, out var changes, out _));

        Assert.Equal(written, changes.ToJson());
    }

    [Fact]
    public void Random_bytes_of_JSON_never_throw()
    {
        var random = new Random(Generators.Seeds.Take());
        const string Pieces = "[[]],,0123\"\"ab\\u-.e {}\n\ud83d\ude00";
        for (var i = 0; i < 50_000; i++)
        {
            var json = string.Create(random.Next(20), random, (span, from) => { foreach (ref var c in span) c = Pieces[from.Next(Pieces.Length)]; });

            if (!ChangeSet.TryParse(json, Limits, out var changes, out _)) continue;
            Assert.Equal(changes.ToJson(), ChangeSet.Parse(changes.ToJson()).ToJson());
        }
    }

    [Fact]
    public void A_damaged_log_says_so() => Assert.Throws<FormatException>(() => ChangeSet.Parse("[0]"));
}
