using CollabSummaries.Workspace;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace CollabSummaries.Web.Shell.Security;

/// <summary>The keys that sign cookies and forms lie in the data folder; without them everybody would be signed out at each start.</summary>
internal static class KeyRing
{
    public static void AddKeyRing(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("CollabSummaries");
        services.AddOptions<KeyManagementOptions>().Configure<WorkspaceFolder, ILoggerFactory>((options, folder, logs) =>
            options.XmlRepository = new FileSystemXmlRepository(new DirectoryInfo(folder.Keys), logs));
    }

    /// <summary>Signs something once, so that a key is written now, and makes sure that it was.</summary>
    /// <exception cref="InvalidOperationException">In Production, when the ring is not kept on disk.</exception>
    public static void Check(IServiceProvider services, bool isProduction)
    {
        services.GetRequiredService<IDataProtectionProvider>().CreateProtector("start").Protect([1]);
        var isKept = services.GetRequiredService<IOptions<KeyManagementOptions>>().Value.XmlRepository is FileSystemXmlRepository kept
            && kept.Directory.EnumerateFiles("key-*.xml").Any();
        if (isProduction && !isKept)
            throw new InvalidOperationException("The keys that sign cookies are not kept in the data folder, so everybody would be signed out at each start. Make the folder \"keys\" in it writable.");
    }
}
