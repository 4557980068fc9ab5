using System.Text;
using System.Text.Json;
using CollabSummaries.Summarization.Inference.Tokenizing.Unicode;

namespace CollabSummaries.Summarization.Tests.Tokenizing;

public sealed class NormalFormTests
{
    private const int Seed = 417;

    [Fact]
    public async Task All_code_points_and_random_rows_of_marks_have_the_forms_of_the_reference()
    {
        var random = new Random(Seed);
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {Seed}");
        var points = NormalizationTables.Canonical.Keys.Concat(NormalizationTables.Compatible.Keys).Concat(Enumerable.Range(0, 0x10FFFF / 97).Select(k => k * 97)).Where(p => p is < 0xD800 or > 0xDFFF).ToList();
        int[] building = [.. points.Take(4000), .. Enumerable.Range(0x300, 0x70), .. Enumerable.Range(0x1100, 0x100), .. Enumerable.Range(0xAC00, 60), .. Enumerable.Range(0x5B0, 20), 0x93C, 0x94D, 0x9BE, 0x9C7];
        var texts = points.Select(p => new Rune(p).ToString()).ToList();
        for (var k = 0; k < 4000; k++)
            texts.Add(string.Concat(Enumerable.Range(0, random.Next(2, 7)).Select(_ => new Rune(building[random.Next(building.Length)]).ToString())));

        var forms = (await Oracle.AskAsync("forms.mjs", texts, TestContext.Current.CancellationToken)).Deserialize<string[][]>()!;

        for (var k = 0; k < texts.Count; k++)
            Assert.Equal(string.Join('|', forms[k]), string.Join('|', NormalForm.C(texts[k]), NormalForm.D(texts[k]), NormalForm.KC(texts[k]), NormalForm.KD(texts[k])));
    }
}
