namespace CollabSummaries.Transcripts.Tests.YouTube;

public sealed class TrackTests
{
    [Fact]
    public void Json3_parts_are_joined_and_ends_stop_at_the_next_start()
    {
        var talk = Reading.Text("""
            {"wireMagic":"pb3","events":[
            {"tStartMs":0,"dDurationMs":9000,"id":1,"wpWinPosId":1,"wsWinStyleId":1},
            {"tStartMs":120,"dDurationMs":3559,"wWinId":1,"segs":[{"utf8":"I'm","acAsrConf":0},{"utf8":" about","tOffsetMs":160}]},
            {"tStartMs":2000,"dDurationMs":1679,"wWinId":1,"aAppend":1,"segs":[{"utf8":"\n"}]},
            {"tStartMs":2010,"dDurationMs":3000,"wWinId":1,"segs":[{"utf8":"to"},{"utf8":" "},{"utf8":"show","tOffsetMs":400}]},
            {"tStartMs":6000,"dDurationMs":1000,"segs":[{"utf8":"a manual\nline"}]}
            ]}
            """);

        Assert.Equal("youtube-json3", talk.Format);
        Assert.Equal(["120-2010||I'm about|3-3", "2010-5010||to show|5-5", "6000-7000||a manual line|6-6"], Reading.Rows(talk));
    }

    [Fact]
    public void Srv3_words_and_new_line_rows_are_read_in_milliseconds()
    {
        var talk = Reading.Text("""
            <?xml version="1.0" encoding="utf-8" ?><timedtext format="3">
            <head><ws id="0"/><wp id="0"/></head>
            <body>
            <w t="0" id="1" wp="1" ws="1"/>
            <p t="120" d="3559" w="1"><s ac="248">I'm</s><s t="160" ac="248"> about</s></p>
            <p t="2000" d="1679" w="1" a="1">
            </p>
            <p t="2010" d="3000" w="1">plain &amp; whole</p>
            </body></timedtext>
            """);

        Assert.Equal("youtube-xml", talk.Format);
        Assert.Equal(["120-2010||I'm about|5-5", "2010-5010||plain & whole|8-8"], Reading.Rows(talk));
    }

    [Fact]
    public void Srv1_seconds_and_doubly_escaped_characters_are_read()
    {
        var talk = Reading.Text("<?xml version=\"1.0\" encoding=\"utf-8\" ?><transcript><text start=\"0.12\" dur=\"3.559\">I&amp;#39;m about</text><text start=\"3.7\">to &amp;quot;show&amp;quot;\nit</text></transcript>");

        Assert.Equal(["120-3679||I'm about|1-1", "3700-||to \"show\" it|1-2"], Reading.Rows(talk));
    }

    [Fact]
    public void A_document_type_is_refused_and_never_read()
    {
        var refusal = Reading.Refusal("<?xml version=\"1.0\"?>\n<!DOCTYPE timedtext [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<timedtext><body><p t=\"1\">&x;</p></body></timedtext>");

        Assert.Equal(2, refusal.Line);
        Assert.Contains("DTD", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"events\":[{\"tStartMs\":1,\n\"segs\":[{\"utf8\":\"a\"}", 2, "JSON is broken")]
    [InlineData("<timedtext><body>\n<p t=\"1\">a</body></timedtext>", 2, "XML is broken")]
    public void A_file_that_was_cut_off_is_refused_where_it_breaks(string file, int line, string says)
    {
        var refusal = Reading.Refusal(file);

        Assert.Equal(line, refusal.Line);
        Assert.Contains(says, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Elements_nested_without_end_are_refused()
    {
        var refusal = Reading.Refusal("<timedtext>" + string.Concat(Enumerable.Repeat("<p t='1'>", 100_000)));

        Assert.Contains("nests more than", refusal.Message, StringComparison.Ordinal);
    }
}
