using CollabSummaries.Transcripts.Import;
using CollabSummaries.Web.Importing;
using CollabSummaries.Workspace;
using CollabSummaries.Workspace.Accounts;
using CollabSummaries.Workspace.Talks;
using CollabSummaries.Workspace.Writing;
using Microsoft.EntityFrameworkCore;

namespace CollabSummaries.Web.Library;

/// <summary>The talk a new library begins with: the pair this product began with, word for word. Also what "add the sample" adds.</summary>
internal sealed class SampleTalk(
    TalkStore talks, WorkspaceWriter writer, IDbContextFactory<SqliteWorkspaceContext> contexts, IWebHostEnvironment host, ILogger<SampleTalk> logger)
{
    private const string Author = "import";
    private const string FileName = "sample-talk.txt";
    private const string Title = "Sample: how AlexNet changed what we asked of computers";

    /// <summary>At the first start: nobody has an account and there is no talk, not even in the bin.</summary>
    public async Task AddAtFirstStartAsync(CancellationToken stop)
    {
        await writer.WriteAsync(c => Authors.KeepAsync(c, Author, "Import", 0, AuthorKind.Import), stop);
        await using var context = await contexts.CreateDbContextAsync(stop);
        if (await context.Users.AnyAsync(stop) || await context.Talks.AnyAsync(stop))
            return;
        try
        {
            await AddAsync(Author, stop);
            Log.SampleAdded(logger);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            Log.SampleRefused(logger, e.Message);
        }
    }

    /// <summary>Adds it once more; returns its id.</summary>
    /// <exception cref="InvalidDataException">Its file was changed and cannot be read.</exception>
    public async Task<string> AddAsync(string createdBy, CancellationToken stop)
    {
        var raw = await File.ReadAllBytesAsync(Path.Combine(host.ContentRootPath, "Library", FileName), stop);
        var outcome = TranscriptImport.Import(raw, new ImportOptions(FileName), stop);
        if (outcome.Transcript is not { } transcript)
            throw new InvalidDataException($"{FileName}, line {outcome.Refusal!.Line}: {outcome.Refusal.Message}");
        return await talks.AddAsync(NewTalks.From(transcript, raw, FileName, createdBy) with { Title = Title }, stop);
    }
}
