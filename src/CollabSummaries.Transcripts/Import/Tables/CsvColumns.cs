namespace CollabSummaries.Transcripts.Import.Tables;

/// <summary>Which column holds what; null where the table has no such column.</summary>
internal sealed record CsvColumns(int? Start, int? End, int? Length, int? Speaker, int Text, bool HasHeader)
{
    private static readonly string[] Starts = ["start", "starttime", "startms", "startseconds", "begin", "from", "in", "timein", "tcin", "timestamp", "time", "timecode", "starttimecode", "offset"];
    private static readonly string[] Ends = ["end", "endtime", "endms", "endseconds", "stop", "to", "out", "timeout", "tcout", "endtimecode", "finish"];
    private static readonly string[] Lengths = ["duration", "dur", "durationms", "length"];
    private static readonly string[] Speakers = ["speaker", "speakername", "name", "who", "actor", "character", "speakerlabel", "participant", "voice"];
    private static readonly string[] Texts = ["text", "transcript", "content", "subtitle", "caption", "dialogue", "dialog", "utterance", "sentence", "words", "body", "message", "translation"];

    public static CsvColumns? Of(CsvFile file) => file.Rows.Count == 0 ? null : ByHeader(file.Rows[0].Cells) ?? ByContent(file);

    private static CsvColumns? ByHeader(string[] header)
    {
        var names = Array.ConvertAll(header, h => string.Concat(h.Where(char.IsLetter)).ToLowerInvariant());
        int? Find(string[] known) => known.Select(k => Array.IndexOf(names, k)).Where(i => i >= 0).Cast<int?>().FirstOrDefault();
        if (Find(Texts) is not { } text) return null;
        return new CsvColumns(Find(Starts), Find(Ends), Find(Lengths), Find(Speakers), text, true);
    }

    /// <summary>Without a header: leading columns of times are start and end, the one with most letters is the text, a short one before it that comes back the speaker.</summary>
    private static CsvColumns? ByContent(CsvFile file)
    {
        var rows = file.Rows.Take(50).ToList();
        var width = rows.Min(r => r.Cells.Length);
        bool HasTimes(int column) => rows.Count(r => CsvTime.Read(r.Cells[column]) is not null) * 10 >= rows.Count * 9;
        var times = Enumerable.Range(0, width).Where(HasTimes).ToList();
        // A running number may stand before the times.
        if (times.Count > 2 && times[0] == 0 && rows.Select((r, n) => (r, n)).All(x => int.TryParse(x.r.Cells[0], out var index) && (index == x.n || index == x.n + 1))) times.RemoveAt(0);
        var text = Enumerable.Range(0, width).Except(times).OrderByDescending(c => rows.Sum(r => r.Cells[c].Count(char.IsLetter))).Cast<int?>().FirstOrDefault();
        if (text is null || times.Count == 0) return null;
        var speaker = Enumerable.Range(0, width).Except(times).Where(c => c < text && rows.Select(r => r.Cells[c]).Distinct().Count() < rows.Count
            && rows.All(r => r.Cells[c].Any(char.IsLetter) && r.Cells[c].Length < 60)).Cast<int?>().FirstOrDefault();
        return new CsvColumns(times[0], times.Count > 1 ? times[1] : null, null, speaker, text.Value, false);
    }
}
