using System.Text;
using CollabSummaries.Transcripts.Import;

namespace CollabSummaries.Transcripts.Tests.Dialects;

/// <summary>One talk in every dialect: found by its content, with the same words, times within a millisecond, and speakers where the dialect has them.</summary>
public sealed class DialectTests(ITestOutputHelper output)
{
    /// <param name="Seconds">Its times are whole seconds.</param>
    internal sealed record Dialect(string Format, Func<List<Said>, string> Write, bool Speakers = false, bool Ends = true, bool Seconds = false);

    internal static readonly Dictionary<string, Dialect> All = new()
    {
        ["SRT"] = new("srt", CaptionDialects.Srt, true),
        ["Zoom VTT"] = new("vtt", CaptionDialects.ZoomVtt, true),
        ["Teams VTT"] = new("vtt", CaptionDialects.TeamsVtt, true),
        ["Teams VTT, old"] = new("vtt", CaptionDialects.TeamsVttOld, true),
        ["YouTube rolling VTT"] = new("vtt", CaptionDialects.Rolling),
        ["YouTube rolling SRT"] = new("srt", CaptionDialects.RollingSrt),
        ["SBV"] = new("sbv", CaptionDialects.Sbv, true),
        ["TTML"] = new("ttml", CaptionDialects.TtmlClock),
        ["DFXP ticks"] = new("ttml", CaptionDialects.TtmlTicks),
        ["CSV"] = new("csv", CaptionDialects.Csv, true),
        ["Whisper TSV"] = new("csv", CaptionDialects.WhisperTsv),
        ["YouTube json3"] = new("youtube-json3", CaptionDialects.Json3),
        ["YouTube srv3"] = new("youtube-xml", CaptionDialects.Srv3),
        ["YouTube srv1"] = new("youtube-xml", CaptionDialects.Srv1),
        ["YouTube panel"] = new("youtube-panel", TextDialects.Panel, false, false, true),
        ["Zoom text"] = new("zoom", TextDialects.ZoomText, true, false, true),
        ["Zoom chat"] = new("zoom-chat", TextDialects.ZoomChat, true, false, true),
        ["Teams text"] = new("teams", TextDialects.TeamsNew, true, false, true),
        ["Teams text, old"] = new("teams", TextDialects.TeamsOld, true),
        ["Otter"] = new("otter", TextDialects.Otter, true, false, true),
        ["Meeting notes"] = new("meeting", TextDialects.Meeting, true, false, true),
        ["Ranges"] = new("ranges", TextDialects.Ranges, true),
        ["Descript"] = new("text", TextDialects.Descript, true, false, true),
        ["Rev text"] = new("text", TextDialects.Rev, true, false, true),
        ["Markdown"] = new("markdown", TextDialects.Markdown, true, false, true),
        ["Podcasting 2.0 HTML"] = new("podcast-html", TextDialects.PodcastHtml, true, false, true),
        ["Whisper console"] = new("whisper-text", TextDialects.WhisperConsole),
        ["faster-whisper console"] = new("whisper-text", TextDialects.FasterWhisper),
        ["Whisper"] = new("whisper", JsonDialects.Whisper),
        ["whisper.cpp"] = new("whisper", JsonDialects.WhisperCpp),
        ["WhisperX"] = new("whisper", JsonDialects.WhisperX, true),
        ["faster-whisper lines"] = new("whisper", JsonDialects.JsonLines),
        ["Podcasting 2.0 words"] = new("podcast-json", JsonDialects.PodcastWords, true),
        ["AssemblyAI"] = new("assemblyai", JsonDialects.AssemblyAi, true),
        ["AssemblyAI words"] = new("assemblyai", JsonDialects.AssemblyAiWords, true),
        ["Deepgram"] = new("deepgram", JsonDialects.Deepgram, true),
        ["Deepgram words"] = new("deepgram", JsonDialects.DeepgramWords, true),
        ["Amazon"] = new("aws", JsonDialects.Amazon, true),
        ["Google"] = new("google", JsonDialects.Google, true),
        ["Rev JSON"] = new("rev", JsonDialects.RevJson, true),
    };

    public static TheoryData<string> Names() => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void One_talk_reads_the_same_in_every_dialect(string name)
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("DIALECT_SEED"), out var given) ? given : Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var dialect = All[name];
        var truth = Truth.Talk(new Random(seed), 60);
        var file = dialect.Write(truth);

        var talk = Reading.Bytes(Encoding.UTF8.GetBytes(file), new ImportOptions());

        Assert.Equal(dialect.Format, talk.Format);
        Assert.Equal(truth.Select(s => s.Text), talk.Segments.Select(s => s.Text));
        Assert.Equal(truth.Select(s => dialect.Speakers ? s.Speaker : null), talk.Segments.Select(s => s.Speaker));
        foreach (var (said, segment) in truth.Zip(talk.Segments))
        {
            var start = dialect.Seconds ? said.StartMs / 1000 * 1000 : said.StartMs;
            Assert.InRange(segment.StartMs!.Value, start - 1, start + 1);
            if (dialect.Ends) Assert.InRange(segment.EndMs!.Value, said.EndMs - 1, said.EndMs + 1);
            else Assert.Null(segment.EndMs);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_segment_lies_in_the_lines_it_names(string name)
    {
        var truth = Truth.Talk(new Random(7), 40);
        var lines = All[name].Write(truth).Split('\n');

        var talk = Reading.Text(string.Join('\n', lines));

        foreach (var (said, segment) in truth.Zip(talk.Segments))
        {
            var span = string.Join('\n', lines[(segment.FirstLine - 1)..segment.LastLine]);
            Assert.Contains(said.Words[^1].TrimEnd('.'), span, StringComparison.Ordinal);
            Assert.Contains("Part", span, StringComparison.Ordinal);
        }
    }
}
