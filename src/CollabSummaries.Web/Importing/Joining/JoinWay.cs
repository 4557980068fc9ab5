namespace CollabSummaries.Web.Importing.Joining;

/// <summary>What a further file of a talk is to the files before it.</summary>
public enum JoinWay
{
    /// <summary>The recording goes on in it.</summary>
    After,

    /// <summary>What was written meanwhile.</summary>
    Chat,

    /// <summary>The same recording with the names of its speakers: names are taken, words are not.</summary>
    Names,
}

/// <summary>How ways are written in forms and rows, and said to people.</summary>
internal static class JoinWays
{
    public static IReadOnlyList<JoinWay> All { get; } = Enum.GetValues<JoinWay>();

    public static string Name(this JoinWay way) => way switch { JoinWay.After => "after", JoinWay.Chat => "chat", _ => "names" };

    public static string Words(this JoinWay way) => way switch
    {
        JoinWay.After => "the talk goes on in it",
        JoinWay.Chat => "its chat, put in by time",
        _ => "the same talk, for the names in it",
    };

    /// <summary>Null for anything that is no way.</summary>
    public static JoinWay? Find(string? name) => All.Cast<JoinWay?>().FirstOrDefault(x => x!.Value.Name() == name);
}
