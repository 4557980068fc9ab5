using CollabSummaries.Web.Editing.Sessions;

namespace CollabSummaries.Web.Editing;

/// <summary>Why somebody reads and does not edit, in words for people.</summary>
internal static class Notices
{
    public const string Gone = "This talk is no longer open to you.";

    public static string Of(Participant participant, EditingOptions options) => participant.MayEdit
        ? $"{options.MaxEditors} people edit this summary, the most it takes. You read along, and can edit as soon as one leaves."
        : "You may read this summary, not edit it.";
}
