using System.Globalization;
using System.Security.Claims;
using CollabSummaries.Transcripts.Import;
using CollabSummaries.Web.Accounts;
using CollabSummaries.Workspace.Access;
using CollabSummaries.Workspace.Talks;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CollabSummaries.Web.Importing;

/// <summary>Files come by plain requests with a size limit, never through a circuit. Preview and import read the same bytes the same way;
/// nothing is kept between the two.</summary>
internal static class ImportEndpoints
{
    /// <summary>The file and room for the fields around it, in bytes.</summary>
    public const long LongestRequest = ImportLimits.Bytes + (256 * 1024);

    public static async Task<Results<RazorComponentResult<ImportPreview>, ForbidHttpResult>> PreviewAsync(
        IFormFile file, IFormCollection fields, ClaimsPrincipal user, IAccess access, CancellationToken stop)
    {
        if (await FindMemberAsync(user, access, stop) is null)
            return TypedResults.Forbid();
        var form = ImportForm.Of(fields);
        var inspection = Inspection.Of(await ReadAsync(file, form, stop), new ImportDetails(form.Title, form.Date, form.MediaUrl), stop);
        return new RazorComponentResult<ImportPreview>(new { Inspection = inspection });
    }

    public static async Task<Results<Created<ImportedTalk>, ProblemHttpResult, ForbidHttpResult>> ImportAsync(
        IFormFile file, IFormCollection fields, ClaimsPrincipal user, IAccess access, TalkStore talks, CancellationToken stop)
    {
        if (await FindMemberAsync(user, access, stop) is not { } who)
            return TypedResults.Forbid();
        var form = ImportForm.Of(fields);
        if (form.Problem() is { } problem)
            return TypedResults.Problem(problem, statusCode: StatusCodes.Status400BadRequest);

        var arrived = await ReadAsync(file, form, stop);
        var outcome = TranscriptImport.Import(arrived.Raw, new ImportOptions(arrived.Name, arrived.Format), stop);
        if (outcome.Transcript is not { } transcript)
        {
            var refusal = outcome.Refusal!;
            return TypedResults.Problem(
                string.Create(CultureInfo.InvariantCulture, $"Line {refusal.Line}: {refusal.Message}"), statusCode: StatusCodes.Status422UnprocessableEntity);
        }

        var talk = NewTalks.From(transcript, arrived.Raw, arrived.Name, who.AuthorKey);
        var id = await talks.AddAsync(talk with { Title = form.Title!, Date = form.ParsedDate(), MediaUrl = form.ParsedUrl() }, stop);
        return TypedResults.Created($"/talks/{id}", new ImportedTalk(id));
    }

    private static async Task<Who?> FindMemberAsync(ClaimsPrincipal user, IAccess access, CancellationToken stop)
    {
        if (CurrentWho.Of(user) is not { } who)
            return null;
        try
        {
            await access.RequireMemberAsync(who, stop);
            return who;
        }
        catch (AccessDeniedException)
        {
            return null;
        }
    }

    private static async Task<ImportFile> ReadAsync(IFormFile file, ImportForm form, CancellationToken stop)
    {
        var raw = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(raw, stop);
        var name = Path.GetFileName(file.FileName);
        return new ImportFile(name.Length is 0 or > 200 ? "transcript.txt" : name, raw, form.Format);
    }
}

/// <summary>What POST /import answers.</summary>
internal sealed record ImportedTalk(string TalkId);
