namespace CollabSummaries.Transcripts.Tests.Captions;

/// <summary>Every segment of every odd subtitle file.</summary>
public sealed class SubtitleFixtureTests
{
    private static readonly Dictionary<string, string[]> Expected = new()
    {
        ["srt.srt"] =
        [
            "137400-140400||Senator, we're making our final approach into Coruscant.|1-4",
            "3740500-3742500||Very good, Lieutenant.|6-8",
        ],
        ["utf16.srt"] =
        [
            "0-1000||ترجمه و تنظيم زيرنويس|1-3",
        ],
        ["vtt.vtt"] =
        [
            "137400-140400||Senator, we're making our final approach into Coruscant.|3-5",
            "3740500-3742500||Very good, Lieutenant.|7-8",
        ],
        ["vtt_with_html.vtt"] =
        [
            "0-10000||Sur les playground, ici à Montpellier|3-5",
        ],
        ["vtt_with_missing_text.vtt"] =
        [
            "0-1000||one|3-4",
            "2000-3000||three|9-10",
        ],
        ["vtt_with_multiple_new_lines.vtt"] =
        [
            "0-1000||one two|4-8",
            "2000-3000||three|11-13",
        ],
        ["vtt_with_name.vtt"] =
        [
            "9000-11000|Roger Bingham|We are in New York City|3-4",
        ],
        ["vtt_with_styles.vtt"] =
        [
            "0-10000||Hello world.|17-19",
        ],
        ["vtt_without_hours_in_timestamp.vtt"] =
        [
            "0-10000||I've spent nearly two decades|3-5",
        ],
        ["webvttpy_captions_with_bom.vtt"] =
        [
            "500-7000||Caption text #1|3-4",
            "7000-11890||Caption text #2|6-7",
            "11890-16320||Caption text #3|9-10",
            "16320-21580||Caption text #4|12-13",
        ],
        ["webvttpy_comments.vtt"] =
        [
            "135000-140000||- Ta en kopp varmt te. - Det är inte varmt.|7-10",
            "140000-145000||- Har en kopp te. - Det smakar som te.|12-15",
            "145000-150000||- Ta en kopp|19-21",
        ],
        ["webvttpy_cue_tags.vtt"] =
        [
            "16500-18500||When the moon hits your eye|3-4",
            "18500-20500||Like a big-a pizza pie|6-7",
            "20500-21500||That's amore|9-10",
        ],
        ["webvttpy_invalid_timeframe.srt"] =
        [
            "500-7000||Caption text #1|1-3",
            "7000-11890||Caption text #2|5-7",
            "11890-16320||Caption text #3|9-11",
            "16320-21580||Caption text #4|13-15",
            "21580-23880||Caption text #5|17-19",
        ],
        ["webvttpy_invalid_timeframe.vtt"] =
        [
            "500-7000||Caption text #1|3-4",
            "7000-||Caption text #2|6-7",
            "11890-16320||Caption text #3|9-10",
            "16320-21580||Caption text #4|12-13",
            "21580-23880||Caption text #5|15-16",
            "23880-27280||Caption text #6|18-19",
            "27280-30280||Caption text #7|21-22",
        ],
        ["webvttpy_metadata_headers_multiline.vtt"] =
        [
            "500-7000||Caption text #1|9-10",
            "7000-11890||Caption text #2|12-13",
        ],
        ["webvttpy_missing_caption_text.srt"] =
        [
            "500-7000||Caption text #1|1-3",
            "11890-16320||Caption text #3|9-11",
            "16320-21580||Caption text #4|13-15",
            "21580-23880||Caption text #5|17-19",
        ],
        ["webvttpy_missing_timeframe.srt"] =
        [
            "500-7000||Caption text #1|1-3",
            "-||Caption text #2|5-6",
            "11890-16320||Caption text #3|8-10",
            "16320-21580||Caption text #4|12-14",
            "21580-23880||Caption text #5|16-18",
        ],
        ["webvttpy_missing_timeframe.vtt"] =
        [
            "500-7000||Caption text #1|3-4",
            "-||Caption text #2|6-6",
            "11890-16320||Caption text #3|8-9",
            "16320-21580||Caption text #4|11-12",
            "21580-23880||Caption text #5|14-15",
            "23880-27280||Caption text #6|17-18",
            "27280-30280||Caption text #7|20-21",
        ],
        ["webvttpy_sample.srt"] =
        [
            "500-7000||Caption text #1|1-3",
            "7000-11890||Caption text #2|5-7",
            "11890-16320||Caption text #3|9-11",
            "16320-21580||Caption text #4|13-15",
            "21580-23880||Caption text #5|17-19",
        ],
        ["webvttpy_using_identifiers.vtt"] =
        [
            "500-7000||Caption text #1|3-4",
            "7000-11890||Caption text #2|6-8",
            "11890-16320||Caption text #3|10-11",
            "16320-21580||Caption text #4|13-15",
            "21580-23880||Caption text #5|17-18",
            "23880-27280||Caption text #6|20-21",
        ],
        ["webvttpy_youtube_dl.vtt"] =
        [
            "286070-286470||yeah|12-13",
            "286470-304080||what|16-18",
            "304080-305069||this will happen is I'm telling|19-20",
        ],
        ["csv_ansi.csv"] =
        [
            "1000-2000||Oh! Can I believe my eyes!|1-11",
            "2000-3000||If Heaven and earth, if mortals and angels|12-13",
        ],
        ["dfxp.dfxp"] =
        [
            "137400-140400||Senator, we're making our final approach into Coruscant.|16-16",
            "3740500-3742500||Very good, Lieutenant.|17-17",
        ],
        ["dfxp_with_different_br.dfxp"] =
        [
            "0-1000||one two three|17-17",
        ],
        ["ttml.ttml"] =
        [
            "137400-140400||Senator, we're making our final approach into Coruscant.|24-24",
            "3740500-3742500||Very good, Lieutenant.|25-25",
        ],
        ["ttml2.ttml"] =
        [
            "0-2000||Hello I am your first line.|17-18",
            "2000-4000||I am your second captions but with two lines.|19-20",
            "4000-6000||Je suis le troisième sous-titre.|21-22",
            "6000-8000||I am another caption with Bold and Italic styles.|23-24",
            "8000-10000||I am the last caption displayed in red and centered.|25-26",
        ],
        ["ttml_example.ttml"] =
        [
            "760-3450||It seems a paradox, does it not,|34-35",
            "5000-10000||that the image formed on the Retina should be inverted?|37-39",
            "10000-16000||It is puzzling, why is it we do not see things upside-down?|41-43",
            "17200-23000||You have never heard the Theory, then, that the Brain also is inverted?|45-47",
            "23000-27000||No indeed! What a beautiful fact!|49-50",
            "28000-34600||But how is it proved?|52-53",
            "28000-34600||Thus: what we call|55-56",
            "34600-45000||the vertex of the Brain is really its base|58-60",
            "45000-52000||and what we call its base is really its vertex,|62-64",
            "53500-58700||it is simply a question of nomenclature.|66-67",
            "53500-58700||How truly delightful!|69-70",
        ],
        ["ttml_example2.ttml"] =
        [
            "1375-5750||TOP SAMPLE TEXT|17-17",
            "5916-10216||BOTTOM SAMPLE TEXT|18-18",
            "10418-15083||Top Hello|19-19",
            "15391-20558||Bottom Hello|20-20",
            "20750-25041||He had a great story.|21-21",
            "25875-30166||- Did he tell you what it was about? - He did|22-22",
            "30416-35558||In 1992, a shipping container fell overboard|23-23",
            "35858-40091||on its way from China|24-24",
            "40341-45133||to the United States, releasing 29,000 rubber ducks|25-25",
            "45325-50041||into the Pacific Ocean.|26-26",
        ],
        ["ttml_with_duplicated_element_ids.ttml"] =
        [
            "0-1000||First line.|16-16",
            "1000-2000||Second line.|17-17",
            "2000-3000||Third line.|18-18",
        ],
        ["ttml_with_multiple_divs.ttml"] =
        [
            "1464-2423||Senator, we're making our final approach into Coruscant.|11-11",
            "2423-5432||Very good, Lieutenant.|12-12",
            "10886-10928||CLUB SHOU-TIME|15-15",
        ],
        ["webvttpy_sample.sbv"] =
        [
            "378-11378||Caption text #1|1-2",
            "11378-12305||Caption text #2|4-5",
            "13489-15489||Caption text #3 (line 1) Caption text #3 (line 2)|7-9",
            "15489-16234||Caption text #4|11-12",
            "17484-||Caption text #5|14-15",
        ],
        ["ttml_with_fps_and_multiplier_given.ttml"] =
        [
            "15015-17684||First line.|10-10",
        ],
        ["docx.docx"] =
        [
            "137400-140400||Senator, we're making our final approach into Coruscant.|1-4",
            "3740500-3742500||Very good, Lieutenant.|6-8",
        ],
    };

    public static TheoryData<string> Files() => [.. Expected.Keys];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_segment_of_an_odd_file_is_as_its_text_shows(string file)
    {
        var talk = Reading.Open("subtitles/" + file);

        Assert.Equal(Expected[file], Reading.Rows(talk));
    }

    [Fact]
    public void No_fixture_is_left_out()
    {
        var files = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Fixtures", "subtitles")).Select(Path.GetFileName);

        Assert.Equal(files.Order(), Expected.Keys.Order());
    }
}
