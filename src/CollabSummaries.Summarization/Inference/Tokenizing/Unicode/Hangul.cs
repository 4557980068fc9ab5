namespace CollabSummaries.Summarization.Inference.Tokenizing.Unicode;

/// <summary>Korean syllables are composed by arithmetic: 19 leading consonants, 21 vowels, 27 trailing consonants or none.</summary>
internal static class Hangul
{
    private const int First = 0xAC00, Leads = 0x1100, Vowels = 0x1161, Tails = 0x11A7, Syllables = 11172;

    public static bool IsSyllable(int point) => point is >= First and < First + Syllables;

    public static void Decompose(int point, List<int> into)
    {
        var index = point - First;
        into.Add(Leads + index / 588);
        into.Add(Vowels + index % 588 / 28);
        if (index % 28 > 0)
            into.Add(Tails + index % 28);
    }

    public static int? Compose(int first, int second)
    {
        if (first is >= Leads and < Leads + 19 && second is >= Vowels and < Vowels + 21)
            return First + (first - Leads) * 588 + (second - Vowels) * 28;
        return IsSyllable(first) && (first - First) % 28 == 0 && second is > Tails and < Tails + 28 ? first + second - Tails : null;
    }
}
