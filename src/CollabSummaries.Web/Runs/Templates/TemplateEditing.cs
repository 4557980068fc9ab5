using System.Text.Json;
using CollabSummaries.Summarization;
using CollabSummaries.Workspace.Access;
using CollabSummaries.Workspace.Templates;

namespace CollabSummaries.Web.Runs.Templates;

/// <summary>A template as it is kept.</summary>
/// <param name="Id">Null: the one the product brings, which cannot be changed, only copied.</param>
public sealed record NamedTemplate(string? Id, bool IsOfTalk, SummaryTemplate Template);

/// <summary>Templates of larger models: read, written and checked. Whoever may edit the talk edits its templates; those of the workspace are the members'.</summary>
internal sealed class TemplateEditing(TemplateStore store, IAccess access)
{
    /// <summary>The product's own first, then the workspace's and the talk's by name.</summary>
    public async Task<IReadOnlyList<NamedTemplate>> ListAsync(Who who, string talkId, CancellationToken stop)
    {
        await access.RequireAsync(who, talkId, Right.Read, stop);
        return [new(null, false, SummaryTemplate.Default), .. (await store.ListAsync(talkId, stop)).Select(ToNamed)];
    }

    /// <param name="id">Null: a new one.</param>
    /// <param name="isOfTalk">A new one is of this talk alone.</param>
    /// <returns>It as kept, and what it was before, for an undo; null for a new one.</returns>
    /// <exception cref="ArgumentException">Something is wrong with it; the message says what.</exception>
    public async Task<(NamedTemplate Kept, NamedTemplate? Before)> SaveAsync(Who who, string talkId, string? id, bool isOfTalk, SummaryTemplate template, CancellationToken stop)
    {
        await RequireAsync(who, talkId, id, isOfTalk, stop);
        if (template.Problems() is { Count: > 0 } problems)
            throw new ArgumentException(string.Join(' ', problems));
        var body = JsonSerializer.Serialize(template, RunInput.Json);
        if (id is null)
            return (ToNamed(await store.AddAsync(isOfTalk ? talkId : null, template.Name, body, who.AuthorKey, stop)), null);
        var before = await store.SaveAsync(talkId, id, template.Name, body, who.AuthorKey, stop) ?? throw new AccessDeniedException();
        return (new NamedTemplate(id, before.TalkId is not null, template), ToNamed(before));
    }

    public async Task DeleteAsync(Who who, string talkId, string id, CancellationToken stop)
    {
        await RequireAsync(who, talkId, id, false, stop);
        await store.DeleteAsync(talkId, id, stop);
    }

    /// <summary>The template as a run keeps it.</summary>
    /// <param name="id">Null, or one that is gone: the product's own.</param>
    public async Task<string> TextAsync(string talkId, string? id, CancellationToken stop) =>
        (id is null ? null : (await store.FindAsync(talkId, id, stop))?.Body) ?? JsonSerializer.Serialize(SummaryTemplate.Default, RunInput.Json);

    public static SummaryTemplate Read(string body) => JsonSerializer.Deserialize<SummaryTemplate>(body, RunInput.Json) ?? SummaryTemplate.Default;

    private static NamedTemplate ToNamed(KeptTemplate kept) => new(kept.Id, kept.TalkId is not null, Read(kept.Body));

    private async Task RequireAsync(Who who, string talkId, string? id, bool isOfTalk, CancellationToken stop)
    {
        await access.RequireAsync(who, talkId, Right.Edit, stop);
        if (id is not null)
            isOfTalk = (await store.FindAsync(talkId, id, stop) ?? throw new AccessDeniedException()).TalkId is not null;
        if (!isOfTalk)
            await access.RequireMemberAsync(who, stop);
    }
}
