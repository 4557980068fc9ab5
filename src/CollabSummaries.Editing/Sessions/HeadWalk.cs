using CollabSummaries.Editing.Bullets;

namespace CollabSummaries.Editing.Sessions;

/// <summary>Puts moved updates on a head, one after the other, and refuses what the text may not become.</summary>
internal sealed class HeadWalk(SessionState head, SessionLimits limits)
{
    private readonly List<IReadOnlyList<BulletChange>> _bulletChanges = [];

    public SessionState Head { get; private set; } = head;

    public IReadOnlyList<IReadOnlyList<BulletChange>> BulletChanges => _bulletChanges;

    public Refused? Step(Update update, IReadOnlyDictionary<int, string>? bulletIds)
    {
        var changes = update.Changes;
        if (changes.Length != Head.Text.Length)
            return new Refused(RefusalCode.LengthMismatch, $"Update {update.Seq} edits {changes.Length} code units; the text has {Head.Text.Length}.");
        if (changes.NewLength > limits.MaxTextLength && changes.NewLength > changes.Length)
            return new Refused(RefusalCode.TooLarge, $"The summary would have {changes.NewLength} code units; {limits.MaxTextLength} are allowed.");
        if (changes.CutsSurrogatePair(Head.Text))
            return new Refused(RefusalCode.CutsPair, $"Update {update.Seq} begins or ends inside a surrogate pair.");

        var text = changes.Apply(Head.Text);
        var (bullets, happened) = Head.Bullets.Advance(Head.Text, changes, text, Head.Version + 1, bulletIds);
        if (bullets.Bullets.Count > limits.MaxBullets && bullets.Bullets.Count > Head.Bullets.Bullets.Count)
            return new Refused(RefusalCode.TooManyBullets, $"The summary would have {bullets.Bullets.Count} bullets; {limits.MaxBullets} are allowed.");
        Head = new SessionState(Head.Version + 1, text, bullets);
        _bulletChanges.Add(happened);
        return null;
    }
}
