namespace CollabSummaries.Editing.Tests.Sessions;

/// <summary>
/// What <c>@codemirror/collab</c> does, in C#: edits wait unsent, received updates move them one at a time. Writes down what it did, so that the
/// original can be asked to do the same (see SessionOracleTests).
/// </summary>
internal sealed class SimulatedClient(string id, int number, string text, List<object> script)
{
    private readonly List<Update> _unsent = [];
    private long _seq;

    public string Id => id;

    public string Text { get; private set; } = text;

    public long Version { get; private set; }

    public IReadOnlyList<Update> Unsent => _unsent;

    /// <summary>What it said it would send, in the words of the oracle.</summary>
    public string Sendable => $"{Version} {string.Join(' ', _unsent.Select(update => update.Changes.ToJson()))}";

    public void Edit(ChangeSet changes)
    {
        if (changes.IsEmpty) return;
        script.Add(new { client = number, edit = changes.ToJson() });
        Text = changes.Apply(Text);
        _unsent.Add(new Update(id, _seq++, changes));
    }

    public void Receive(Update update)
    {
        script.Add(new { client = number, receive = update.Changes.ToJson(), from = update.ClientId });
        Version++;
        if (_unsent.Count > 0 && update.ClientId == id)
        {
            _unsent.RemoveAt(0);
            return;
        }
        var changes = update.Changes;
        for (var i = 0; i < _unsent.Count; i++)
        {
            var own = _unsent[i];
            _unsent[i] = own with { Changes = own.Changes.Map(changes) };
            changes = changes.Map(own.Changes, before: true);
        }
        Text = changes.Apply(Text);
    }

    /// <summary>The mistake: mapping does not distribute over composition.</summary>
    public void ReceiveComposed(IReadOnlyList<Update> missed)
    {
        var others = missed.Where(update => update.ClientId != id).ToList();
        if (others.Count < 2 || others.Count != missed.Count)
        {
            foreach (var update in missed) Receive(update);
            return;
        }
        Receive(new Update(others[0].ClientId, others[0].Seq, ChangeSet.ComposeAll([.. others.Select(update => update.Changes)])));
        Version += others.Count - 1;
    }

    public void Show() => script.Add(new { client = number });
}
