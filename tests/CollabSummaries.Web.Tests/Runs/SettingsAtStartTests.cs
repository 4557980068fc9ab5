using System.Diagnostics;

namespace CollabSummaries.Web.Tests.Runs;

public sealed class SettingsAtStartTests
{
    [Fact]
    public async Task A_server_whose_settings_cannot_be_used_says_every_mistake_and_does_not_start()
    {
        var stop = TestContext.Current.CancellationToken;
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in (string[])[typeof(Program).Assembly.Location, "--Inference:Slots", "0", "--Inference:Models:big:Folder", "/nowhere", "--Workspace:DataFolder", Path.Combine(Path.GetTempPath(), "never-made")])
            start.ArgumentList.Add(argument);
        using var server = Process.Start(start)!;

        var said = await server.StandardError.ReadToEndAsync(stop);
        await server.WaitForExitAsync(stop);

        Assert.Equal(1, server.ExitCode);
        Assert.Contains("Inference:Slots is \"0\"; write a whole number from 1 to 64", said, StringComparison.Ordinal);
        Assert.Contains("Inference:Models:big:Folder \"/nowhere\" does not exist", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(Path.GetTempPath(), "never-made")));
    }
}
