using CollabSummaries.Summarization;
using CollabSummaries.Web.Runs.Templates;
using CollabSummaries.Web.Tests.Shell;
using CollabSummaries.Workspace.Access;
using CollabSummaries.Workspace.Accounts;
using CollabSummaries.Workspace.Talks;

namespace CollabSummaries.Web.Tests.Runs;

public sealed class TemplateEditingTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private static readonly SummaryTemplate s_minutes = SummaryTemplate.Default with { Name = "Minutes", Sections = [new("Decisions", "what was decided")] };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private TestApp App => shared.App;

    private TemplateEditing Editing => App.Get<TemplateEditing>();

    [Fact]
    public async Task A_template_of_a_talk_is_listed_there_alone_and_an_undo_brings_back_what_it_was()
    {
        var (talk, who) = await BeginAsync();
        var (other, _) = await BeginAsync();
        var (made, _) = await Editing.SaveAsync(who, talk, null, true, s_minutes, Stop);

        var (_, before) = await Editing.SaveAsync(who, talk, made.Id, true, s_minutes with { Tone = "loud" }, Stop);
        await Editing.DeleteAsync(who, talk, made.Id!, Stop);
        var deleted = await Editing.ListAsync(who, talk, Stop);
        await Editing.SaveAsync(who, talk, before!.Id, true, before.Template, Stop);

        Assert.DoesNotContain(deleted, x => x.Id == made.Id);
        Assert.Equal(s_minutes.Tone, (await Editing.ListAsync(who, talk, Stop)).Single(x => x.Id == made.Id).Template.Tone);
        Assert.DoesNotContain(await Editing.ListAsync(who, other, Stop), x => x.Id == made.Id);
        await Assert.ThrowsAsync<AccessDeniedException>(() => Editing.SaveAsync(who, other, made.Id, true, s_minutes, Stop));
        Assert.Contains("\"Decisions\"", await Editing.TextAsync(talk, made.Id, Stop), StringComparison.Ordinal);
        Assert.DoesNotContain("\"Decisions\"", await Editing.TextAsync(other, made.Id, Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guest_edits_templates_of_the_talk_and_none_of_the_workspace_and_bad_ones_are_refused_in_words()
    {
        var (talk, member) = await BeginAsync();
        var (_, link) = await App.LetInAsync(talk, Stop);
        var guest = new Guest(link.Id, "g", "Grace", 0);
        var (shared, _) = await Editing.SaveAsync(member, talk, null, false, s_minutes, Stop);

        await Editing.SaveAsync(guest, talk, null, true, s_minutes, Stop);

        await Assert.ThrowsAsync<AccessDeniedException>(() => Editing.SaveAsync(guest, talk, null, false, s_minutes, Stop));
        await Assert.ThrowsAsync<AccessDeniedException>(() => Editing.SaveAsync(guest, talk, shared.Id, true, s_minutes, Stop));
        await Assert.ThrowsAsync<AccessDeniedException>(() => Editing.DeleteAsync(guest, talk, shared.Id!, Stop));
        var refused = await Assert.ThrowsAsync<ArgumentException>(() => Editing.SaveAsync(member, talk, null, true, s_minutes with { Words = 500, Name = " " }, Stop));
        Assert.Contains("The name is empty. A bullet may have 8 to 60 words, not 500.", refused.Message, StringComparison.Ordinal);
    }

    private async Task<(string Talk, Who Who)> BeginAsync()
    {
        var (_, accountId) = await App.SignedInAsync(Role.Member, Stop);
        return (await App.Get<TalkStore>().AddAsync(RunTalks.OfThreeChapters("Things"), Stop), new Member(accountId, "Ada", 0));
    }
}
