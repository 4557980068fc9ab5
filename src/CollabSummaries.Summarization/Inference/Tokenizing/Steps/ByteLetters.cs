using System.Text;

namespace CollabSummaries.Summarization.Inference.Tokenizing.Steps;

/// <summary>The alphabet of byte-level vocabularies: each byte has a visible letter. Printable Latin-1 stands for itself, the other bytes follow from U+0100 on.</summary>
internal static class ByteLetters
{
    private static readonly char[] s_letters = Build();
    private static readonly Dictionary<char, byte> s_bytes = s_letters.Select((letter, value) => (letter, value)).ToDictionary(p => p.letter, p => (byte)p.value);

    public static string Of(string text) => string.Create(Encoding.UTF8.GetByteCount(text), text, static (letters, text) =>
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var k = 0; k < bytes.Length; k++)
            letters[k] = s_letters[bytes[k]];
    });

    /// <summary>Letters outside the alphabet stand for themselves; bytes that are no UTF-8 become U+FFFD.</summary>
    public static string Back(string letters)
    {
        var bytes = new List<byte>(letters.Length);
        foreach (var rune in letters.EnumerateRunes())
        {
            if (rune.IsBmp && s_bytes.TryGetValue((char)rune.Value, out var value))
                bytes.Add(value);
            else
                bytes.AddRange(Encoding.UTF8.GetBytes(rune.ToString()));
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    private static char[] Build()
    {
        var next = (char)0x100;
        return [.. Enumerable.Range(0, 256).Select(b => b is (>= '!' and <= '~') or (>= 0xA1 and <= 0xAC) or (>= 0xAE and <= 0xFF) ? (char)b : next++)];
    }
}
