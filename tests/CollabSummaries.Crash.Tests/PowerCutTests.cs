using System.Diagnostics;
using CollabSummaries.Crash.Tests.Hosting;

namespace CollabSummaries.Crash.Tests;

/// <summary>The power goes in the middle of typing: what the server wrote and did not sync is taken back (tests/powercut).</summary>
[Collection(nameof(OneAtATime))]
public sealed class PowerCutTests(ITestOutputHelper output)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_acknowledged_is_lost_when_the_power_is_cut_while_people_type()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The power cut is made with LD_PRELOAD.");
        var seed = Switches.Seed;
        output.WriteLine($"CRASH_SEED={seed}");
        var random = new Random(seed);
        await using var crashing = await Crashing.BeginAsync(Stop);
        var talk = await crashing.Admin.ImportAsync(Repository.At("tests/CollabSummaries.Transcripts.Tests/Fixtures/talks/seed-excerpt.txt"), Stop);
        var shim = Directory.CreateTempSubdirectory("powercut-").FullName;
        await RunAsync(Repository.At("tests/powercut/build.sh"), shim);
        await crashing.EndAsync();

        await using var editors = await StartAsync(crashing, shim, talk, random);
        for (var cut = 1; cut <= Switches.Cuts; cut++)
        {
            Assert.True(await editors.UntilMoreAsync(random.Next(30, 150), Stop), "The editors ended early.");
            await crashing.Server.KillAsync();
            var promised = (await editors.TellAsync(Stop)).ToList();
            await crashing.Folder.CloseAsync();
            // With a seed each unsynced page stayed or went by chance; without, all are gone.
            await RunAsync(Path.Combine(shim, "powercut-restore"), cut % 2 == 0 ? [Journal(crashing), $"{random.Next()}"] : [Journal(crashing)]);
            Assert.Null(await crashing.Folder.FindFaultAsync(talk, promised, Stop));
            output.WriteLine($"cut {cut}: {promised.Count} acknowledged, 0 missing");
            await crashing.Folder.CloseAsync();
            await CutAgainAsync(crashing, shim);
            await editors.SayAsync("up");
        }

        Assert.True(await editors.UntilMoreAsync(20, Stop), "The editors ended early.");
        await editors.SayAsync("stop");
        var outcome = Assert.Single(await editors.EndAsync(Stop).ToListAsync(Stop));
        await Oracle.CheckAsync(crashing.Folder, outcome, Stop);
        Oracle.CheckWords(outcome);
        Directory.Delete(Journal(crashing), recursive: true);
        Directory.Delete(shim, recursive: true);
    }

    private static string Journal(Crashing crashing) => $"{crashing.Folder.Path}.journal";

    private static async Task<Editors> StartAsync(Crashing crashing, string shim, string talk, Random random)
    {
        await CutAgainAsync(crashing, shim);
        string[] people = [crashing.Cookies[0], crashing.Cookies[1], crashing.Cookies[0]];
        return await Editors.StartAsync(crashing.Server.Address, 1, [new(talk, random.Next(), people, 0, Storm: false)]);
    }

    /// <summary>Starts the server with what notes its unsynced writes.</summary>
    private static async Task CutAgainAsync(Crashing crashing, string shim)
    {
        if (Directory.Exists(Journal(crashing)))
            Directory.Delete(Journal(crashing), recursive: true);
        Directory.CreateDirectory(Journal(crashing));
        await crashing.StartAsync(
            new Dictionary<string, string>
            {
                ["LD_PRELOAD"] = Path.Combine(shim, "powercut.so"), ["POWERCUT_DIR"] = crashing.Folder.Path, ["POWERCUT_JOURNAL"] = Journal(crashing),
            },
            Stop);
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = process.StandardOutput.ReadToEndAsync(Stop);
        var errors = await process.StandardError.ReadToEndAsync(Stop);
        await process.WaitForExitAsync(Stop);
        Assert.True(process.ExitCode == 0, $"{Path.GetFileName(program)}: {await said}{errors}");
    }
}
