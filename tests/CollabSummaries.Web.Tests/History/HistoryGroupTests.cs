using CollabSummaries.Web.History;
using CollabSummaries.Workspace.Log;

namespace CollabSummaries.Web.Tests.History;

public sealed class HistoryGroupTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 12, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Changes_of_one_author_within_five_minutes_of_the_first_are_one_entry()
    {
        KeptUpdate[] updates = [Update(1, "person:mia", 0), Update(2, "person:mia", 4), Update(3, "person:mia", 5)];

        var groups = HistoryGroup.Of(updates);

        var only = Assert.Single(groups);
        Assert.Equal((1L, 3L, 3L, 0L), (only.First, only.Last, only.Changes, only.Before));
        Assert.Equal((Noon, Noon.AddMinutes(5)), (only.From, only.To));
    }

    [Fact]
    public void Another_author_another_kind_or_a_later_time_begins_a_new_entry_and_the_newest_comes_first()
    {
        KeptUpdate[] updates =
        [
            Update(1, "person:mia", 0),
            Update(2, "person:jonas", 1),
            Update(3, "person:jonas", 1, UpdateKind.Restore),
            Update(4, "person:jonas", 7, UpdateKind.Restore),
            Update(5, "run:a", 7, UpdateKind.Run),
        ];

        var groups = HistoryGroup.Of(updates);

        Assert.Equal([(5L, 5L), (4L, 4L), (3L, 3L), (2L, 2L), (1L, 1L)], groups.Select(x => (x.First, x.Last)));
    }

    [Fact]
    public void Nothing_written_gives_no_entries()
    {
        var groups = HistoryGroup.Of([]);

        Assert.Empty(groups);
    }

    private static KeptUpdate Update(long version, string author, int minute, UpdateKind kind = UpdateKind.Edit) => new()
    {
        TalkId = "talk", Version = version, ClientId = "client", Seq = version, AuthorKey = author, Kind = kind, At = Noon.AddMinutes(minute), Changes = "[]", Hash = [],
    };
}
