using System.Buffers;
using System.Text;

namespace CollabSummaries.Summarization.Inference.Graphs;

/// <summary>Walks through a protobuf message in a stream without reading what it is not asked for: a graph of many gigabytes is told in milliseconds.</summary>
internal sealed class ProtoReader(Stream stream)
{
    private const int LongestText = 4096;

    public long Position => stream.Position;

    public long Length => stream.Length;

    /// <summary>The next field of a message that ends at a position; null at its end. A field of wire type 2 has its content next, up to End.</summary>
    public (int Field, ulong Value, long End)? Next(long messageEnd)
    {
        if (stream.Position >= messageEnd)
            return null;
        var tag = Varint();
        var (value, end) = (tag & 7) switch
        {
            0 => (Varint(), stream.Position),
            1 => (0UL, Within(stream.Position + 8, messageEnd)),
            2 => (0UL, Content(messageEnd)),
            5 => (0UL, Within(stream.Position + 4, messageEnd)),
            var wire => throw new InvalidDataException($"it has a field of type {wire}"),
        };
        return ((int)(tag >> 3), value, end);
    }

    public void Skip(long end) => stream.Position = end;

    public string Text(long end)
    {
        var length = (int)Math.Min(end - stream.Position, LongestText);
        var bytes = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            stream.ReadExactly(bytes, 0, length);
            stream.Position = end;
            return Encoding.UTF8.GetString(bytes, 0, length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private long Content(long messageEnd)
    {
        var length = Varint();
        return length > (ulong)stream.Length ? throw new InvalidDataException("it ends in the middle of a field") : Within(stream.Position + (long)length, messageEnd);
    }

    private static long Within(long end, long messageEnd) => end <= messageEnd ? end : throw new InvalidDataException("it ends in the middle of a field");

    private ulong Varint()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var next = stream.ReadByte();
            if (next < 0)
                throw new InvalidDataException("it ends in the middle of a number");
            value |= (ulong)(next & 127) << shift;
            if (next < 128)
                return value;
        }

        throw new InvalidDataException("a number in it has no end");
    }
}
