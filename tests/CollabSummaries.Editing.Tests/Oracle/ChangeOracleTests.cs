using System.Text.Json;
using CollabSummaries.Editing.Tests.Generators;

namespace CollabSummaries.Editing.Tests.Oracle;

public sealed class ChangeOracleTests
{
    private const int Batch = 2_000;
    private static readonly JsonSerializerOptions Options = new() { PropertyNameCaseInsensitive = true };

    [Fact]
    public async Task The_port_agrees_with_CodeMirror_on_random_changes()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var random = new Random(Seeds.Take());
        await using var oracle = await OracleProcess.StartAsync(cancellation);

        for (var left = Seeds.Cases(20_000); left > 0; left -= Batch)
        {
            var cases = Enumerable.Range(0, Math.Min(left, Batch)).Select(_ => ChangeCase.Random(random)).ToList();
            var differing = await FirstDifferingAsync(oracle, cases, cancellation);
            if (differing is not null) Assert.Fail(await KeepAsync(oracle, differing, cancellation));
        }
    }

    [Fact]
    public async Task Cases_that_failed_once_agree_now()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var oracle = await OracleProcess.StartAsync(cancellation);
        var kept = Directory.GetFiles(Places.KeptCases, "*.json").Select(file => JsonSerializer.Deserialize<ChangeCase>(File.ReadAllText(file))!).ToList();

        var differing = await FirstDifferingAsync(oracle, kept, cancellation);

        Assert.NotEmpty(kept);
        Assert.Null(differing?.ToJson());
    }

    [Fact]
    public async Task Edits_of_one_transaction_make_the_same_change()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var random = new Random(Seeds.Take());
        await using var oracle = await OracleProcess.StartAsync(cancellation);
        var cases = Enumerable.Range(0, Seeds.Cases(4_000)).Select(_ => random.Text(8)).Select(text => (Text: text, Edits: WithBreaks(random, text))).ToList();

        var answers = await oracle.AskAsync(
            [.. cases.Select(one => JsonSerializer.Serialize(new
            {
                kind = "build",
                length = one.Text.Length,
                edits = one.Edits.Select(edit => new { from = edit.From, to = edit.To, insert = edit.Insert }),
            }))],
            cancellation);

        foreach (var (one, answer) in cases.Zip(answers))
            Assert.Equal(JsonSerializer.Deserialize<Dictionary<string, string>>(answer)!["built"], ChangeSet.Of(one.Text.Length, one.Edits).ToJson());
    }

    private static TextEdit[] WithBreaks(Random random, string text) =>
        [.. random.Edits(text).Select(edit => edit with { Insert = edit.Insert.Replace("\n", random.Pick("\r", "\r\n", "\n"), StringComparison.Ordinal) })];

    private static async Task<ChangeCase?> FirstDifferingAsync(OracleProcess oracle, List<ChangeCase> cases, CancellationToken cancellation)
    {
        var answers = await oracle.AskAsync([.. cases.Select(one => one.Ask())], cancellation);
        for (var i = 0; i < cases.Count; i++)
            if (!cases[i].Answer().Agrees(JsonSerializer.Deserialize<ChangeAnswer>(answers[i], Options)!)) return cases[i];
        return null;
    }

    // The smallest case that still differs goes to the fixtures: from then on every run asks it.
    private static async Task<string> KeepAsync(OracleProcess oracle, ChangeCase failing, CancellationToken cancellation)
    {
        for (var smaller = failing; smaller is not null; smaller = await FirstDifferingAsync(oracle, [.. failing.Smaller()], cancellation)) failing = smaller;
        Directory.CreateDirectory(Places.KeptCases);
        var file = Path.Combine(Places.KeptCases, $"{TextHash.Of(failing.ToJson())}.json");
        await File.WriteAllTextAsync(file, failing.ToJson() + "\n", cancellation);
        return $"kept as {Path.GetFileName(file)}: {failing.ToJson()}\nport says {JsonSerializer.Serialize(failing.Answer())}";
    }
}
