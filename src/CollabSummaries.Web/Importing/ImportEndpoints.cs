using System.Globalization;
using System.Security.Claims;
using CollabSummaries.Transcripts.Import;
using CollabSummaries.Web.Accounts;
using CollabSummaries.Web.Importing.Inspecting;
using CollabSummaries.Web.Importing.Joining;
using CollabSummaries.Workspace.Access;
using CollabSummaries.Workspace.Talks;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CollabSummaries.Web.Importing;

/// <summary>Files come by plain requests with a size limit, never through a circuit. Preview and import read the same bytes the same way;
/// nothing is kept between the two.</summary>
internal static class ImportEndpoints
{
    /// <summary>The files of one talk and room for the fields around them, in bytes.</summary>
    public const long LongestRequest = (2L * ImportLimits.Bytes) + (512 * 1024);

    public static async Task<Results<RazorComponentResult<ImportPreview>, ProblemHttpResult, ForbidHttpResult>> PreviewAsync(
        IFormFileCollection files, IFormCollection fields, ClaimsPrincipal user, IAccess access, CancellationToken stop)
    {
        if (await FindMemberAsync(user, access, stop) is null)
            return TypedResults.Forbid();
        if (Problem(files) is { } problem)
            return TypedResults.Problem(problem, statusCode: StatusCodes.Status400BadRequest);
        var form = ImportForm.Of(fields);
        var details = new ImportDetails(form.Title, form.Date, form.MediaUrl, form.Language, form.Names());
        return new RazorComponentResult<ImportPreview>(new { Inspection = Inspection.Of(await ReadAsync(files, form, stop), details, stop) });
    }

    public static async Task<Results<Created<ImportedTalk>, ProblemHttpResult, ForbidHttpResult>> ImportAsync(
        IFormFileCollection files, IFormCollection fields, ClaimsPrincipal user, IAccess access, TalkStore talks, CancellationToken stop)
    {
        if (await FindMemberAsync(user, access, stop) is not { } who)
            return TypedResults.Forbid();
        var form = ImportForm.Of(fields);
        if ((Problem(files) ?? form.Problem()) is { } problem)
            return TypedResults.Problem(problem, statusCode: StatusCodes.Status400BadRequest);

        var joined = JoinedFiles.Of(await ReadAsync(files, form, stop), stop);
        if (joined.Refused is { } refused)
            return TypedResults.Problem(Words(refused), statusCode: StatusCodes.Status422UnprocessableEntity);
        if (joined.Transcript!.Segments.Count > ImportLimits.Cues)
        {
            return TypedResults.Problem(
                string.Create(CultureInfo.InvariantCulture, $"Together the files hold more than {ImportLimits.Cues:N0} cues; import them as talks of their own."),
                statusCode: StatusCodes.Status422UnprocessableEntity);
        }

        var id = await talks.AddAsync(NewTalks.From(joined, form, who.AuthorKey), stop);
        return TypedResults.Created($"/talks/{id}", new ImportedTalk(id));
    }

    /// <summary>"Line 4: no arrow was found.", with the file's name where there are several.</summary>
    private static string Words(OpenedFile file)
    {
        var refusal = file.Outcome.Refusal!;
        var line = string.Create(CultureInfo.InvariantCulture, $"Line {refusal.Line}: {refusal.Message}");
        var nearest = FormatNames.Find(refusal.NearestFormat) is { } format ? $" It comes closest to {format}." : "";
        return $"{(file.Way is null && file.LinesBefore == 0 ? "" : file.File.Name + ", ")}{line}{(nearest.Length > 0 ? "." + nearest : "")}";
    }

    private static string? Problem(IFormFileCollection files)
    {
        if (files.Count == 0)
            return "No file came with the request.";
        if (files.Count > JoinedFiles.Most)
            return $"A talk has at most {JoinedFiles.Most} files.";
        return files.FirstOrDefault(x => x.Length > ImportLimits.Bytes) is { } large ? $"{NameOf(large)} is larger than 20 MB, the most that is read." : null;
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

    private static async Task<IReadOnlyList<ImportFile>> ReadAsync(IFormFileCollection files, ImportForm form, CancellationToken stop)
    {
        var read = new List<ImportFile>(files.Count);
        foreach (var file in files)
        {
            var raw = new byte[file.Length];
            await using var stream = file.OpenReadStream();
            await stream.ReadExactlyAsync(raw, stop);
            read.Add(form.FileAt(read.Count, NameOf(file), raw));
        }

        return read;
    }

    private static string NameOf(IFormFile file) => Path.GetFileName(file.FileName) is { Length: > 0 and <= 200 } name ? name : "transcript.txt";
}

/// <summary>What POST /talks answers.</summary>
internal sealed record ImportedTalk(string TalkId);
