using System.Globalization;

namespace CollabSummaries.Web.Importing.Joining;

/// <summary>The field that says where in the talk a file begins: "1:04:09", "04:09" or "249".</summary>
internal static class Begins
{
    private const int MostHours = 999;

    /// <summary>Null for anything else.</summary>
    public static long? Find(string? words)
    {
        var parts = words?.Trim().Split(':') ?? [];
        if (parts.Length is 0 or > 3)
            return null;
        long seconds = 0;
        foreach (var part in parts)
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || (seconds > 0 && value > 59))
                return null;
            seconds = (seconds * 60) + value;
        }

        return seconds <= MostHours * 3600L ? seconds * 1000 : null;
    }
}
