using CollabSummaries.Editing.Tests.Generators;

namespace CollabSummaries.Editing.Tests.Sessions;

public sealed class SimulatedSessionTests
{
    [Fact]
    public void All_texts_are_equal_at_rest_and_equal_the_replay_of_the_log()
    {
        var random = new Random(Seeds.Take());
        for (var i = 0; i < Seeds.Cases(2_000); i++)
        {
            var session = new SimulatedSession(random);

            session.Run();

            Assert.All(session.Clients, client => Assert.Equal(session.Text, client.Text));
            Assert.Equal(session.Text, session.Log.Aggregate(session.Start, (text, update) => update.Changes.Apply(text)));
            Assert.Equal(session.Log.Count, session.Log.Select(update => (update.ClientId, update.Seq)).Distinct().Count());
        }
    }
}
