namespace CollabSummaries.Transcripts.Tests.Files;

/// <summary>Damages a file the way files get damaged, and worse.</summary>
internal static class Mutation
{
    private static readonly string[] Spices =
    [
        "\0", "\uFEFF", "\u00A0", "-->", "--> 00:00", "00:00:00", "<", "</v>", "<v ", "&#x", "&", "[", "](", "(((", "**", "```", "---\n", "\n\n\n", "\r", "{\"", "1\n", ":", "-> summary ->\n", "99999999999999999999:00", "# ", "\ud800",
        "\t", ",", "\"", "\\", "NaN", "[[", "{}", "<p begin=\"1s\">", "<!DOCTYPE a>", "\\ud800", "0:00\n", "1e99", "-5",
    ];

    public static byte[] Of(byte[] file, Random random)
    {
        var bytes = file.Length > 6000 ? file[random.Next(file.Length - 6000)..][..6000].ToList() : file.ToList();
        for (var n = random.Next(1, 12); n > 0; n--) Damage(bytes, random);
        return [.. bytes];
    }

    private static void Damage(List<byte> bytes, Random random)
    {
        var at = random.Next(bytes.Count + 1);
        var length = Math.Min(random.Next(1, 80), bytes.Count - at);
        switch (random.Next(6))
        {
            case 0: bytes.RemoveRange(at, length); break;
            case 1: bytes.InsertRange(at, System.Text.Encoding.UTF8.GetBytes(Spices[random.Next(Spices.Length)])); break;
            case 2: bytes.InsertRange(at, bytes.GetRange(random.Next(bytes.Count - length + 1), length)); break;
            case 3 when at < bytes.Count: bytes[at] = (byte)random.Next(256); break;
            case 4: bytes.RemoveRange(at, bytes.Count - at); break;
            default: bytes.InsertRange(at, Enumerable.Repeat((byte)"<[*\n:-0 "[random.Next(8)], random.Next(1, 300))); break;
        }
    }
}
