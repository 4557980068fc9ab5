using System.Text;
using CollabSummaries.Summarization.Inference.Devices;
using Microsoft.ML.OnnxRuntime;

namespace CollabSummaries.Summarization.Tests.Inference.Devices;

public sealed class GpuLibrariesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("libraries").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_version_compared_with_is_that_of_the_core_in_use() => Assert.Equal(OrtEnv.Instance().GetVersionString(), GpuLibraries.Version);

    [Fact]
    public void No_folder_is_no_problem() => Assert.Equal(new GpuLibraries(null, null, null), GpuLibraries.In(null));

    [Fact]
    public void A_folder_without_the_provider_says_which_file_is_missing() => Assert.EndsWith($"has no {GpuLibraries.ProviderFile}", GpuLibraries.In(_folder).Problem, StringComparison.Ordinal);

    [Fact]
    public void A_whole_runtime_of_this_version_takes_the_place_of_our_own()
    {
        Write(GpuLibraries.CoreFile, GpuLibraries.Version);
        Write(GpuLibraries.ProviderFile, GpuLibraries.Version);

        Assert.Equal(new GpuLibraries(Path.Combine(_folder, GpuLibraries.CoreFile), null, null), GpuLibraries.In(_folder));
    }

    [Fact]
    public void A_provider_alone_is_registered_with_our_own()
    {
        Write(GpuLibraries.ProviderFile, GpuLibraries.Version);

        Assert.Equal(new GpuLibraries(null, Path.Combine(_folder, GpuLibraries.ProviderFile), null), GpuLibraries.In(_folder));
    }

    [Theory]
    [InlineData("1.30.0")]
    [InlineData("11.31.1")]
    [InlineData("1.31.10")]
    public void A_provider_of_another_version_is_never_loaded(string version)
    {
        Write(GpuLibraries.CoreFile, GpuLibraries.Version);
        Write(GpuLibraries.ProviderFile, version);

        var libraries = GpuLibraries.In(_folder);

        Assert.Equal((null, null), (libraries.Core, libraries.Provider));
        Assert.Equal($"'{Path.Combine(_folder, GpuLibraries.ProviderFile)}' is not of version {GpuLibraries.Version} of ONNX Runtime, which this program needs", libraries.Problem);
    }

    [Fact]
    public void A_runtime_cannot_be_exchanged_while_one_is_in_use()
    {
        Write(GpuLibraries.CoreFile, GpuLibraries.Version);
        Write(GpuLibraries.ProviderFile, GpuLibraries.Version);
        Assert.NotEmpty(OrtEnv.Instance().GetVersionString());

        Assert.Contains("restart", GpuLibraries.In(_folder).Choose(), StringComparison.Ordinal);
    }

    /// <summary>A file with a version where the reader's blocks meet.</summary>
    private void Write(string name, string version)
    {
        var content = new byte[(1 << 20) + 100];
        Encoding.ASCII.GetBytes($"\0{version}\0").CopyTo(content, (1 << 20) - 4);
        File.WriteAllBytes(Path.Combine(_folder, name), content);
    }
}
