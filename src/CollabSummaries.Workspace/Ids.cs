using System.Buffers.Text;
using System.Security.Cryptography;

namespace CollabSummaries.Workspace;

/// <summary>Names that cannot be guessed.</summary>
public static class Ids
{
    /// <summary>128 random bits as 22 characters of base64url.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    /// <summary>256 random bits as 43 characters of base64url: what a link carries. Only <see cref="HashOf"/> of it is kept.</summary>
    public static string NewSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>SHA-256 of a secret's text.</summary>
    public static byte[] HashOf(string secret) => SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(secret));
}
