using CollabSummaries.Editing.Tests.Generators;

namespace CollabSummaries.Editing.Tests.Changes;

public sealed class ChangeSetLawTests
{
    private const int Cases = 10_000;

    [Fact]
    public void An_inverse_takes_the_edit_back() => ForAll((random, text) =>
    {
        var changes = random.Change(text);
        var after = changes.Apply(text);

        Assert.Equal(changes.NewLength, after.Length);
        Assert.Equal(text, changes.Invert(text).Apply(after));
    });

    [Fact]
    public void A_composition_does_what_its_members_do_in_turn() => ForAll((random, text) =>
    {
        var (members, after) = Chain(random, text, 1 + random.Next(6));

        Assert.Equal(after, ChangeSet.ComposeAll(members).Apply(text));
        Assert.Equal(after, members.Aggregate((a, b) => a.Compose(b)).Apply(text));
        Assert.Equal(after, members.AsEnumerable().Reverse().Aggregate((b, a) => a.Compose(b)).Apply(text));
    });

    [Fact]
    public void Two_concurrent_edits_converge_in_either_order() => ForAll((random, text) =>
    {
        var (a, b) = (random.Change(text), random.Change(text));

        Assert.Equal(a.Compose(b.Map(a)).Apply(text), b.Compose(a.Map(b, before: true)).Apply(text));
        Assert.Equal(a.Compose(b.Map(a, before: true)).Apply(text), b.Compose(a.Map(b)).Apply(text));
    });

    [Fact]
    public void Mapping_over_a_composition_is_not_mapping_over_its_members()
    {
        var differing = 0;
        ForAll((random, text) =>
        {
            var (missed, after) = Chain(random, text, 2);
            var concurrent = random.Change(text);

            var inTurn = concurrent.Map(missed[0]).Map(missed[1]).Apply(after);
            if (concurrent.Map(missed[0].Compose(missed[1])).Apply(after) != inTurn) differing++;
        });

        Assert.NotEqual(0, differing);
    }

    [Fact]
    public void Pieces_kept_are_mapped_with_their_text() => ForAll((random, text) =>
    {
        var changes = random.Change(text);
        var after = changes.Apply(text);

        for (var position = 0; position < text.Length; position++)
            if (changes.MapPosition(position, 1, MapMode.TrackAfter) is { } mapped) Assert.Equal(text[position], after[mapped]);
    });

    [Fact]
    public void Positions_keep_their_order() => ForAll((random, text) =>
    {
        var changes = random.Change(text);
        foreach (var assoc in new[] { -1, 1 })
        {
            var mapped = Enumerable.Range(0, text.Length + 1).Select(position => changes.MapPosition(position, assoc)).ToList();

            Assert.Equal(mapped.Order(), mapped);
            Assert.All(mapped, position => Assert.InRange(position, 0, changes.NewLength));
        }
    });

    [Fact]
    public void Ranges_tell_the_whole_edit() => ForAll((random, text) =>
    {
        var changes = random.Change(text);

        var again = ChangeSet.Of(text.Length, changes.Ranges.Select(range => new TextEdit(range.FromA, range.ToA, range.Inserted)));

        Assert.Equal(changes.Apply(text), again.Apply(text));
        Assert.All(changes.Ranges, range => Assert.Equal(range.Inserted, changes.Apply(text)[range.FromB..range.ToB]));
    });

    [Fact]
    public void Accepted_JSON_is_written_again_byte_for_byte() => ForAll((random, text) =>
    {
        var (members, _) = Chain(random, text, 3);
        foreach (var changes in members.Append(ChangeSet.ComposeAll(members)).Append(members[0].Map(random.Change(text))))
        {
            Assert.True(ChangeSet.TryParse(changes.ToJson(), ChangeSetLimits.Default, out var parsed, out var error), error?.Sentence);
            Assert.Equal(changes.ToJson(), parsed.ToJson());
        }
    });

    [Fact]
    public void Thousands_of_scattered_edits_compose_as_a_tree()
    {
        var random = new Random(Seeds.Take());
        var text = new string('x', 10_000);
        var places = Enumerable.Range(0, 20_000).Select(_ => random.Next(text.Length)).ToList();

        var composed = ChangeSet.ComposeAll([.. places.Select(at => ChangeSet.Replace(text.Length, at, at + 1, "y"))]);

        var expected = text.ToCharArray();
        places.ForEach(at => expected[at] = 'y');
        Assert.Equal(new string(expected), composed.Apply(text));
    }

    private static (List<ChangeSet> Members, string After) Chain(Random random, string text, int count)
    {
        var members = new List<ChangeSet>();
        for (; count > 0; count--)
        {
            members.Add(random.Change(text));
            text = members[^1].Apply(text);
        }
        return (members, text);
    }

    private static void ForAll(Action<Random, string> law)
    {
        var random = new Random(Seeds.Take());
        for (var i = 0; i < Seeds.Cases(Cases); i++) law(random, random.Text(10));
    }
}
