using CollabSummaries.Evaluation;
using CollabSummaries.Evaluation.Scoring;
using CollabSummaries.Summarization.Inference;

// Scores summaries, links and the gate on the evaluation set. Make the first argument's file with `summarize --batch`.
const string Usage = "score SYSTEM.jsonl [OTHER.jsonl] | gate [why [BULLETS.jsonl]] | links | drafts OUT.jsonl";
var items = Lines.Read<Item>(Lines.Fixture("dev.jsonl"));
switch (args)
{
    case ["score", var system]:
        Console.Write(Report.Scores(Score(system)));
        return 0;
    case ["score", var system, var other]:
        var (first, second) = (Score(system), Score(other));
        Console.Write($"{system}\n{Report.Scores(first)}\n{other}\n{Report.Scores(second)}\nthe first less the second, paired bootstrap over items, seed {Bootstrap.Seed}\n");
        Console.Write(Report.Compared([.. first.Select(s => s.Score)], [.. second.Select(s => s.Score)]));
        return 0;
    case ["gate"]:
        var bullets = Lines.Read<LabelledBullet>(Lines.Fixture("faithfulness.jsonl"));
        Console.Write(Report.Gate(bullets.GroupBy(b => b.Writing).Select(g => (g.Key, (IReadOnlyList<GateScore>)GateScore.Of(g))).Append(("all", GateScore.Of(bullets)))));
        return 0;
    case ["gate", "why", .. var files] when files.Length < 2:
        foreach (var bullet in Lines.Read<LabelledBullet>(files is [var file] ? file : Lines.Fixture("faithfulness.jsonl")).OrderBy(b => b.Label, StringComparer.Ordinal))
            Console.WriteLine($"{bullet.Label}\t{GateScore.Reason(bullet) ?? "PASSES"}\t{bullet.Bullet}\t{bullet.Passage.ReplaceLineEndings(" / ")}");
        return 0;
    case ["links"]:
        Console.Write(Report.Links(LinkScore.Of(items, Lines.Read<EvidenceRow>(Lines.Fixture("dev_evidence.jsonl")), LinkScore.Own)));
        return 0;
    case ["drafts", var path]:
        var loaded = ModelLoading.Load(new InferenceOptions { GiveWay = false }, CancellationToken.None);
        using (var model = loaded.Model ?? throw new InvalidOperationException(loaded.Problem))
            await Drafts.WriteAsync(items, bullets: 5, model, path, CancellationToken.None);
        return 0;
    default:
        Console.Error.WriteLine($"use {Usage}");
        return 2;
}

List<(Item Item, SummaryScore Score)> Score(string path)
{
    var rows = Lines.Summaries(path).ToDictionary(r => r.Id, StringComparer.Ordinal);
    foreach (var missing in items.Where(i => !rows.ContainsKey(i.Id)))
        Console.Error.WriteLine($"{path} has no summary of {missing.Id}; it counts as an empty one");
    return [.. items.Select(i => (i, SummaryScore.Of(rows.GetValueOrDefault(i.Id)?.Bullets ?? [], i)))];
}
