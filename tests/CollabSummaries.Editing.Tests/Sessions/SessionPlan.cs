using System.Text.Json;
using CollabSummaries.Editing.Tests.Oracle;

namespace CollabSummaries.Editing.Tests.Sessions;

/// <summary>A made-up session: what it begins with and a number for each of its steps, so that steps can be left out and the others stay as they were.</summary>
/// <param name="ComposesGaps">The editors make the mistake the design forbids: what they missed is composed and mapped over at once.</param>
public sealed record SessionPlan(int Seed, IReadOnlyList<int> Steps, bool ComposesGaps = false)
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static SessionPlan Random(Random random) => new(random.Next(), [.. Enumerable.Range(0, random.Next(5, 60)).Select(_ => random.Next())]);

    /// <summary>Sessions with fewer steps: larger pieces are left out first.</summary>
    public IEnumerable<SessionPlan> Smaller()
    {
        for (var piece = Math.Max(1, Steps.Count / 2); piece > 0; piece /= 2)
            for (var at = 0; at + piece <= Steps.Count; at += piece)
                yield return this with { Steps = [.. Steps.Take(at), .. Steps.Skip(at + piece)] };
    }

    /// <summary>The smallest session found that fails as this one does.</summary>
    public async Task<SessionPlan> MinimizeAsync(Func<SessionPlan, Task<bool>> fails)
    {
        var smallest = this;
        for (var found = true; found;)
        {
            found = false;
            foreach (var smaller in smallest.Smaller())
            {
                if (!await fails(smaller)) continue;
                (smallest, found) = (smaller, true);
                break;
            }
        }
        return smallest;
    }

    /// <summary>Puts it among the fixtures: from then on every run plays it.</summary>
    /// <returns>What to say of it.</returns>
    public async Task<string> KeepAsync(string fault, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Places.KeptSessions);
        var json = JsonSerializer.Serialize(this, Options);
        var file = Path.Combine(Places.KeptSessions, $"{TextHash.Of(json)}.json");
        await File.WriteAllTextAsync(file, json + "\n", cancellationToken);
        return $"kept as {Path.GetFileName(file)}: {fault}\n{json}";
    }

    public static IReadOnlyList<SessionPlan> Kept() =>
        [.. Directory.GetFiles(Places.KeptSessions, "*.json").Select(file => JsonSerializer.Deserialize<SessionPlan>(File.ReadAllText(file), Options)!)];
}
