using System.Runtime.InteropServices;

namespace CollabSummaries.Summarization.Inference.Devices;

/// <summary>
/// Threads for heavy computing that give way to everything else. On Linux .NET's thread priority does nothing, but a thread's nice value is inherited by the threads it
/// starts: a session made on such a thread has a pool that gives way as well.
/// </summary>
internal static partial class ComputeThread
{
    private const int Process = 0, CallingThread = 0, Nicer = 10, Nicest = 19;

    public static Thread Start(string name, bool giveWay, Action work)
    {
        var thread = new Thread(() =>
        {
            if (giveWay && OperatingSystem.IsLinux())
                _ = SetPriority(Process, CallingThread, Math.Min(Nicest, GetPriority(Process, CallingThread) + Nicer));
            work();
        })
        {
            IsBackground = true,
            Name = name,
            Priority = giveWay ? ThreadPriority.BelowNormal : ThreadPriority.Normal,
        };
        thread.Start();
        return thread;
    }

    [LibraryImport("libc", EntryPoint = "getpriority")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetPriority(int which, int who);

    [LibraryImport("libc", EntryPoint = "setpriority")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetPriority(int which, int who, int priority);
}
