namespace CollabSummaries.Transcripts.Tests.Xml;

public sealed class TtmlTests
{
    [Theory]
    [InlineData("00:00:05.250", "", 5250)]
    [InlineData("00:00:05:12", "ttp:frameRate=\"24\"", 5500)]
    [InlineData("5.25s", "", 5250)]
    [InlineData("250ms", "", 250)]
    [InlineData("1.5m", "", 90000)]
    [InlineData("0.5h", "", 1800000)]
    [InlineData("120f", "ttp:frameRate=\"24\" ttp:frameRateMultiplier=\"1000 1001\"", 5005)]
    [InlineData("52500000t", "ttp:tickRate=\"10000000\"", 5250)]
    [InlineData("5.25", "", 5250)]
    public void Every_kind_of_time_is_read(string time, string rates, long ms)
    {
        var talk = Reading.Text($"<tt xmlns=\"http://www.w3.org/ns/ttml\" xmlns:ttp=\"http://www.w3.org/ns/ttml#parameter\" {rates}><body><div><p begin=\"{time}\" dur=\"2s\">words</p></div></body></tt>");

        Assert.Equal([$"{ms}-{ms + 2000}||words|1-1"], Reading.Rows(talk));
    }

    [Theory]
    [InlineData("http://www.w3.org/2006/04/ttaf1")]
    [InlineData("http://www.w3.org/2006/10/ttaf1")]
    [InlineData("")]
    public void Old_namespaces_and_none_are_read(string name)
    {
        var talk = Reading.Text($"<tt xmlns=\"{name}\"><body><div><p begin=\"1s\" end=\"2s\">a<br/>b <span>c</span></p></div></body></tt>");

        Assert.Equal(["1000-2000||a b c|1-1"], Reading.Rows(talk));
    }

    [Fact]
    public void Times_are_inherited_relative_and_follow_each_other_in_a_sequence()
    {
        var talk = Reading.Text("""
            <tt xmlns="http://www.w3.org/ns/ttml"><body begin="10s" end="100s">
            <div begin="5s" end="20s"><p begin="1s" end="3s">relative</p><p>inherited</p></div>
            <div begin="30s" timeContainer="seq"><p dur="2s">first</p><p dur="3s">second</p></div>
            </body></tt>
            """);

        Assert.Equal(["16000-18000||relative|2-2", "15000-30000||inherited|2-2", "40000-42000||first|3-3", "42000-45000||second|3-3"], Reading.Rows(talk));
    }

    [Fact]
    public void Spans_with_times_of_their_own_are_cues_and_styled_spans_are_not()
    {
        var talk = Reading.Text("""
            <tt xmlns="http://www.w3.org/ns/ttml"><body><div>
            <p><span begin="1s" end="2s">one</span>
               <span begin="2s" end="3s">two</span></p>
            <p begin="4s" end="5s">three <span style="s">four</span></p>
            </div></body></tt>
            """);

        Assert.Equal(["1000-2000||one|2-2", "2000-3000||two|3-3", "4000-5000||three four|4-4"], Reading.Rows(talk));
    }

    [Fact]
    public void Agents_are_speakers_and_languages_and_titles_are_taken()
    {
        var talk = Reading.Text("""
            <tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata" xml:lang="en-GB">
            <head><metadata><ttm:title>A film</ttm:title><ttm:agent xml:id="a1" type="person"><ttm:name type="full">Jane Doe</ttm:name></ttm:agent></metadata></head>
            <body><div xml:lang="en" xml:space="preserve"><p begin="1s" ttm:agent="a1">  hello
              there </p></div>
            <div xml:lang="fr"><p begin="1s"><metadata>not spoken</metadata>bonjour</p></div></body></tt>
            """);

        Assert.Equal(["1000-|Jane Doe|hello there|3-4", "1000-||bonjour|5-5"], Reading.Rows(talk));
        Assert.Equal(("en-GB", "A film"), (talk.Language, talk.Details.Title));
        Assert.Equal(["5: the file holds several languages (en, fr); all were read in the order of the file"], Reading.Warnings(talk));
    }

    [Fact]
    public void Lyrics_of_apple_count_every_time_from_the_start_and_time_single_words()
    {
        var talk = Reading.Text("""
            <tt xmlns="http://www.w3.org/ns/ttml" xmlns:itunes="http://music.apple.com/lyric-ttml-internal" xmlns:ttm="http://www.w3.org/ns/ttml#metadata" itunes:timing="Word" xml:lang="en">
            <head><metadata><ttm:agent type="person" xml:id="v1"><ttm:name type="full">Jane Doe</ttm:name></ttm:agent></metadata></head>
            <body dur="1:58.640"><div begin="19.764" end="59.300" itunes:songPart="Verse">
            <p begin="19.764" end="21.900" itunes:key="L1" ttm:agent="v1">
              <span begin="19.764" end="20.105">Words</span>
              <span begin="20.105" end="21.900">of our own</span>
            </p>
            <p begin="24.594" end="1:01.5" ttm:agent="v1"><span begin="24.594" end="25.0">and</span> <span begin="25.0" end="26.898">more</span></p>
            </div></body></tt>
            """);

        Assert.Equal(["19764-21900|Jane Doe|Words of our own|4-6", "24594-61500|Jane Doe|and more|8-8"], Reading.Rows(talk));
        Assert.Equal(3, talk.Warnings[0].Line);
    }

    [Fact]
    public void A_document_type_and_what_it_would_expand_to_are_refused()
    {
        var refusal = Reading.Refusal("<?xml version=\"1.0\"?>\n<!DOCTYPE tt [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>\n<tt><body><div><p begin=\"1s\">&b;</p></div></body></tt>", "ttml");

        Assert.Equal(2, refusal.Line);
        Assert.Contains("DTD", refusal.Message, StringComparison.Ordinal);
    }
}
