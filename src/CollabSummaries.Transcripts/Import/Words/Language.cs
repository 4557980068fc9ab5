namespace CollabSummaries.Transcripts.Import.Words;

/// <summary>Guesses the language from its most frequent small words, or from its script.</summary>
internal static class Language
{
    private const int Sample = 60_000;

    private static readonly (string Tag, HashSet<string> Words)[] Small =
    [
        ("en", Set("the and to of that is you it in we was for this so on with are have but they be what not there or if")),
        ("de", Set("und die der das ist ich nicht wir zu ein es sie mit auf den auch so eine dass wie war für von aber haben")),
        ("fr", Set("et le la les de des que est pas un une je vous nous dans pour qui sur avec ce mais il elle on plus du au")),
        ("es", Set("y el la los las de que es no un una en por con para lo se como pero más está muy su al del yo")),
        ("it", Set("e il la di che è non un una in per con sono ma si come questo della anche ho lo le più i gli del nel")),
        ("pt", Set("e o a os as de que é não um uma em por com para se como mas mais isso do da eu no na você foi muito")),
        ("nl", Set("en de het een van is dat ik niet we te in op met zijn voor maar ook er als aan dit wat die je naar")),
        ("sv", Set("och att det som en är jag inte vi på för med av den till har de så men ett om var kan")),
        ("pl", Set("i w na że nie się jest to z do jak ale co tak o już po za czy dla tego był może są")),
        ("tr", Set("ve bir bu da de için çok ne var ben o gibi ama daha değil mi ile kadar sonra olarak şey")),
    ];

    private static readonly (string Tag, char First, char Last)[] Scripts =
    [
        ("ja", '\u3040', '\u30FF'), ("ko", '\uAC00', '\uD7A3'), ("zh", '\u4E00', '\u9FFF'), ("ru", '\u0400', '\u04FF'),
        ("ar", '\u0600', '\u06FF'), ("he", '\u0590', '\u05FF'), ("el", '\u0370', '\u03FF'), ("hi", '\u0900', '\u097F'), ("th", '\u0E00', '\u0E7F'),
    ];

    /// <summary>BCP 47 tag; null when the words do not tell clearly.</summary>
    public static string? Guess(IEnumerable<Segment> segments)
    {
        int words = 0, letters = 0, seen = 0;
        var small = new int[Small.Length];
        var script = new int[Scripts.Length];
        foreach (var segment in segments)
        {
            Count(segment.Text, small, script, ref words, ref letters);
            if ((seen += segment.Text.Length) > Sample) break;
        }

        if (script[0] > 0 && (script[0] + script[2]) * 2 > letters) return "ja";
        var mainScript = Array.IndexOf(script, script.Max());
        if (letters > 0 && script[mainScript] * 2 > letters) return Scripts[mainScript].Tag;
        var order = Enumerable.Range(0, small.Length).OrderByDescending(i => small[i]).ToArray();
        var best = small[order[0]];
        return words >= 5 && best * 8 >= words && best * 4 >= small[order[1]] * 5 ? Small[order[0]].Tag : null;
    }

    private static void Count(string text, int[] small, int[] script, ref int words, ref int letters)
    {
        foreach (var c in text)
        {
            if (!char.IsLetter(c)) continue;
            letters++;
            for (var i = 0; c > '\u0300' && i < Scripts.Length; i++)
            {
                if (c >= Scripts[i].First && c <= Scripts[i].Last) script[i]++;
            }
        }

        foreach (var word in text.Split([' ', ',', '.', '?', '!', '"'], StringSplitOptions.RemoveEmptyEntries))
        {
            words++;
            for (var i = 0; i < Small.Length; i++)
            {
                if (Small[i].Words.Contains(word)) small[i]++;
            }
        }
    }

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.OrdinalIgnoreCase);
}
