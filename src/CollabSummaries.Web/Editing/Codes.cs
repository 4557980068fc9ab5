using CollabSummaries.Editing.Sessions;
using CollabSummaries.Web.Editing.Messages;

namespace CollabSummaries.Web.Editing;

/// <summary>Why the server refuses, in words of the protocol; those of <see cref="RefusalCode"/> are added to these.</summary>
internal static class Codes
{
    /// <summary>Passing: the same push is welcome again.</summary>
    public const string Busy = "busy";
    public const string TooFast = "tooFast";
    public const string Draining = "draining";
    public const string NotJoined = "notJoined";

    public const string NotFound = "notFound";
    public const string ReadOnly = "readOnly";
    public const string UnknownClient = "unknownClient";
    public const string TooManyConnections = "tooManyConnections";
    public const string BadPull = "badPull";

    /// <summary>What to do, for people; the sentence of the refusal is for developers.</summary>
    public static PushReply Of(Refused refused) => refused.Code switch
    {
        RefusalCode.Ended => PushReply.Refuse(Busy, "The server is catching up; the change is sent again.", 100),
        RefusalCode.TooLarge => PushReply.Refuse(refused.Code.Name(), "A summary holds at most 256 kB of text, and this change would make it longer."),
        RefusalCode.TooManyBullets => PushReply.Refuse(refused.Code.Name(), "A summary holds at most 2,000 bullets, and this change would make it more."),
        RefusalCode.TooFarBehind => PushReply.Refuse(refused.Code.Name(), "These changes were made so long ago that the summary has moved on too far to place them."),
        RefusalCode.Ahead => PushReply.Refuse(refused.Code.Name(), "The server knows fewer changes than this page."),
        _ => PushReply.Refuse(refused.Code.Name(), $"The server could not read these changes. {refused.Sentence}"),
    };
}
