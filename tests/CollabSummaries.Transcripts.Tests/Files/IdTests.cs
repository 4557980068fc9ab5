namespace CollabSummaries.Transcripts.Tests.Files;

public sealed class IdTests
{
    [Fact]
    public void The_same_file_gives_the_same_ids_and_no_two_segments_share_one()
    {
        var once = Reading.Text("[00:01] no\n[00:02] no\n[00:03] no\n");
        var again = Reading.Text("[00:01] no\n[00:02] no\n[00:03] no\n");

        Assert.Equal(once.Segments, again.Segments);
        Assert.Equal(3, once.Segments.Select(s => s.Id).Distinct().Count());
    }

    [Fact]
    public void An_id_follows_place_and_text_and_nothing_else()
    {
        var timed = Reading.Text("[00:01] same words\n[00:02] more\n");
        var named = Reading.Text("Jane: same words\nJane: more\n");

        Assert.Equal(timed.Segments.Select(s => s.Id), named.Segments.Select(s => s.Id));
    }
}
