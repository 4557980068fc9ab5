using System.Text;
using System.Text.Json;
using CollabSummaries.Transcripts.Import.Source;

namespace CollabSummaries.Transcripts.Import.Json;

/// <summary>A file read as JSON. Several values after another (JSON lines) are read as one list of them.</summary>
/// <param name="Root">Null when the file is no JSON.</param>
/// <param name="Fault">What is wrong with a file that begins like JSON.</param>
internal sealed record JsonFile(JsonValue? Root, RefusedException? Fault)
{
    private const int Deepest = 64;

    public static JsonFile Of(RawText text) => text.Once(Parse);

    private static JsonFile Parse(RawText text)
    {
        var first = Array.Find(text.Lines, l => !Blank.Is(l));
        if (first is null || first.AsSpan().TrimStart()[0] is not ('{' or '[')) return new JsonFile(null, null);
        try
        {
            return new JsonFile(new Reading(text).Read(), null);
        }
        catch (JsonException e)
        {
            var line = (int)Math.Min(text.Lines.Length, (e.LineNumber ?? 0) + 1);
            return new JsonFile(null, new RefusedException("the JSON is broken at this line, perhaps cut off; export the file again", line));
        }
    }

    private sealed class Reading(RawText text)
    {
        private readonly byte[] _bytes = Encoding.UTF8.GetBytes(JsonNumbers.WithoutNaN(string.Join('\n', text.Lines)));
        private int _line = 1;
        private int _counted;
        private int _column;

        public JsonValue Read()
        {
            var reader = new Utf8JsonReader(_bytes, new JsonReaderOptions
            {
                AllowMultipleValues = true, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = Deepest,
            });
            var roots = new List<JsonValue>();
            var open = new Stack<JsonValue>();
            string? name = null;
            while (reader.Read())
            {
                Count(reader.TokenStartIndex);
                if (reader.TokenType == JsonTokenType.PropertyName)
                {
                    name = Plain(ref reader);
                    continue;
                }

                if (reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject)
                {
                    open.Pop().LastLine = _line;
                    continue;
                }

                var value = Value(ref reader);
                if (!open.TryPeek(out var parent)) roots.Add(value);
                else if (parent.Members is { } members) members[name!] = value;
                else parent.Items.Add(value);
                if (value.Kind is JsonKind.List or JsonKind.Object) open.Push(value);
            }

            return roots.Count == 1 ? roots[0] : Together(roots);
        }

        private static JsonValue Together(List<JsonValue> roots)
        {
            var list = new JsonValue(JsonKind.List, "", roots[0].Line, roots[0].Inside) { LastLine = roots[^1].LastLine };
            list.Items.AddRange(roots);
            return list;
        }

        private JsonValue Value(ref Utf8JsonReader reader) => reader.TokenType switch
        {
            JsonTokenType.StartObject => new JsonValue(JsonKind.Object, "", _line, Chars(ref reader)),
            JsonTokenType.StartArray => new JsonValue(JsonKind.List, "", _line, Chars(ref reader)),
            JsonTokenType.String => new JsonValue(JsonKind.Text, Plain(ref reader), _line, Chars(ref reader)),
            JsonTokenType.Number => new JsonValue(JsonKind.Number, Encoding.ASCII.GetString(reader.ValueSpan), _line, Chars(ref reader)),
            JsonTokenType.True => new JsonValue(JsonKind.True, "", _line, Chars(ref reader)),
            JsonTokenType.False => new JsonValue(JsonKind.False, "", _line, Chars(ref reader)),
            _ => new JsonValue(JsonKind.Null, "", _line, Chars(ref reader)),
        };

        /// <summary>An escaped half of a surrogate pair stands for no character.</summary>
        private static string Plain(ref Utf8JsonReader reader)
        {
            try
            {
                return reader.GetString()!;
            }
            catch (InvalidOperationException)
            {
                return Encoding.UTF8.GetString(reader.ValueSpan);
            }
        }

        /// <summary>Moves the place in the file forward: lines and columns are counted once, whatever the length of a line.</summary>
        private void Count(long to)
        {
            var passed = _bytes.AsSpan(_counted, (int)to - _counted);
            var lines = passed.Count((byte)'\n');
            if (lines > 0)
            {
                (_line, _column) = (_line + lines, 0);
                passed = passed[(passed.LastIndexOf((byte)'\n') + 1)..];
            }

            _column += Encoding.UTF8.GetCharCount(passed);
            _counted = (int)to;
        }

        /// <summary>Where the token stands in the text of the file, whose line ends may be longer than those read here.</summary>
        private SourceChars Chars(ref Utf8JsonReader reader)
        {
            var start = text.Starts[_line - 1] + _column;
            var quotes = reader.TokenType == JsonTokenType.String ? 2 : 0;
            return new SourceChars(start, start + quotes + Encoding.UTF8.GetCharCount(reader.ValueSpan));
        }
    }
}
