using System.Buffers;

using CollabSummaries.Transcripts.Import.Source;

namespace CollabSummaries.Transcripts.Import.Words;

/// <summary>What may stand before a colon as the name of who speaks.</summary>
internal static class SpeakerName
{
    private const int Longest = 60;
    private const int MostWords = 6;

    private static readonly HashSet<string> Roles = new(StringComparer.OrdinalIgnoreCase) { "Q", "A", "Question", "Answer" };
    private static readonly HashSet<string> Never = new(StringComparer.OrdinalIgnoreCase) { "Note", "Notes", "NB", "Warning", "Example", "Examples", "Update", "Edit", "Source", "Sources", "Link", "Links", "Slide", "Slides", "Http", "Https", "Topic", "Agenda", "Chapter", "Part", "Section" };
    private static readonly HashSet<string> Particles = new(StringComparer.Ordinal) { "van", "von", "de", "der", "den", "del", "della", "di", "da", "dos", "du", "la", "le", "el", "al", "bin", "ibn", "of", "the", "and", "y", "ter", "zu", "from", "at" };
    private static readonly SearchValues<char> Barred = SearchValues.Create("?!;\"<>\\={}[]#@“”…");

    /// <summary>Q and A say who asks and who answers in one block only; a name goes on until the next one.</summary>
    public static bool IsRole(string name) => Roles.Contains(name);

    /// <summary>Words that look like a name: short, capitalized, without the marks of a sentence.</summary>
    public static bool Fits(ReadOnlySpan<char> name) => Fits(name, true);

    /// <summary>The same for a place where only a name can stand (before a time): small letters pass.</summary>
    public static bool FitsLoosely(ReadOnlySpan<char> name) => Fits(name, false);

    private static bool Fits(ReadOnlySpan<char> name, bool capitals)
    {
        if (name.Length is 0 or > Longest || name.ContainsAny(Barred) || !StartsLikeName(name[0], capitals)) return false;
        if (Clock.Read(name) is not null || Never.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name)) return false;
        var words = 0;
        foreach (var range in name.Split(' '))
        {
            var word = name[range];
            if (word.Length == 0) continue;
            // `Jane Doe | Club 7 (she/her)`: marks, numbers and what stands in brackets are no words of a name.
            if (char.IsLetter(word[0]) && ++words > MostWords) return false;
            if (word[^1] is ',' || (word[^1] == '.' && word.Length > 4)) return false;
            if (capitals && char.IsLower(word[0]) && !Particles.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word)) return false;
        }

        return true;
    }

    private static bool StartsLikeName(char c, bool capitals) => (char.IsLetter(c) && !(capitals && char.IsLower(c))) || c == '(';
}
