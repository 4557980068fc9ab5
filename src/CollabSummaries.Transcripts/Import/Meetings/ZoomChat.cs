using CollabSummaries.Transcripts.Import.Source;

namespace CollabSummaries.Transcripts.Import.Meetings;

/// <summary>The chat of a Zoom meeting: `00:06:06⇥Jane Doe:⇥text`, or `10:02:11 From Jane Doe to Everyone:`; a message may go over several lines.</summary>
internal static class ZoomChat
{
    private const long OneHourMs = 3_600_000;

    public static FormatReader Reader { get; } = new(new TranscriptFormat("zoom-chat", "Zoom (chat)"), Score, Read);

    private static double Score(RawText text)
    {
        var messages = MarkedLines.Of(text, l => Message(l) is not null);
        return messages.AreOneIn(4) ? 0.97 : messages.Marked > 1 ? 0.5 : 0;
    }

    private static void Read(RawText text, Draft draft, CancellationToken stop)
    {
        (string Name, long Ms, int Line)? open = null;
        var block = new Block();
        for (var i = 0; i < text.Lines.Length; i++)
        {
            if (i % 4096 == 0) stop.ThrowIfCancellationRequested();
            if (Message(text.Lines[i]) is not var (name, ms, words))
            {
                block.Add(text.Lines[i], i + 1);
                continue;
            }

            if (open is null) Begin(draft, ms, i + 1);
            End();
            open = (name, ms, i + 1);
            block.Add(words, i + 1);
        }

        if (open is null) throw new RefusedException("no line like '00:06:06⇥Jane Doe:⇥text' was found, so this is no chat of Zoom", 1, "text");
        End();

        void End()
        {
            if (block.IsEmpty && open is var (_, _, unused)) draft.Warn(unused, "the message has no text and was left out");
            else if (!block.IsEmpty && open is null) draft.Warn(block.FirstLine, "text stands before the first message; it is kept without time");
            if (!block.IsEmpty) draft.Add(open?.Ms, null, open?.Name, block.Text, open?.Line ?? block.FirstLine, block.LastLine);
            block = new Block();
        }
    }

    private static void Begin(Draft draft, long ms, int line)
    {
        draft.Warn(line, "this is the chat of a meeting, not what was spoken; keep it as a talk of its own beside the transcript");
        if (ms > OneHourMs) draft.Warn(line, "the times look like the time of day, not the time into the talk; they are kept as they are");
    }

    private static (string Name, long Ms, string Words)? Message(string line)
    {
        if (Clock.Read(line) is not { Fields: 3 } clock || clock.Length + 2 >= line.Length) return null;
        var rest = line[clock.Length..];
        if (rest[0] == '\t')
        {
            var tab = rest.IndexOf('\t', 1);
            var colon = tab > 1 ? tab - 1 : rest.IndexOf(": ", StringComparison.Ordinal);
            if (colon is < 2 or > 80 || rest[colon] != ':') return null;
            return (Name(rest[1..colon]), clock.Ms, rest[(colon + 1)..]);
        }

        var from = Blank.Trim(rest);
        if (!from.StartsWith("From ", StringComparison.Ordinal)) return null;
        // The words follow ` : ` or begin on the next line.
        var end = from.IndexOf(" : ", StringComparison.Ordinal) is var spaced and > 0 ? spaced : from.IndexOf(':');
        return end > 5 ? (Name(from[5..end]), clock.Ms, from[(end + 1)..].TrimStart(' ', ':')) : null;
    }

    /// <summary>`Jane Doe to Everyone` and `Jane Doe(Direct Message)`: to whom is left aside.</summary>
    private static string Name(string name)
    {
        name = Blank.Trim(name.TrimEnd(':', ' '));
        if (name.StartsWith("From ", StringComparison.Ordinal)) name = Blank.Trim(name[5..]);
        var to = name.LastIndexOf(" to ", StringComparison.OrdinalIgnoreCase);
        return to > 0 ? Blank.Trim(name[..to]) : name;
    }
}
