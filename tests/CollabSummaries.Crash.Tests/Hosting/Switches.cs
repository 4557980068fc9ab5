using System.Globalization;

namespace CollabSummaries.Crash.Tests.Hosting;

/// <summary>How long the long forms are; without a switch a test run makes the short ones.</summary>
internal static class Switches
{
    /// <summary>Kills of the server in the middle of typing and of a run.</summary>
    public static int Kills => Number("CRASH_KILLS", 2);

    /// <summary>Power cuts in the middle of typing.</summary>
    public static int Cuts => Number("CRASH_CUTS", 1);

    /// <summary>Talks edited in the storm.</summary>
    public static int Sessions => Number("STORM_SESSIONS", 200);

    /// <summary>What random choices begin with; printed by each test.</summary>
    public static int Seed => Number("CRASH_SEED", Environment.TickCount & 0xFFFFFF);

    private static int Number(string name, int usual) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : usual;
}
