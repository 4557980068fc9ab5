using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;

namespace CollabSummaries.Summarization.Inference.Settings;

/// <summary>
/// Settings into an object, with every mistake found and said at once: what stands where, and what may stand there. A name nobody knows is a mistake too, because it is
/// most often a known one misspelled.
/// </summary>
internal sealed class SettingsReader(List<string> problems)
{
    /// <param name="path">How the place is called in settings, "Inference".</param>
    /// <param name="values">Names below it, parts divided by colons, with their values.</param>
    public void Read(object into, string path, IReadOnlyCollection<KeyValuePair<string, string?>> values)
    {
        var known = into.GetType().GetProperties().ToDictionary(p => p.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var group in values.GroupBy(v => v.Key.Split(':')[0], StringComparer.OrdinalIgnoreCase))
        {
            var place = $"{path}:{group.Key}";
            if (!known.TryGetValue(group.Key, out var property))
                problems.Add($"{place} is no setting; known here are {string.Join(", ", known.Keys)}");
            else if (property.GetValue(into) is Dictionary<string, ModelOptions> models)
                ReadEach(models, property.Name, path, group);
            else if (group.FirstOrDefault(v => v.Key.Contains(':', StringComparison.Ordinal)) is { Key: not null })
                problems.Add($"{place} takes one value, no group of values");
            else if (group.Last().Value is { Length: > 0 } value)
                Set(into, property, place, value);
        }
    }

    private void ReadEach(Dictionary<string, ModelOptions> models, string name, string path, IEnumerable<KeyValuePair<string, string?>> values)
    {
        var below = values.Where(v => v.Key.Length > name.Length + 1).Select(v => KeyValuePair.Create(v.Key[(name.Length + 1)..], v.Value));
        foreach (var model in below.GroupBy(v => v.Key.Split(':')[0], StringComparer.OrdinalIgnoreCase))
        {
            var options = models[model.Key] = new ModelOptions();
            if (model.FirstOrDefault(v => v.Key.Length == model.Key.Length && v.Value is { Length: > 0 }) is { Key: not null })
                problems.Add($"{path}:{name}:{model.Key} takes a group of values: {{ \"Folder\": … }} or {{ \"Endpoint\": …, \"Model\": … }}");
            Read(options, $"{path}:{name}:{model.Key}", [.. model.Where(v => v.Key.Length > model.Key.Length).Select(v => KeyValuePair.Create(v.Key[(model.Key.Length + 1)..], v.Value))]);
        }
    }

    private void Set(object into, PropertyInfo property, string place, string value)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var range = property.GetCustomAttribute<RangeAttribute>();
        if (Parse(type, value.Trim(), range) is { } parsed)
            property.SetValue(into, parsed);
        else
            problems.Add($"{place} is \"{value}\"; write {Allowed(type, range)}");
    }

    private static object? Parse(Type type, string value, RangeAttribute? range)
    {
        if (type == typeof(int))
            return int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && range?.IsValid(number) != false ? number : null;
        if (type == typeof(bool))
            return bool.TryParse(value, out var flag) ? flag : null;
        if (type == typeof(Uri))
            return Uri.TryCreate(value, UriKind.Absolute, out var address) ? address : null;
        if (type.IsEnum)
            return Enum.GetNames(type).Contains(value, StringComparer.OrdinalIgnoreCase) ? Enum.Parse(type, value, ignoreCase: true) : null;
        return value;
    }

    private static string Allowed(Type type, RangeAttribute? range) =>
        type == typeof(bool) ? "true or false"
        : type == typeof(Uri) ? "an address such as http://gpu-machine:8000/v1"
        : type.IsEnum ? string.Join(" or ", Enum.GetNames(type).Select(n => n.ToLowerInvariant()))
        : string.Create(CultureInfo.InvariantCulture, $"a whole number from {range?.Minimum} to {range?.Maximum}");
}
