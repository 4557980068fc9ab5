using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CollabSummaries.Editing;

/// <summary>
/// Chains the rows of a log: each hash covers the one before it, so that a row changed, dropped or put in later shows. SHA-256 over the previous hash,
/// then changes and author, each in UTF-8 behind its length (four bytes, big-endian): no two pairs have the same framing.
/// </summary>
public static class LogHash
{
    /// <summary>Stands before the first row.</summary>
    public static byte[] Start => new byte[SHA256.HashSizeInBytes];

    public static byte[] Next(byte[] previous, string changesJson, string author)
    {
        ArgumentNullException.ThrowIfNull(previous);
        if (previous.Length != SHA256.HashSizeInBytes) throw new ArgumentException($"A hash has {SHA256.HashSizeInBytes} bytes.", nameof(previous));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(previous);
        Append(hash, changesJson);
        Append(hash, author);
        return hash.GetHashAndReset();
    }

    private static void Append(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
