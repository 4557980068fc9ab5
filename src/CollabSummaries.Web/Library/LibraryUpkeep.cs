namespace CollabSummaries.Web.Library;

/// <summary>What happens to the library by itself.</summary>
internal static class LibraryUpkeep
{
    public static void AddLibraryUpkeep(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<SampleTalk>();
        builder.Services.AddHostedService<BinPurge>();
    }
}
