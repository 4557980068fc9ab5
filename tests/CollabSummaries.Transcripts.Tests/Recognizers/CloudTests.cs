namespace CollabSummaries.Transcripts.Tests.Recognizers;

/// <summary>Files as the vendors document them.</summary>
public sealed class CloudTests
{
    [Fact]
    public void Assemblyai_utterances_have_milliseconds_and_letters_for_speakers()
    {
        var talk = Reading.Text("""
            {"id": "6rlr", "language_code": "en_us", "audio_duration": 281, "status": "completed", "text": "Smoke. What?",
             "words": [{"text": "Smoke.", "start": 250, "end": 650, "confidence": 0.97, "speaker": "A"}],
             "utterances": [
              {"speaker": "A", "text": "Smoke.", "start": 250, "end": 650, "confidence": 0.97, "words": [{"text": "Smoke.", "start": 250, "end": 650}]},
              {"speaker": "B", "text": "What?", "start": 700, "end": 900, "confidence": 0.9, "words": []}]}
            """);

        Assert.Equal("assemblyai", talk.Format);
        Assert.Equal("en-us", talk.Language);
        Assert.Equal(["250-650|Speaker A|Smoke.|4-4", "700-900|Speaker B|What?|5-5"], Reading.Rows(talk));
    }

    [Fact]
    public void Assemblyai_without_utterances_is_built_from_its_words()
    {
        var talk = Reading.Text("""
            {"audio_url": "https://x.example/a.mp3", "utterances": null, "words": [
            {"text": "Smoke", "start": 250, "end": 650, "speaker": null},
            {"text": "rises.", "start": 660, "end": 900, "speaker": null},
            {"text": "Then", "start": 950, "end": 1000, "speaker": null}]}
            """);

        Assert.Equal(["250-900||Smoke rises.|2-3", "950-1000||Then|4-4"], Reading.Rows(talk));
    }

    [Fact]
    public void Deepgram_paragraphs_utterances_and_words_are_read_in_seconds()
    {
        const string words = "\"words\": [{\"word\": \"yep\", \"start\": 5.52, \"end\": 5.76, \"confidence\": 0.99, \"punctuated_word\": \"Yep.\", \"speaker\": 0}, {\"word\": \"so\", \"start\": 6.0005, \"end\": 6.2, \"punctuated_word\": \"So\", \"speaker\": 1}]";
        const string paragraphs = "\"paragraphs\": {\"transcript\": \"x\", \"paragraphs\": [{\"sentences\": [{\"text\": \"Yep.\", \"start\": 5.52, \"end\": 5.76}], \"speaker\": 0, \"num_words\": 1, \"start\": 5.52, \"end\": 5.76}, {\"sentences\": [{\"text\": \"So\", \"start\": 6.0005, \"end\": 6.2}], \"speaker\": 1}]}";
        const string utterances = ", \"utterances\": [{\"start\": 5.52, \"end\": 5.76, \"confidence\": 0.9, \"channel\": 0, \"transcript\": \"Yep.\", \"speaker\": 0, \"id\": \"a\"}, {\"start\": 6.0005, \"end\": 6.2, \"channel\": 0, \"transcript\": \"So\", \"speaker\": 1}]";

        foreach (var (best, more) in new[] { (words, ""), (words + ", " + paragraphs, ""), (words, utterances) })
        {
            var talk = Reading.Text("{\"metadata\": {\"request_id\": \"x\"}, \"results\": {\"channels\": [{\"alternatives\": [{\"transcript\": \"yep so\", \"confidence\": 0.9, " + best + "}]}]" + more + "}}");

            Assert.Equal("deepgram", talk.Format);
            Assert.Equal(["5520-5760|Speaker 0|Yep.|1-1", "6001-6200|Speaker 1|So|1-1"], Reading.Rows(talk));
        }
    }

    [Fact]
    public void Channels_of_deepgram_are_the_speakers_and_are_put_in_order()
    {
        var talk = Reading.Text("""
            {"results": {"channels": [
            {"alternatives": [{"transcript": "hello yes", "words": [{"word": "hello", "start": 0.5, "end": 0.9}, {"word": "yes", "start": 4.0, "end": 4.2}]}]},
            {"alternatives": [{"transcript": "hi", "words": [{"word": "hi", "start": 1.5, "end": 1.9}]}]}]}}
            """);

        Assert.Equal(["500-900|Channel 1|hello|2-2", "1500-1900|Channel 2|hi|3-3", "4000-4200|Channel 1|yes|2-2"], Reading.Rows(talk));
    }

    [Fact]
    public void Amazon_writes_times_as_text_and_punctuation_without_times()
    {
        var talk = Reading.Text("""
            {"jobName": "j", "accountId": "1", "status": "COMPLETED", "results": {"transcripts": [{"transcript": "Hello, you. Yes."}],
            "speaker_labels": {"speakers": 2, "segments": [
              {"start_time": "0.04", "end_time": "1.2", "speaker_label": "spk_0", "items": [{"start_time": "0.04", "end_time": "0.5", "speaker_label": "spk_0"}, {"start_time": "0.6", "end_time": "1.2", "speaker_label": "spk_0"}]},
              {"start_time": "1.3", "end_time": "1.5", "speaker_label": "spk_1", "items": [{"start_time": "1.3", "end_time": "1.5", "speaker_label": "spk_1"}]}]},
            "items": [
            {"start_time": "0.04", "end_time": "0.5", "alternatives": [{"confidence": "1.0", "content": "Hello"}], "type": "pronunciation"},
            {"alternatives": [{"confidence": "0.0", "content": ","}], "type": "punctuation"},
            {"start_time": "0.6", "end_time": "1.2", "alternatives": [{"confidence": "1.0", "content": "you"}], "type": "pronunciation"},
            {"alternatives": [{"confidence": "0.0", "content": "."}], "type": "punctuation"},
            {"start_time": "1.3", "end_time": "1.5", "alternatives": [{"confidence": "1.0", "content": "Yes"}], "type": "pronunciation"},
            {"alternatives": [{"confidence": "0.0", "content": "."}], "type": "punctuation"}]}}
            """);

        Assert.Equal("aws", talk.Format);
        Assert.Equal(["40-1200|spk_0|Hello, you.|6-9", "1300-1500|spk_1|Yes.|10-11"], Reading.Rows(talk));
    }

