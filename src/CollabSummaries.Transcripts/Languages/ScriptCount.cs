namespace CollabSummaries.Transcripts.Languages;

/// <summary>Counts letters by script. Scripts of one language tell it alone; Cyrillic and Arabic ones are told apart by letters only one language has.</summary>
internal sealed class ScriptCount
{
    private static readonly (string? Code, char First, char Last)[] Scripts =
    [
        ("ja", '\u3040', '\u30FF'), ("ko", '\uAC00', '\uD7A3'), ("zh", '\u4E00', '\u9FFF'), ("cyrillic", '\u0400', '\u04FF'), ("arabic", '\u0600', '\u06FF'), ("he", '\u0590', '\u05FF'),
        ("el", '\u0370', '\u03FF'), ("hi", '\u0900', '\u097F'), ("bn", '\u0980', '\u09FF'), ("ta", '\u0B80', '\u0BFF'), ("th", '\u0E00', '\u0E7F'), ("ka", '\u10A0', '\u10FF'), ("hy", '\u0530', '\u058F'),
    ];

    /// <summary>Letters by which a language of a shared script gives itself away, and the one meant when there are none.</summary>
    private static readonly (string Script, string Code, string Letters)[] Marks =
    [
        ("cyrillic", "uk", "іїєґІЇЄҐ"), ("cyrillic", "sr", "јљњћђџЈЉЊЋЂЏ"), ("cyrillic", "ru", "ыэёЫЭЁ"), ("cyrillic", "bg", "ъщЪЩ"),
        ("arabic", "fa", "پچژگیک"), ("arabic", "ar", "ةىيكأإ"),
    ];

    private readonly int[] _scripts = new int[Scripts.Length];
    private readonly int[] _marks = new int[Marks.Length];

    public int Letters { get; private set; }

    public void Add(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsLetter(c)) continue;
            Letters++;
            if (c <= '\u0300') continue;
            for (var i = 0; i < Scripts.Length; i++)
            {
                if (c >= Scripts[i].First && c <= Scripts[i].Last) _scripts[i]++;
            }

            for (var i = 0; i < Marks.Length; i++)
            {
                if (Marks[i].Letters.Contains(c)) _marks[i]++;
            }
        }
    }

    /// <summary>The language of the script most letters are of, and its part of them; null for Latin letters.</summary>
    public (string? Code, double Share) Best()
    {
        // Japanese mixes its own letters with Chinese ones.
        if (_scripts[0] * 5 > Letters || (_scripts[0] > 0 && (_scripts[0] + _scripts[2]) * 2 > Letters)) return ("ja", Math.Min(1, (double)(_scripts[0] + _scripts[2]) / Letters));
        var most = Array.IndexOf(_scripts, _scripts.Max());
        var share = (double)_scripts[most] / Letters;
        if (share <= 0.5) return (null, share);
        var code = Scripts[most].Code!;
        var shared = Enumerable.Range(0, Marks.Length).Where(i => Marks[i].Script == code).ToList();
        if (shared.Count == 0) return (code, share);
        // Russian has a hard sign and щ too: Bulgarian is what has them and nothing of the others.
        var best = shared.MaxBy(i => Marks[i].Code == "bg" ? _marks[i] / 4.0 : _marks[i]);
        return (Marks[best].Code, _marks[best] == 0 ? share * 0.3 : share);
    }
}
