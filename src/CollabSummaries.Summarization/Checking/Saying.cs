using CollabSummaries.Summarization.Reading;

namespace CollabSummaries.Summarization.Checking;

/// <summary>A sentence of a passage as it was shown to the model, and who said it.</summary>
/// <param name="Speaker">Null where nobody is named.</param>
/// <param name="First">First unit it stands for.</param>
/// <param name="Last">Last such unit.</param>
internal sealed record Saying(string? Speaker, string Text, int First, int Last)
{
    public IReadOnlyList<string> Content { get; } = Term.ContentOf(Text);

    /// <summary>Sentences of units First … Last. Pieces nobody closed with a full stop are one sentence with what follows them.</summary>
    public static List<Saying> Of(IReadOnlyList<Unit> units, int first, int last)
    {
        var sayings = new List<Saying>();
        for (var k = first; k <= last; k++)
        {
            if (k > first && units[k].SameStretch(units[k - 1]) && !units[k - 1].Closes)
                sayings[^1] = new Saying(units[k].Speaker, $"{sayings[^1].Text} {units[k].Text}", sayings[^1].First, k);
            else
                sayings.Add(new Saying(units[k].Speaker, units[k].Text, k, k));
        }

        return sayings;
    }

    /// <summary>Reads the lines of a prompt back: "Speaker: sentences" or sentences alone.</summary>
    public static List<Saying> Parse(string passage)
    {
        var sayings = new List<Saying>();
        foreach (var line in passage.Split('\n'))
        {
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            var speaker = colon is > 0 and < 60 ? line[..colon] : null;
            var text = speaker is null ? line : line[(colon + 2)..];
            sayings.AddRange(Sentences.Split(text).Select(r => new Saying(speaker, text[r.Start..r.End], 0, 0)));
        }

        return sayings;
    }
}
