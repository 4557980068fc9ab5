namespace CollabSummaries.Editing;

/// <summary>A stretch of text written by one author in one version.</summary>
/// <param name="Length">UTF-16 code units.</param>
/// <param name="Author">The key given with the change.</param>
public readonly record struct AuthoredRun(int Length, string Author, long Version);

/// <summary>A change with who made it and the version it made.</summary>
public sealed record AuthoredChange(string Author, long Version, ChangeSet Changes);

/// <summary>
/// Who wrote which characters of a text, read off its log. Law: the runs cover the text exactly, neighbors differ, and text that was kept keeps its
/// author, wherever the edits around it came from.
/// </summary>
public sealed class Attribution
{
    private Attribution(IReadOnlyList<AuthoredRun> runs) => Runs = runs;

    /// <summary>The empty text.</summary>
    public static Attribution None { get; } = new([]);

    /// <summary>In text order.</summary>
    public IReadOnlyList<AuthoredRun> Runs { get; }

    /// <summary>A text that was there before the changes, as one author's.</summary>
    public static Attribution Of(int length, string author, long version) =>
        length == 0 ? None : new([new AuthoredRun(length, author, version)]);

    /// <summary>After further changes, in log order.</summary>
    public Attribution After(IEnumerable<AuthoredChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var (runs, spare) = (new List<AuthoredRun>(Runs), new List<AuthoredRun>());
        foreach (var change in changes)
        {
            spare.Clear();
            Advance(runs, change, spare);
            (runs, spare) = (spare, runs);
        }
        return new Attribution(runs);
    }

    private static void Advance(List<AuthoredRun> runs, AuthoredChange change, List<AuthoredRun> result)
    {
        if (runs.Sum(run => run.Length) != change.Changes.Length)
            throw new ArgumentException($"Version {change.Version} edits a text of another length than the one before it made.");
        int at = 0, taken = 0;
        foreach (var part in change.Changes.Parts)
        {
            for (var left = part.Length; left > 0;)
            {
                var piece = Math.Min(left, runs[at].Length - taken);
                if (part.IsKeep) Append(result, runs[at] with { Length = piece });
                left -= piece;
                taken += piece;
                if (taken == runs[at].Length) (at, taken) = (at + 1, 0);
            }
            if (part.Insert is { Length: > 0 } insert) Append(result, new AuthoredRun(insert.Length, change.Author, change.Version));
        }
    }

    private static void Append(List<AuthoredRun> runs, AuthoredRun run)
    {
        if (runs.Count > 0 && runs[^1] is var last && last.Author == run.Author && last.Version == run.Version)
            runs[^1] = last with { Length = last.Length + run.Length };
        else runs.Add(run);
    }
}
