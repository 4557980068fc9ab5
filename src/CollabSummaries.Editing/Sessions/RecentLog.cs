namespace CollabSummaries.Editing.Sessions;

/// <summary>The end of the log as kept in memory; knows which versions its updates made.</summary>
internal sealed class RecentLog(long version, IReadOnlyList<Update> updates, int most)
{
    private readonly List<Update> _updates = [.. updates];

    /// <summary>The version its last update made.</summary>
    public long Version { get; private set; } = version;

    /// <summary>The version its first update follows.</summary>
    public long AfterVersion => Version - _updates.Count;

    public void Append(IReadOnlyList<Update> updates)
    {
        _updates.AddRange(updates);
        Version += updates.Count;

        // Trimmed now and then, for each removal moves all the rest.
        if (_updates.Count > most + (most / 4) + 16) _updates.RemoveRange(0, _updates.Count - most);
    }

    /// <summary>All updates after a version within <see cref="AfterVersion"/> and <see cref="Version"/>.</summary>
    public List<Update> After(long version) => _updates.GetRange((int)(version - AfterVersion), (int)(Version - version));
}
