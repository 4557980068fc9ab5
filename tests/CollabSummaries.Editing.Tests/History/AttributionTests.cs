using CollabSummaries.Editing.Tests.Generators;

namespace CollabSummaries.Editing.Tests.History;

public sealed class AttributionTests
{
    [Fact]
    public void Each_character_belongs_to_who_typed_it()
    {
        var attribution = Attribution.None.After(
        [
            new AuthoredChange("ann", 1, ChangeSet.Replace(0, 0, 0, "hello")),
            new AuthoredChange("bob", 2, ChangeSet.Replace(5, 2, 4, "XYZ")),
            new AuthoredChange("ann", 3, ChangeSet.Replace(6, 0, 1, "")),
        ]);

        Assert.Equal([new AuthoredRun(1, "ann", 1), new AuthoredRun(3, "bob", 2), new AuthoredRun(1, "ann", 1)], attribution.Runs);
    }

    [Fact]
    public void Runs_are_what_marking_every_character_gives()
    {
        var random = new Random(Seeds.Take());
        for (var log = 0; log < 500; log++)
        {
            var text = random.Text(10);
            var marks = Enumerable.Repeat(("start", 0L), text.Length).ToList();
            var changes = new List<AuthoredChange>();
            for (var version = 1L; version <= 20; version++)
            {
                var change = new AuthoredChange(random.Pick("ann", "bob"), version, random.Change(text));
                changes.Add(change);
                foreach (var range in change.Changes.Ranges.Reverse())
                {
                    marks.RemoveRange(range.FromA, range.ToA - range.FromA);
                    marks.InsertRange(range.FromA, Enumerable.Repeat((change.Author, version), range.Inserted.Length));
                }
                text = change.Changes.Apply(text);
            }

            var runs = Attribution.Of(changes[0].Changes.Length, "start", 0).After(changes).Runs;

            Assert.Equal(marks, runs.SelectMany(run => Enumerable.Repeat((run.Author, run.Version), run.Length)));
            Assert.DoesNotContain(runs.Zip(runs.Skip(1)), pair => (pair.First.Author, pair.First.Version) == (pair.Second.Author, pair.Second.Version));
        }
    }

    [Fact]
    public void A_log_with_a_gap_is_refused() =>
        Assert.Throws<ArgumentException>(() => Attribution.None.After([new AuthoredChange("ann", 2, ChangeSet.Replace(3, 0, 1, ""))]));
}