    [Fact]
    public void Channels_and_audio_segments_of_amazon_are_read_too()
    {
        var channels = Reading.Text("""
            {"results": {"items": [{"start_time": "1.0", "end_time": "1.5", "alternatives": [{"content": "Hi"}], "type": "pronunciation"}], "channel_labels": {"number_of_channels": 2, "channels": [
            {"channel_label": "ch_0", "items": [{"start_time": "1.0", "end_time": "1.5", "alternatives": [{"content": "Hi"}], "type": "pronunciation"}]},
            {"channel_label": "ch_1", "items": [{"start_time": "0.5", "end_time": "0.7", "alternatives": [{"content": "Yo"}], "type": "pronunciation"}]}]}}}
            """);
        var segments = Reading.Text("{\"results\": {\"audio_segments\": [{\"id\": 0, \"transcript\": \"Hello, you.\", \"start_time\": \"0.04\", \"end_time\": \"1.2\", \"speaker_label\": \"spk_0\", \"items\": [0, 1]}]}}");

        Assert.Equal(["500-700|ch_1|Yo|3-3", "1000-1500|ch_0|Hi|2-2"], Reading.Rows(channels));
        Assert.Equal(["40-1200|spk_0|Hello, you.|1-1"], Reading.Rows(segments));
    }

    [Fact]
    public void Google_writes_seconds_with_a_unit_and_repeats_all_words_for_speakers()
    {
        var talk = Reading.Text("""
            {"results": [
            {"alternatives": [{"transcript": "okay so", "confidence": 0.9, "words": [{"startTime": "1.200s", "endTime": "1.500s", "word": "okay"}, {"startTime": "1.500s", "endTime": "1.800s", "word": "so"}]}], "languageCode": "en-us"},
            {"alternatives": [{"words": [
             {"startTime": "1.200s", "endTime": "1.500s", "word": "okay", "speakerTag": 1},
             {"startTime": "1.500s", "endTime": "1.800s", "word": "so", "speakerTag": 2}]}]}]}
            """);

        Assert.Equal("google", talk.Format);
        Assert.Equal("en-us", talk.Language);
        Assert.Equal(["1200-1500|Speaker 1|okay|4-4", "1500-1800|Speaker 2|so|5-5"], Reading.Rows(talk));
        Assert.Equal(2, Assert.Single(talk.Warnings).Line);
    }

    [Fact]
    public void Version_two_of_google_and_results_without_words_are_read_without_inventing_times()
    {
        var timed = Reading.Text("{\"results\": [{\"alternatives\": [{\"transcript\": \"hi there\", \"words\": [{\"startOffset\": \"0.5s\", \"endOffset\": \"0.9s\", \"word\": \"hi\", \"speakerLabel\": \"1\"}, {\"startOffset\": {\"seconds\": \"1\", \"nanos\": 250000000}, \"endOffset\": \"2s\", \"word\": \"there\", \"speakerLabel\": \"1\"}]}], \"resultEndOffset\": \"2s\"}]}");
        var untimed = Reading.Text("{\"results\": [{\"alternatives\": [{\"transcript\": \"hi there\"}], \"resultEndTime\": \"2s\"}]}");

        Assert.Equal(["500-2000|Speaker 1|hi there|1-1"], Reading.Rows(timed));
        Assert.Equal(["-||hi there|1-1"], Reading.Rows(untimed));
    }

    [Fact]
    public void Rev_elements_are_joined_with_their_punctuation()
    {
        var talk = Reading.Text("""
            {"speakers": [{"id": 0, "name": "Jane Doe"}], "monologues": [
            {"speaker": 0, "elements": [{"type": "text", "value": "Hi", "ts": 0.26, "end_ts": 0.5, "confidence": 0.9}, {"type": "punct", "value": ", "}, {"type": "text", "value": "all", "ts": 0.6, "end_ts": 0.8}, {"type": "punct", "value": "."}]},
            {"speaker": 1, "elements": [{"type": "text", "value": "Yes", "ts": 1.0, "end_ts": 1.2}]}]}
            """);

        Assert.Equal("rev", talk.Format);
        Assert.Equal(["260-800|Jane Doe|Hi, all.|2-2", "1000-1200|Speaker 1|Yes|3-3"], Reading.Rows(talk));
    }

    [Fact]
    public void Bare_words_in_seconds_are_not_taken_for_milliseconds()
    {
        var talk = Reading.Text("""
            {"language_code": "en", "text": "Hello you. Yes", "words": [
            {"text": "Hello", "start": 0.099, "end": 0.4, "type": "word", "speaker_id": "speaker_0"},
            {"text": " ", "start": 0.4, "end": 0.5, "type": "spacing", "speaker_id": "speaker_0"},
            {"text": "you.", "start": 0.5, "end": 1, "type": "word", "speaker_id": "speaker_0"},
            {"text": "Yes", "start": 2, "end": 3, "type": "word", "speaker_id": "speaker_1"}]}
            """);

        Assert.Equal("words", talk.Format);
        Assert.Equal(["99-1000|speaker_0|Hello you.|2-4", "2000-3000|speaker_1|Yes|5-5"], Reading.Rows(talk));
    }
}
