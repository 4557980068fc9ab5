using System.Text.Json;

namespace CollabSummaries.Editing.Sessions;

/// <summary>Why a push was refused as a whole. The names are part of the protocol; see <see cref="RefusalCodes.Name"/>.</summary>
public enum RefusalCode
{
    /// <summary>Made at a version this log does not have.</summary>
    Ahead,

    TooFarBehind,

    /// <summary>The first update does not fit the text of its version, or one does not fit the one before.</summary>
    LengthMismatch,

    /// <summary>A change that cannot be read.</summary>
    BadChange,

    /// <summary>The text would grow beyond its limit.</summary>
    TooLarge,

    /// <summary>A number missing among the client's updates, one from the past, or two clients in one push.</summary>
    OutOfOrder,

    /// <summary>A change begins or ends inside a surrogate pair.</summary>
    CutsPair,

    /// <summary>No update, or too many.</summary>
    TooMany,

    /// <summary>More bullets than a summary may have.</summary>
    TooManyBullets,

    /// <summary>An update of the log came again with another body.</summary>
    ChangedResend,

    /// <summary>The session ended without keeping what was pushed; open it again and push again.</summary>
    Ended,
}

public static class RefusalCodes
{
    /// <summary>The name on the wire: the code in camelCase.</summary>
    public static string Name(this RefusalCode code) => JsonNamingPolicy.CamelCase.ConvertName(code.ToString());
}
