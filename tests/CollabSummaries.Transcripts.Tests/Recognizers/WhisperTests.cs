namespace CollabSummaries.Transcripts.Tests.Recognizers;

public sealed class WhisperTests
{
    [Fact]
    public void Segments_of_whisper_are_read_and_empty_ones_are_named()
    {
        var talk = Reading.Text("""
            {"text": " And so it begins.", "segments": [
              {"id": 0, "seek": 0, "start": 0.0, "end": 2.48, "text": " And so", "tokens": [50364, 400], "temperature": 0.0, "words": [{"word": " And", "start": 0.0, "end": 1.0, "probability": 0.9}]},
              {"id": 1, "seek": 0, "start": 2.48, "end": 3.0005, "text": ""},
              {"id": 2, "seek": 0, "start": 4.1, "end": 3.9,
               "text": " it begins."}
            ], "language": "en"}
            """);

        Assert.Equal("whisper", talk.Format);
        Assert.Equal("en", talk.Language);
        Assert.Equal(["0-2480||And so|2-2", "4100-||it begins.|4-5"], Reading.Rows(talk));
        Assert.Equal(["3: the segment has no text and was left out", "4: the cue ends before it starts; its end is left open"], Reading.Warnings(talk));
    }

    [Fact]
    public void Whisper_cpp_gives_offsets_in_milliseconds()
    {
        var talk = Reading.Text("""
            {"systeminfo": "AVX = 1", "model": {"type": "base"}, "result": {"language": "en"}, "transcription": [
            {"timestamps": {"from": "00:00:00,000", "to": "00:00:02,560"}, "offsets": {"from": 0, "to": 2560}, "text": " And so"},
            {"timestamps": {"from": "00:00:02,560", "to": "00:00:05,125"}, "text": " my fellow"}
            ]}
            """);

        Assert.Equal(["0-2560||And so|2-2", "2560-5125||my fellow|3-3"], Reading.Rows(talk));
        Assert.Equal("en", talk.Language);
    }

    [Theory]
    [InlineData("[{\"id\": 1, \"start\": 0.0, \"end\": 1.5, \"text\": \" one\"}, {\"id\": 2, \"start\": 1.5, \"end\": 3.0, \"text\": \" two\"}]")]
    [InlineData("{\"id\": 1, \"start\": 0.0, \"end\": 1.5, \"text\": \" one\"}\n{\"id\": 2, \"start\": 1.5, \"end\": 3.0, \"text\": \" two\"}\n")]
    [InlineData("[[1, 0, 0.0, 1.5, \" one\", [50364], 0.0], [2, 0, 1.5, 3.0, \" two\", [50400], 0.0]]")]
    public void Faster_whisper_writes_a_bare_list_or_json_lines(string file)
    {
        var talk = Reading.Text(file);

        Assert.Equal("whisper", talk.Format);
        Assert.Equal([(0L, 1500L, "one"), (1500L, 3000L, "two")], talk.Segments.Select(s => (s.StartMs!.Value, s.EndMs!.Value, s.Text)));
    }

    [Fact]
    public void Whisperx_names_speakers_and_survives_nan_and_words_without_times()
    {
        var talk = Reading.Text("""
            {"segments": [
            {"start": NaN, "end": 2.5, "text": " In 2024 we", "words": [{"word": "In", "start": 0.1, "end": 0.2, "score": 0.9, "speaker": "SPEAKER_01"}, {"word": "2024"}, {"word": "we", "start": 1.1, "end": 2.5, "score": NaN, "speaker": "SPEAKER_01"}]},
            {"start": 2.5, "end": 4.0, "text": "NaN is a word: \"NaN\"", "speaker": "SPEAKER_00", "words": []}
            ], "word_segments": []}
            """);

        Assert.Equal(["100-2500|SPEAKER_01|In 2024 we|2-2", "2500-4000|SPEAKER_00|NaN is a word: \"NaN\"|3-3"], Reading.Rows(talk));
    }

    [Fact]
    public void Loops_over_silence_are_read_once_and_honest_repetition_stays()
    {
        var loop = string.Join(",\n", Enumerable.Range(0, 7).Select(n => $"{{\"start\": {n}, \"end\": {n + 1}, \"text\": \" Thank you.\"}}"));
        var honest = string.Join(",\n", Enumerable.Range(7, 3).Select(n => $"{{\"start\": {n}, \"end\": {n + 1}, \"text\": \" No.\"}}"));

        var talk = Reading.Text("{\"segments\": [\n" + loop + ",\n" + honest + "\n]}");

        Assert.Equal(["0-7000||Thank you.|2-8", "7000-8000||No.|9-9", "8000-9000||No.|10-10", "9000-10000||No.|11-11"], Reading.Rows(talk));
        Assert.Equal(["2: the same words stand here 7 times in a row, as a recognizer writes over silence; they were read once"], Reading.Warnings(talk));
    }

    [Theory]
    [InlineData("Detecting language using up to the first 30 seconds.\n[00:00.000 --> 00:04.000]  And so my fellow\n[00:04.000 --> 00:06.500]  Americans\n")]
    [InlineData("main: processing\n[00:00:00.000 --> 00:00:04.000]   And so my fellow\n[00:00:04.000 --> 00:00:06.500]   Americans\n")]
    [InlineData("Detected language 'en'\n[0.00s -> 4.00s]  And so my fellow\n[4.00s -> 6.50s]  Americans\n")]
    public void Console_output_is_read_as_it_is_printed(string file)
    {
        var talk = Reading.Text(file);

        Assert.Equal("whisper-text", talk.Format);
        Assert.Equal(["0-4000||And so my fellow|2-2", "4000-6500||Americans|3-3"], Reading.Rows(talk));
        Assert.Equal(1, Assert.Single(talk.Warnings).Line);
    }

    [Theory]
    [InlineData("[{\"text\": \"hello there\", \"start\": 0.12, \"duration\": 3.5}, {\"text\": \"and on\", \"start\": 3.75, \"duration\": 2}]", 0)]
    [InlineData("{\"transcript\": [{\"text\": \"hello there\", \"start\": 0.12, \"duration\": 3.5}, {\"text\": \"and on\", \"start\": 3.75, \"duration\": 2}]}", 0)]
    [InlineData("[{\"text\": \"hello there\", \"start\": 120, \"end\": 3620}, {\"text\": \"and on\", \"start\": 3750, \"end\": 5750}]", 1)]
    public void Lists_with_lengths_or_in_milliseconds_are_read_for_what_they_are(string file, int warnings)
    {
        var talk = Reading.Text(file);

        Assert.Equal(["120-3620||hello there|1-1", "3750-5750||and on|1-1"], Reading.Rows(talk));
        Assert.Equal(warnings, talk.Warnings.Count);
    }
}
