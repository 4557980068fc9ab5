using CollabSummaries.Editing;

namespace CollabSummaries.Benchmarks.Editing.Load;

/// <summary>
/// One editor's copy: confirmed updates in log order, own ones not confirmed yet moved over each as it comes, as the browser does. The text is kept by
/// those alone who are to be compared with the server; for the others its length is enough to make edits that fit.
/// </summary>
internal sealed class Replica(string clientId, long version, string text, bool keepsText)
{
    private readonly List<ChangeSet> _own = [];
    private int _length = text.Length;
    private string? _text = keepsText ? text : null;

    public long Version { get; private set; } = version;

    /// <summary>Number of the first own update that is not confirmed.</summary>
    public long FirstSeq { get; private set; }

    public IReadOnlyList<ChangeSet> Own => _own;

    /// <summary>The server's text at <see cref="Version"/>, where it is kept.</summary>
    public string? Text => _text;

    private int Length => _own.Count > 0 ? _own[^1].NewLength : _length;

    /// <summary>Words grow and shrink: as much is taken away as comes, so that a long run edits a text of the usual size.</summary>
    public void Type(Random random)
    {
        var at = random.Next(Length + 1);
        _own.Add(random.Next(2) == 0 && Length - at > 3 && Length > 1000
            ? ChangeSet.Replace(Length, at, at + 3, "")
            : ChangeSet.Replace(Length, at, at, "abc"));
    }

    public void Write(string text) => _own.Add(ChangeSet.Replace(Length, Length, Length, text));

    /// <summary>Takes the update that makes the next version.</summary>
    public void Take(string author, long seq, ChangeSet changes, string json)
    {
        if (author == clientId)
        {
            if (_own.Count == 0 || seq != FirstSeq || _own[0].ToJson() != json)
                throw new InvalidDataException($"Version {Version + 1} is update {seq} of this editor, which is not the one it sent as {FirstSeq}.");
            _own.RemoveAt(0);
            FirstSeq++;
        }
        else
        {
            var over = changes;
            for (var i = 0; i < _own.Count; i++)
                (_own[i], over) = (_own[i].Map(over), over.Map(_own[i], before: true));
        }

        _text = _text is null ? null : changes.Apply(_text);
        _length = changes.NewLength;
        Version++;
    }
}
