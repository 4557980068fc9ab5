namespace CollabSummaries.Web.Importing;

/// <summary>Languages a talk may be in, by name.</summary>
internal static class Languages
{
    /// <summary>Tag and name, by name.</summary>
    public static IReadOnlyList<(string Tag, string Name)> All { get; } =
    [
        ("ar", "Arabic"), ("bg", "Bulgarian"), ("ca", "Catalan"), ("zh", "Chinese"), ("hr", "Croatian"), ("cs", "Czech"), ("da", "Danish"), ("nl", "Dutch"),
        ("en", "English"), ("et", "Estonian"), ("fi", "Finnish"), ("fr", "French"), ("de", "German"), ("el", "Greek"), ("he", "Hebrew"), ("hi", "Hindi"),
        ("hu", "Hungarian"), ("id", "Indonesian"), ("it", "Italian"), ("ja", "Japanese"), ("ko", "Korean"), ("lv", "Latvian"), ("lt", "Lithuanian"),
        ("no", "Norwegian"), ("fa", "Persian"), ("pl", "Polish"), ("pt", "Portuguese"), ("ro", "Romanian"), ("ru", "Russian"), ("sr", "Serbian"),
        ("sk", "Slovak"), ("sl", "Slovenian"), ("es", "Spanish"), ("sv", "Swedish"), ("th", "Thai"), ("tr", "Turkish"), ("uk", "Ukrainian"), ("vi", "Vietnamese"),
    ];

    /// <summary>"English", "English (en-US)", or the tag of one that has no name here.</summary>
    public static string NameOf(string tag)
    {
        var main = tag.Split('-', '_')[0];
        var name = All.FirstOrDefault(x => string.Equals(x.Tag, main, StringComparison.OrdinalIgnoreCase)).Name;
        return name is null ? tag : main.Length == tag.Length ? name : $"{name} ({tag})";
    }

    /// <summary>Letters, digits and hyphens, as tags are written; at most 35.</summary>
    public static bool IsTag(string? tag) => tag is { Length: >= 2 and <= 35 } && tag.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
