using CollabSummaries.Evaluation;
using CollabSummaries.Evaluation.Fitting;
using CollabSummaries.Evaluation.Scoring;
using CollabSummaries.Summarization.Inference;
using CollabSummaries.Transcripts;

// Scores summaries, links and the gate on the evaluation set. Make the first argument's file with `summarize --batch`.
const string Usage = "fit FIXED.jsonl FOLDER [written] | score SYSTEM.jsonl [OTHER.jsonl] | gate [why [BULLETS.jsonl]] | links | drafts OUT.jsonl [BULLETS] [TALK...]";
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
    case ["fit", var listed, var folder, .. var writing] when writing is [] or ["written"]:
        using (var model = writing is [] ? null : Load())
            await HeldOut.WriteAsync(items, Lines.Summaries(listed).ToDictionary(r => r.Id, r => r.Bullets, StringComparer.Ordinal), model, folder, Console.Out, CancellationToken.None);
        return 0;
    case ["links"]:
        Console.Write(Report.Links(LinkScore.Of(items, Lines.Read<EvidenceRow>(Lines.Fixture("dev_evidence.jsonl")), LinkScore.Own)));
        return 0;
    case ["drafts", var path, .. var rest]:
        int? count = rest is [var number, ..] && int.TryParse(number, out var given) ? given : rest is [] ? 5 : null;
        var named = rest.Where(r => !int.TryParse(r, out _)).ToList();
        var talks = named.Count == 0 ? items.Select(i => (i.Id, i.Turns, (IReadOnlyList<Chapter>)[])) : named.Select(f => Drafts.Read(f, CancellationToken.None));
        using (var model = Load())
            await Drafts.WriteAsync(talks, count, model, path, CancellationToken.None);
        return 0;
    default:
        Console.Error.WriteLine($"use {Usage}");
        return 2;
}

static BulletModel Load() => ModelLoading.Load(new InferenceOptions { GiveWay = false }, CancellationToken.None) is { Model: { } model } ? model : throw new InvalidOperationException("there is no built-in model");

List<(Item Item, SummaryScore Score)> Score(string path)
{
    var rows = Lines.Summaries(path).ToDictionary(r => r.Id, StringComparer.Ordinal);
    foreach (var missing in items.Where(i => !rows.ContainsKey(i.Id)))
        Console.Error.WriteLine($"{path} has no summary of {missing.Id}; it counts as an empty one");
    return [.. items.Select(i => (i, SummaryScore.Of(rows.GetValueOrDefault(i.Id)?.Bullets ?? [], i)))];
}
