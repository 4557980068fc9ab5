using CollabSummaries.Transcripts;
using CollabSummaries.Web.Reviewing;

namespace CollabSummaries.Web.Tests.Reviewing;

public sealed class TurnRowTests
{
    [Fact]
    public void Rows_name_time_or_paragraph_and_hide_a_repeated_speaker()
    {
        Segment[] segments = [Said(0, 0, "Ann", "Hello."), Said(1, 70_000, "Ann", "Still me."), Said(2, null, "Bob", "No clock here.")];

        var rows = TurnRow.Of(segments, [new Chapter("Start", 0)]).ToList();

        Assert.Equal([("00:00:00", "Ann", false), ("00:01:10", "Ann", true), ("¶ 3", "Bob", false)], rows.Select(x => (x.Place, x.Speaker, x.IsSame)));
        Assert.Equal(["00:00", "01:10", "¶ 3"], rows.Select(x => x.Label));
        Assert.Single(TurnRowHtml.Render(rows).Split("class=\"who\">Ann<").Skip(1));
        Assert.Equal(["Start", null, null], rows.Select(x => x.Chapter));
    }

    [Fact]
    public void Every_segment_stands_in_one_row_under_its_own_number()
    {
        var segments = Enumerable.Range(0, 500).Select(i => Said(i, i * 3_000, i % 40 < 30 ? "Ann" : "Bob", $"Words of {i}.")).ToList();

        var numbers = TurnRow.Of(segments, []).SelectMany(x => x.Pieces).Select(x => x.Segment);

        Assert.Equal(Enumerable.Range(0, 500), numbers);
    }

    [Fact]
    public void Hostile_words_become_text_and_never_markup()
    {
        const string Hostile = "<img src=x onerror=alert(1)>\"'&</p><script>";
        Segment[] segments = [Said(0, 0, Hostile, Hostile)];

        var html = TurnRowHtml.Render(TurnRow.Of(segments, [new Chapter(Hostile, 0)]));

        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("</p><script", html, StringComparison.Ordinal);
        Assert.Equal(4, html.Split("&lt;img src=x onerror=alert(1)&gt;").Length - 1);
    }

    [Fact]
    public void Letters_of_all_alphabets_stay_as_they_are()
    {
        var html = TurnRowHtml.Render(TurnRow.Of([Said(0, 0, null, "Grüße, 你好, Привет")], []));

        Assert.Contains("Grüße, 你好, Привет", html, StringComparison.Ordinal);
    }

    private static Segment Said(int index, long? startMs, string? speaker, string text) =>
        new($"s{index}", startMs, startMs + 2_000, speaker, text, index + 1, index + 1);
}
