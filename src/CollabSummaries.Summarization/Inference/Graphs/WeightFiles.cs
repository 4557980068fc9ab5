using System.Security.Cryptography;

namespace CollabSummaries.Summarization.Inference.Graphs;

/// <summary>The files that hold a graph's numbers: those beside it where there are some, else the graph itself.</summary>
internal sealed class WeightFiles
{
    private readonly IReadOnlyList<string> _files;

    public WeightFiles(ModelFolder folder)
    {
        var graph = folder.FileOf(folder.GraphFile);
        var beside = Path.GetDirectoryName(graph)!;
        var name = Path.GetFileName(graph);
        // Ours and the builder's: *.bin, *.onnx.data; those of transformers.js: model_q4.onnx_data, model_q4.onnx_data_1, …
        var own = Directory.GetFiles(beside, $"{name}*").Where(f => f != graph).ToList();
        _files = [.. (own.Count > 0 ? own : Directory.GetFiles(beside, "*.bin").Concat(Directory.GetFiles(beside, "*.data"))).Order(StringComparer.Ordinal)];
        if (_files.Count == 0)
            _files = [graph];
        Bytes = _files.Sum(f => new FileInfo(f).Length);
    }

    public long Bytes { get; }

    /// <param name="share">Hears each hundredth that is done.</param>
    /// <returns>SHA-256 of all of them, in lower-case hex.</returns>
    public string Hash(Action<double> share, CancellationToken stop)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 20];
        long done = 0, told = -1;
        foreach (var file in _files)
        {
            using var stream = File.OpenRead(file);
            for (int read; (read = stream.Read(buffer)) > 0; stop.ThrowIfCancellationRequested())
            {
                hash.AppendData(buffer, 0, read);
                done += read;
                if (done * 100 / Math.Max(1, Bytes) is var percent && percent > told)
                    share((told = percent) / 100.0);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
