namespace CollabSummaries.Summarization.Inference.Graphs;

/// <summary>Type of a tensor's elements, numbered as in ONNX.</summary>
internal enum ElementType
{
    Unknown = 0,
    Float = 1,
    Int64 = 7,
    Half = 10,
}

/// <summary>An input or output of a graph.</summary>
/// <param name="Dimensions">A number, or the name of what it stands for.</param>
internal sealed record GraphValue(string Name, ElementType Type, IReadOnlyList<string> Dimensions)
{
    public int? Size(int dimension) => dimension < Dimensions.Count && int.TryParse(Dimensions[dimension], out var size) && size > 0 ? size : null;
}

/// <summary>What a graph takes, gives and is made of, read from its file without opening it.</summary>
/// <param name="Operators">Kinds of operators in its body, those in branches left out.</param>
internal sealed record GraphHeader(IReadOnlyList<GraphValue> Inputs, IReadOnlyList<GraphValue> Outputs, IReadOnlySet<string> Operators)
{
    /// <exception cref="ModelException">The file is no ONNX graph.</exception>
    public static GraphHeader Read(string file)
    {
        try
        {
            using var stream = new BufferedStream(File.OpenRead(file), 1 << 16);
            var reader = new ProtoReader(stream);
            var header = new GraphHeader([], [], new HashSet<string>());
            var found = false;
            while (reader.Next(reader.Length) is { } field)
            {
                if (field.Field == 7)
                    (header, found) = (Graph(reader, field.End), true);
                else
                    reader.Skip(field.End);
            }

            return found && header.Outputs.Count > 0 ? header : throw new InvalidDataException("it holds no graph");
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw new ModelException($"'{file}' is no ONNX graph: {e.Message}", e);
        }
    }

    public GraphValue? Input(string name) => Inputs.FirstOrDefault(v => v.Name == name);

    public GraphValue? Output(string name) => Outputs.FirstOrDefault(v => v.Name == name);

    private static GraphHeader Graph(ProtoReader reader, long end)
    {
        var (inputs, outputs, operators) = (new List<GraphValue>(), new List<GraphValue>(), new HashSet<string>(StringComparer.Ordinal));
        var weights = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Next(end) is { } field)
        {
            switch (field.Field)
            {
                case 1:
                    operators.Add(TextField(reader, field.End, 4));
                    break;
                case 5:
                    weights.Add(TextField(reader, field.End, 8));
                    break;
                case 11:
                    inputs.Add(Value(reader, field.End));
                    break;
                case 12:
                    outputs.Add(Value(reader, field.End));
                    break;
            }

            reader.Skip(field.End);
        }

        // Old exporters list weights among the inputs.
        inputs.RemoveAll(v => weights.Contains(v.Name));
        return new GraphHeader(inputs, outputs, operators);
    }

    private static string TextField(ProtoReader reader, long end, int number)
    {
        while (reader.Next(end) is { } field)
        {
            if (field.Field == number)
                return reader.Text(field.End);
            reader.Skip(field.End);
        }

        return "";
    }

    private static GraphValue Value(ProtoReader reader, long end)
    {
        var (name, type, dimensions) = ("", ElementType.Unknown, new List<string>());
        while (reader.Next(end) is { } field)
        {
            if (field.Field == 1)
                name = reader.Text(field.End);
            else if (field.Field == 2)
                type = Type(reader, field.End, dimensions);
            reader.Skip(field.End);
        }

        return new GraphValue(name, type, dimensions);
    }

    private static ElementType Type(ProtoReader reader, long end, List<string> dimensions)
    {
        var type = ElementType.Unknown;
        while (reader.Next(end) is { } outer)
        {
            // Field 1: a tensor; sequences, maps and the like are no input of a language model.
            while (outer.Field == 1 && reader.Next(outer.End) is { } field)
            {
                if (field.Field == 1)
                    type = (ElementType)field.Value;
                while (field.Field == 2 && reader.Next(field.End) is { } dimension)
                    dimensions.Add(Dimension(reader, dimension.End));
                reader.Skip(field.End);
            }

            reader.Skip(outer.End);
        }

        return type;
    }

    private static string Dimension(ProtoReader reader, long end)
    {
        var size = "";
        while (reader.Next(end) is { } field)
        {
            size = field.Field == 1 ? field.Value.ToString(System.Globalization.CultureInfo.InvariantCulture) : field.Field == 2 ? reader.Text(field.End) : size;
            reader.Skip(field.End);
        }

        return size;
    }
}
