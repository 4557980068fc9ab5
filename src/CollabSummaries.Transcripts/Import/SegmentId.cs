using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CollabSummaries.Transcripts.Import;

/// <summary>Ids from place and text alone: the same file gives the same ids in every command, and two segments never share one.</summary>
internal static class SegmentId
{
    public static string Of(int index, string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return string.Create(CultureInfo.InvariantCulture, $"s{index + 1}-{Convert.ToHexStringLower(hash[..4])}");
    }
}
