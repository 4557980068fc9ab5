using System.Text;
using System.Text.Json;

namespace CollabSummaries.Editing.Changes;

/// <summary>
/// Reads a change that came from outside. Only what an honest client writes is taken: every part does something, keeps never meet, lengths are
/// plain digits. So what was taken and written again has the same bytes but for spaces and escapes.
/// </summary>
internal ref struct JsonReading
{
    private readonly ChangeSetLimits _limits;
    private readonly List<Part> _parts = [];
    private Utf8JsonReader _reader;
    private long _oldLength;
    private long _newLength;

    private JsonReading(byte[] json, ChangeSetLimits limits)
    {
        _limits = limits;
        _reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 2, CommentHandling = JsonCommentHandling.Disallow });
    }

    /// <returns>The parts, or the error.</returns>
    public static (Part[]? Parts, ChangeSetError? Error) Read(string json, ChangeSetLimits limits)
    {
        if (json.Length > limits.MaxJsonLength)
            return (null, new(ChangeSetErrorCode.TooLarge, $"The change has {json.Length} characters of JSON; {limits.MaxJsonLength} are allowed."));
        if (!WellFormed.IsSo(json))
            return (null, new(ChangeSetErrorCode.LoneSurrogate, "The change holds half of a surrogate pair."));

        try
        {
            var reading = new JsonReading(Encoding.UTF8.GetBytes(json), limits);
            return (reading.ReadAll(), null);
        }
        catch (Refusal refusal)
        {
            return (null, refusal.Error);
        }
        catch (JsonException e)
        {
            return (null, new(ChangeSetErrorCode.NotJson, $"The change is not JSON, or nested too deep: byte {e.BytePositionInLine}."));
        }
    }

    private Part[] ReadAll()
    {
        if (!_reader.Read() || _reader.TokenType != JsonTokenType.StartArray) throw Wrong(ChangeSetErrorCode.WrongShape, "is not a list");
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray) Add(ReadPart());
        _reader.Read(); // Throws when something follows.
        return [.. _parts];
    }

    private void Add(Part part)
    {
        if (part is { IsKeep: true, Length: 0 }) throw Wrong(ChangeSetErrorCode.EmptyPart, "keeps nothing");
        if (part.IsKeep && _parts.Count > 0 && _parts[^1].IsKeep) throw Wrong(ChangeSetErrorCode.AdjacentKeeps, "is a keep after a keep");
        if (_parts.Count == _limits.MaxParts) throw Wrong(ChangeSetErrorCode.TooManyParts, $"is more than the {_limits.MaxParts} allowed");
        _oldLength += part.Length;
        _newLength += part.NewLength;
        if (Math.Max(_oldLength, _newLength) > _limits.MaxTextLength)
            throw Wrong(ChangeSetErrorCode.TooLarge, $"makes the text longer than the {_limits.MaxTextLength} code units allowed");
        _parts.Add(part);
    }

    private Part ReadPart()
    {
        if (_reader.TokenType == JsonTokenType.Number) return new Part(ReadLength(), null);
        if (_reader.TokenType != JsonTokenType.StartArray) throw Wrong(ChangeSetErrorCode.WrongShape, "is neither a number nor a list");
        if (!_reader.Read() || _reader.TokenType != JsonTokenType.Number) throw Wrong(ChangeSetErrorCode.WrongShape, "does not begin with a length");
        var length = ReadLength();
        var text = ReadLines();
        if (text is null && length == 0) throw Wrong(ChangeSetErrorCode.EmptyPart, "deletes nothing");
        if (text is { Length: 0 }) throw Wrong(ChangeSetErrorCode.EmptyPart, "inserts nothing; a deletion has no lines");
        return new Part(length, text ?? "");
    }

    private int ReadLength()
    {
        // "-0", "1.0" and "1e2" are numbers of JSON but no client writes them.
        if (!_reader.ValueSpan.ContainsAnyExceptInRange((byte)'0', (byte)'9') && _reader.TryGetInt32(out var length)) return length;
        throw Wrong(ChangeSetErrorCode.BadLength, "has a length that is no whole number from 0 to 2147483647");
    }

    private string? ReadLines()
    {
        StringBuilder? lines = null;
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            if (_reader.TokenType != JsonTokenType.String) throw Wrong(ChangeSetErrorCode.WrongShape, "has a line that is no string");
            if (lines is null) lines = new StringBuilder();
            else lines.Append('\n');
            lines.Append(ReadLine());
        }
        return lines?.ToString();
    }

    private string ReadLine()
    {
        string line;
        try
        {
            line = _reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Wrong(ChangeSetErrorCode.LoneSurrogate, "has a line with half of a surrogate pair");
        }
        if (line.AsSpan().ContainsAny('\n', '\r', '\0')) throw Wrong(ChangeSetErrorCode.BadCharacter, "has a line with a line break or U+0000 in it");
        return line;
    }

    private Refusal Wrong(ChangeSetErrorCode code, string what) => new(new(code, $"Part {_parts.Count} of the change {what}."));

    private sealed class Refusal(ChangeSetError error) : Exception
    {
        public ChangeSetError Error { get; } = error;
    }
}
