namespace CollabSummaries.Transcripts.Import.Source;

/// <summary>A time as written at the start of a text: `1:02`, `00:01:02`, `0:1:2.5`, `00:01:02,500`.</summary>
/// <param name="Ms">Milliseconds; fraction digits after the third are cut off.</param>
/// <param name="Length">Characters it takes.</param>
/// <param name="Fields">2 for minutes and seconds, 3 with hours.</param>
/// <param name="FractionDigits">0 when it has no fraction.</param>
/// <param name="FractionMark">`.` or `,`; NUL when it has no fraction.</param>
internal readonly record struct Clock(long Ms, int Length, int Fields, int FractionDigits, char FractionMark)
{
    private const int MostDigits = 6;

    public static Clock? Read(ReadOnlySpan<char> text)
    {
        Span<long> fields = stackalloc long[3];
        int at = 0, count = 0;
        while (true)
        {
            var digits = Digits(text[at..]);
            if (digits is 0 or > MostDigits || (count > 0 && digits > 2)) return null;
            fields[count++] = long.Parse(text.Slice(at, digits), System.Globalization.CultureInfo.InvariantCulture);
            at += digits;
            if (count == 3 || at >= text.Length || text[at] != ':' || Digits(text[(at + 1)..]) == 0) break;
            at++;
        }

        if (count < 2 || fields[count - 1] > 59 || (count == 3 && fields[1] > 59)) return null;
        if (at + 1 < text.Length && text[at] == ':' && char.IsAsciiDigit(text[at + 1])) return null;
        var seconds = count == 3 ? (fields[0] * 3600) + (fields[1] * 60) + fields[2] : (fields[0] * 60) + fields[1];
        var mark = at < text.Length && text[at] is '.' or ',' ? text[at] : '\0';
        var fraction = mark == '\0' ? 0 : Digits(text[(at + 1)..]);
        return fraction == 0
            ? new Clock(seconds * 1000, at, count, 0, '\0')
            : new Clock((seconds * 1000) + Thousandths(text.Slice(at + 1, Math.Min(fraction, 3))), at + 1 + fraction, count, fraction, mark);
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var n = 0;
        while (n < text.Length && char.IsAsciiDigit(text[n])) n++;
        return n;
    }

    private static long Thousandths(ReadOnlySpan<char> digits)
    {
        long value = 0;
        for (var i = 0; i < 3; i++) value = (value * 10) + (i < digits.Length ? digits[i] - '0' : 0);
        return value;
    }
}
