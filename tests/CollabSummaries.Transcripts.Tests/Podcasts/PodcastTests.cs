namespace CollabSummaries.Transcripts.Tests.Podcasts;

public sealed class PodcastTests
{
    [Fact]
    public void One_word_a_segment_is_joined_to_sentences_and_a_line_feed_ends_a_paragraph()
    {
        var talk = Reading.Text("""
            {"version": "1.0.0", "segments": [
            {"speaker": "Darth Vader", "startTime": 0.5, "endTime": 0.75, "body": "I"},
            {"speaker": "Darth Vader", "startTime": 0.75, "endTime": 1, "body": "am"},
            {"speaker": "Darth Vader", "startTime": 1, "endTime": 1.5, "body": "yours."},
            {"speaker": "Luke", "startTime": 10, "body": "No"},
            {"speaker": "Luke", "startTime": 11, "endTime": 11.5, "body": "way\n"},
            {"speaker": "Luke", "startTime": 11.6, "endTime": 12, "body": "never"}]}
            """);

        Assert.Equal("podcast-json", talk.Format);
        Assert.Equal(["500-1500|Darth Vader|I am yours.|2-4", "10000-11500|Luke|No way|5-6", "11600-12000|Luke|never|7-7"], Reading.Rows(talk));
    }

    [Fact]
    public void Whole_bodies_stay_segments_and_may_have_no_end()
    {
        var talk = Reading.Text("{\"version\": \"1.0.0\", \"segments\": [{\"speaker\": \"A B\", \"startTime\": 0, \"body\": \"Hello all.\\nAnd so\"},\n{\"startTime\": 4.25, \"endTime\": 5, \"body\": \"we go.\"}]}");

        Assert.Equal(["0-|A B|Hello all. And so|1-1", "4250-5000|A B|we go.|2-2"], Reading.Rows(talk));
    }

    [Fact]
    public void The_html_form_names_speakers_in_cite_and_times_in_time()
    {
        var talk = Reading.Text("""
            <!DOCTYPE html>
            <html><head><title>The show</title><style>p { color: red }</style></head><body>
            <cite>Kevin:</cite>
            <time>0:00</time>
            <p>We have an <b>over</b>under &amp; more.</p>
            <cite>Jane Doe:</cite><time>1:00:30</time>
            <p>Right<br>there.</p>
            <p>Second paragraph.</p>
            <!-- <p>hidden</p> --></body></html>
            """);

        Assert.Equal("podcast-html", talk.Format);
        Assert.Equal("The show", talk.Details.Title);
        Assert.Equal(["0-|Kevin|We have an overunder & more.|3-5", "3630000-|Jane Doe|Right there.|6-7", "-|Jane Doe|Second paragraph.|8-8"], Reading.Rows(talk));
    }
}
