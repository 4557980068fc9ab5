using System.Globalization;
using CollabSummaries.Transcripts;
using CollabSummaries.Transcripts.Export;
using CollabSummaries.Transcripts.Import;

namespace CollabSummaries.Cli;

/// <summary>`import FILE [--format NAME] [--strict] [--json | --to NAME]`: shows what a file is read as, or writes it in another format.</summary>
internal static class ImportCommand
{
    private const string Synopsis = "import FILE [--format NAME] [--strict] [--json | --to NAME]";

    public static async Task<int> RunAsync(string[] args, CancellationToken stop)
    {
        var (file, format, strict, json, to) = Parse(args);
        var transcript = await ReadAsync(file, new ImportOptions(Path.GetFileName(file), format, strict), stop);
        await using var output = Console.OpenStandardOutput();
        if (to is not null) await output.WriteAsync(Export(transcript, to), stop);
        else if (json) await ImportJson.WriteAsync(transcript, output, stop);
        else await output.WriteAsync(System.Text.Encoding.UTF8.GetBytes(Describe(transcript)), stop);
        return 0;
    }

    /// <summary>Imports a file or says in one line what is wrong and where.</summary>
    public static async Task<Transcript> ReadAsync(string file, ImportOptions options, CancellationToken stop)
    {
        byte[] raw;
        if (!File.Exists(file)) throw new CommandException($"{file}: no such file");
        try
        {
            if (new FileInfo(file) is { Length: > ImportLimits.Bytes and var length })
                throw new CommandException(string.Create(CultureInfo.InvariantCulture, $"{file}:1: the file has {length:N0} bytes; {ImportLimits.Bytes:N0} (20 MB) is the most that is read"));
            raw = await File.ReadAllBytesAsync(file, stop);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new CommandException($"{file}: cannot be read ({e.Message})");
        }

        var (transcript, refusal) = TranscriptImport.Import(raw, options, stop);
        return transcript ?? throw new CommandException(
            $"{file}:{refusal!.Line}: {refusal.Message}{(refusal.NearestFormat is { } nearest ? $"; nearest format: {nearest}" : "")}");
    }

    private static (string File, string? Format, bool Strict, bool Json, string? To) Parse(string[] args)
    {
        string? file = null, format = null, to = null;
        bool strict = false, json = false;
        for (var i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--json": json = true; break;
                case "--strict": strict = true; break;
                case "--format" when i + 1 < args.Length: format = args[++i]; break;
                case "--to" when i + 1 < args.Length: to = args[++i]; break;
                case "--to": throw new CommandException($"--to needs a name; use {Synopsis}");
                case "--format": throw new CommandException($"--format needs a name; use {Synopsis}");
                case ['-', '-', ..]: throw new CommandException($"unknown option '{args[i]}'; use {Synopsis}");
                case var name when file is null: file = name; break;
                default: throw new CommandException($"one file at a time, '{args[i]}' is a second; use {Synopsis}");
            }
        }

        return (file ?? throw new CommandException($"no file given; use {Synopsis}"), format, strict, json, to);
    }

    private static byte[] Export(Transcript transcript, string to)
    {
        try
        {
            return TranscriptExport.WriteBytes(transcript, to);
        }
        catch (ArgumentException e)
        {
            throw new CommandException(e.Message.Split(" (Parameter", 2)[0]);
        }
    }

    private static string Describe(Transcript transcript)
    {
        var lines = new List<string>
        {
            string.Create(CultureInfo.InvariantCulture, $"{transcript.Format}, {transcript.Encoding}, language {transcript.Language ?? "unknown"}, {transcript.Segments.Count:N0} segments, {transcript.Speakers.Count} speakers, {transcript.Summary?.Count ?? 0} bullets"),
        };
        lines.AddRange(transcript.Warnings.Select(w => string.Create(CultureInfo.InvariantCulture, $"line {w.Line}: {w.Message}")));
        return string.Join('\n', lines) + "\n";
    }
}
