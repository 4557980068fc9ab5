using System.Collections;
using CollabSummaries.Summarization.Inference.Settings;

namespace CollabSummaries.Summarization.Tests.Inference.Settings;

public sealed class SettingsFileTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void The_environment_stands_over_the_file()
    {
        File.WriteAllText(_file, """{ "Logging": { "Slots": 9 }, /* ours */ "Inference": { "Slots": 4, "Device": "cpu", "Models": { "big": { "Folder": "/a", "Slots": 2 } } } }""");

        var values = SettingsFile.Read(_file, new Hashtable { ["inference__Models__big__Folder"] = "/b", ["PATH"] = "/bin" }).ToDictionary(v => v.Key, v => v.Value);

        Assert.Equal(("4", "cpu", "/b", "2"), (values["Slots"], values["Device"], values["Models:big:Folder"], values["Models:big:Slots"]));
        Assert.DoesNotContain("PATH", values.Keys);
    }

    [Theory]
    [InlineData("""{"Inference":{"Models":{"big":{"Folder":"/a"},"big":{"Folder":"/b"}}}}""", "Inference:Models:big stands there twice; give two models two names")]
    [InlineData("{", "cannot be read")]
    [InlineData("[]", "cannot be read")]
    public void A_file_that_cannot_be_read_or_says_a_thing_twice_is_named(string text, string says)
    {
        File.WriteAllText(_file, text);

        var problem = Assert.Single(Assert.Throws<SettingsException>(() => SettingsFile.Read(_file, new Hashtable())).Problems);
        Assert.Contains(says, problem, StringComparison.Ordinal);
        Assert.Contains(_file, problem, StringComparison.Ordinal);
    }
}
