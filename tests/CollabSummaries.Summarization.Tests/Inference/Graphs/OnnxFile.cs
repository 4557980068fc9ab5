using System.Text;

namespace CollabSummaries.Summarization.Tests.Inference.Graphs;

/// <summary>Writes ONNX files by hand: small ones that only say what they take and give, and changed copies of the built-in model.</summary>
internal static class OnnxFile
{
    public const int Float = 1, Int8 = 3, Int64 = 7, Half = 10;

    public static byte[] Value(string name, int type, params string[] dimensions)
    {
        var shape = dimensions.SelectMany(d => Bytes(1, int.TryParse(d, out var size) ? Number(1, (ulong)size) : Text(2, d))).ToArray();
        return [.. Text(1, name), .. Bytes(2, Bytes(1, [.. Number(1, (ulong)type), .. Bytes(2, shape)]))];
    }

    public static byte[] Node(string kind, string[] inputs, string[] outputs, params byte[][] attributes) =>
        [.. inputs.SelectMany(i => Text(1, i)), .. outputs.SelectMany(o => Text(2, o)), .. Text(4, kind), .. attributes.SelectMany(a => Bytes(5, a))];

    /// <summary>A whole number as a node's attribute.</summary>
    public static byte[] Attribute(string name, long value) => [.. Text(1, name), .. Number(3, (ulong)value), .. Number(20, 2)];

    /// <summary>A list of one whole number the graph brings along.</summary>
    public static byte[] Constant(string name, long value) => [.. Number(1, 1), .. Number(2, Int64), .. Text(8, name), .. Bytes(9, BitConverter.GetBytes(value))];

    public static byte[] Model(IEnumerable<byte[]> inputs, IEnumerable<byte[]> outputs, IEnumerable<byte[]> nodes) =>
        [.. Number(1, 8), .. Bytes(7, [.. nodes.SelectMany(n => Bytes(1, n)), .. inputs.SelectMany(i => Bytes(11, i)), .. outputs.SelectMany(o => Bytes(12, o))])];

    /// <summary>A graph that takes these, in the usual shapes of a language model of two layers, and gives logits.</summary>
    public static byte[] LanguageModel(string[] operators, int pastType = Float, string present = "total_sequence_length", params byte[][] furtherInputs)
    {
        byte[][] past = [.. Enumerable.Range(0, 2).SelectMany(l => (string[])["key", "value"], (l, kind) => Value($"past_key_values.{l}.{kind}", pastType, "batch", "3", "past", "64"))];
        byte[][] kept = [.. Enumerable.Range(0, 2).SelectMany(l => (string[])["key", "value"], (l, kind) => Value($"present.{l}.{kind}", pastType, "batch", "3", present, "64"))];
        return Model(
            [Value("input_ids", Int64, "batch", "sequence"), Value("attention_mask", Int64, "batch", "total"), .. past, .. furtherInputs],
            [Value("logits", pastType, "batch", "sequence", "512"), .. kept],
            [.. operators.Select(o => Node(o, ["input_ids"], ["x"]))]);
    }

    /// <summary>A model's file with its graph changed: parts are given one after the other and left as they are, replaced, or (null) left out; more may be added.</summary>
    public static byte[] Changed(byte[] model, Func<int, byte[], byte[]> part, params (int Field, byte[] Content)[] added)
    {
        var result = new List<byte>();
        foreach (var (field, start, content, whole) in Parts(model))
        {
            if (field != 7)
            {
                result.AddRange(whole);
                continue;
            }

            var graph = Parts(content).SelectMany(p => p.Content is null ? p.Whole : Bytes(p.Field, part(p.Field, p.Content))).Concat(added.SelectMany(a => Bytes(a.Field, a.Content)));
            result.AddRange(Bytes(7, [.. graph]));
        }

        return [.. result];
    }

    /// <summary>Renames an output of a node.</summary>
    public static byte[] WithOutputRenamed(byte[] node, string from, string to) =>
        [.. Parts(node).SelectMany(p => p.Field == 2 && Encoding.UTF8.GetString(p.Content!) == from ? Text(2, to) : p.Whole)];

    public static byte[] Bytes(int field, byte[] content) => [.. Varint(((ulong)field << 3) | 2), .. Varint((ulong)content.Length), .. content];

    public static byte[] Text(int field, string text) => Bytes(field, Encoding.UTF8.GetBytes(text));

    private static byte[] Number(int field, ulong value) => [.. Varint((ulong)field << 3), .. Varint(value)];

    private static byte[] Varint(ulong value)
    {
        var bytes = new List<byte>();
        for (; value >= 128; value >>= 7)
            bytes.Add((byte)(value | 128));
        return [.. bytes, (byte)value];
    }

    private static IEnumerable<(int Field, int Start, byte[] Content, byte[] Whole)> Parts(byte[] message)
    {
        for (var at = 0; at < message.Length;)
        {
            var start = at;
            var tag = Read(message, ref at);
            var length = (tag & 7) switch { 0 => Skipped(message, at), 1 => 8, 5 => 4, _ => (int)Read(message, ref at) };
            var content = (tag & 7) == 2 ? message[at..(at + length)] : null;
            at += length;
            yield return ((int)(tag >> 3), start, content!, message[start..at]);
        }
    }

    private static int Skipped(byte[] message, int at)
    {
        var start = at;
        Read(message, ref at);
        return at - start;
    }

    private static ulong Read(byte[] message, ref int at)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = message[at++];
            value |= (ulong)(next & 127) << shift;
            if (next < 128)
                return value;
        }
    }
}
