namespace CollabSummaries.Editing.Tests.Generators;

/// <summary>Gives every random test a seed that is printed, and taken from COLLAB_FUZZ_SEED when a failure is to be seen again.</summary>
internal static class Seeds
{
    public static int Take()
    {
        var wanted = Environment.GetEnvironmentVariable("COLLAB_FUZZ_SEED");
        var seed = wanted is null ? Random.Shared.Next() : int.Parse(wanted, System.Globalization.CultureInfo.InvariantCulture);
        TestContext.Current.TestOutputHelper?.WriteLine($"COLLAB_FUZZ_SEED={seed}");
        return seed;
    }

    /// <summary>Cases a run: <paramref name="usual"/>, or in proportion to COLLAB_FUZZ_CASES, which counts the cases of the differential fuzzer.</summary>
    public static int Cases(int usual)
    {
        var wanted = Environment.GetEnvironmentVariable("COLLAB_FUZZ_CASES");
        return wanted is null ? usual : (int)(long.Parse(wanted, System.Globalization.CultureInfo.InvariantCulture) * usual / 20_000);
    }
}
