using CollabSummaries.Editing.Bullets;
using CollabSummaries.Editing.Sessions;

namespace CollabSummaries.Editing.Tests.Traces;

public sealed class TraceTests
{
    [Theory]
    [InlineData("sveltecomponent.json.gz")]
    [InlineData("json-crdt-blog-post.json.gz")]
    public void A_real_document_typed_through_a_session_ends_as_it_did(string name)
    {
        var trace = Trace.Read(name);
        var session = EditingSession.Open(trace.Start, 0, BulletMap.Empty, [], new Dictionary<string, long>());
        foreach (var transaction in trace.Transactions)
        {
            var changes = Trace.Change(session.Committed.Text, transaction);
            session.Commit(Assert.IsType<Accepted>(session.Accept(session.Version, [new Update("typist", session.Version, changes)])));
        }

        Assert.Equal(trace.End, session.Committed.Text);
        Assert.Equal(trace.Transactions.Count, session.Version);
        Assert.Equal(BulletMap.Parse(session.Committed.Bullets.ToText(), trace.End).Bullets, session.Committed.Bullets.Bullets);
    }

    [Fact]
    public void A_long_document_ends_as_it_did_and_composes_to_one_change()
    {
        var trace = Trace.Read("seph-blog1.json.gz");
        var text = trace.Start;
        var all = new List<ChangeSet>();
        foreach (var transaction in trace.Transactions)
        {
            all.Add(ChangeSet.Parse(Trace.Change(text, transaction).ToJson()));
            text = all[^1].Apply(text);
        }

        Assert.Equal(trace.End, text);
        Assert.Equal(trace.End, ChangeSet.ComposeAll(all).Apply(trace.Start));
    }

    [Fact]
    public void Positions_are_counted_in_code_points()
    {
        var changes = Trace.Change("😀a😀b", [(1, 1, "x"), (2, 1, "😀😀"), (4, 1, "")]);

        Assert.Equal("😀x😀😀", changes.Apply("😀a😀b"));
    }
}
