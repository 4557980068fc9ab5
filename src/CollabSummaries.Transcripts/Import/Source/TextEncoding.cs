using System.Text;

namespace CollabSummaries.Transcripts.Import.Source;

/// <summary>Finds the encoding: a byte order mark, then the NUL pattern of UTF-16, then strict UTF-8, else Windows-1252.</summary>
internal static class TextEncoding
{
    private const int Sample = 4096;

    private static readonly UTF8Encoding StrictUtf8 = new(false, true);

    public static (string Text, string Name) Decode(ReadOnlySpan<byte> raw)
    {
        if (raw.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) return (Encoding.UTF8.GetString(raw[3..]), "utf-8");
        if (raw.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0])) return (new UTF32Encoding(false, false).GetString(raw[4..]), "utf-32le");
        if (raw.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return (Encoding.Unicode.GetString(raw[2..]), "utf-16le");
        if (raw.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return (Encoding.BigEndianUnicode.GetString(raw[2..]), "utf-16be");
        if (Utf16(raw) is { } utf16) return utf16;
        try
        {
            return (StrictUtf8.GetString(raw), "utf-8");
        }
        catch (DecoderFallbackException)
        {
            return IsDamagedUtf8(raw)
                ? (Encoding.UTF8.GetString(raw), "utf-8")
                : (CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(raw), "windows-1252");
        }
    }

    /// <summary>UTF-16 without a mark: line ends, digits and spaces put a NUL into every second byte, and into no other.</summary>
    private static (string Text, string Name)? Utf16(ReadOnlySpan<byte> raw)
    {
        var pairs = Math.Min(raw.Length, Sample) / 2;
        int even = 0, odd = 0;
        for (var i = 0; i < pairs; i++)
        {
            if (raw[2 * i] == 0) even++;
            if (raw[(2 * i) + 1] == 0) odd++;
        }

        var most = Math.Max(even, odd);
        if (most < 2 || most * 20 < pairs || Math.Min(even, odd) * 10 > most) return null;
        try
        {
            var bigEndian = even > odd;
            return (new UnicodeEncoding(bigEndian, false, true).GetString(raw[..(raw.Length & ~1)]), bigEndian ? "utf-16be" : "utf-16le");
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>A few broken bytes among many whole sequences are damage; the other way round it is another encoding.</summary>
    private static bool IsDamagedUtf8(ReadOnlySpan<byte> raw)
    {
        int whole = 0, broken = 0;
        while (!raw.IsEmpty)
        {
            var ok = Rune.DecodeFromUtf8(raw, out var rune, out var length) == System.Buffers.OperationStatus.Done;
            if (!ok) broken++;
            else if (rune.Value > 0x7F) whole++;
            raw = raw[length..];
        }

        return whole >= 3 * broken;
    }
}
