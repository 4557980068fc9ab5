using CollabSummaries.Transcripts.Import.Source;

namespace CollabSummaries.Transcripts.Import.YouTube;

/// <summary>The line under a time that says it in words for a screen reader: `1 minute, 2 seconds`, `4 Sekunden`, `1分2秒`.</summary>
internal static class SpokenTime
{
    private const int MostWords = 12;

    /// <summary>Whether a line says this time, in any language: its numbers are those of the time, each with a unit, and little else.</summary>
    public static bool Says(string line, long ms)
    {
        var numbers = new List<long>();
        int at = 0, words = 0, wordsSince = 0;
        while (at < line.Length)
        {
            var c = line[at];
            var start = at;
            if (char.IsAsciiDigit(c))
            {
                while (at < line.Length && char.IsAsciiDigit(line[at])) at++;
                if (at - start > 4 || (numbers.Count > 0 && wordsSince == 0)) return false;
                numbers.Add(long.Parse(line.AsSpan(start, at - start), System.Globalization.CultureInfo.InvariantCulture));
                wordsSince = 0;
            }
            else if (char.IsLetter(c))
            {
                while (at < line.Length && char.IsLetter(line[at])) at++;
                if (++words > MostWords || ++wordsSince > 2) return false;
            }
            else if (Blank.Is(c) || c is ',' or '.' or '،' or '、')
            {
                at++;
            }
            else
            {
                return false;
            }
        }

        return numbers.Count > 0 && wordsSince is 1 or 2 && IsTime(numbers, ms / 1000);
    }

    private static bool IsTime(List<long> numbers, long seconds)
    {
        long[] all = [seconds / 3600, seconds / 60 % 60, seconds % 60];
        return numbers.SequenceEqual(all.Where(n => n > 0)) || numbers.SequenceEqual(all) || numbers.SequenceEqual(all.Skip(1))
            || numbers.SequenceEqual(all.SkipWhile(n => n == 0)) || (seconds == 0 && numbers is [0]);
    }
}
