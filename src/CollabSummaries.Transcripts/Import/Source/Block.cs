using System.Text;

namespace CollabSummaries.Transcripts.Import.Source;

/// <summary>Lines joined into one text by single spaces, remembering where each line begins in it.</summary>
internal sealed class Block
{
    private readonly StringBuilder _text = new();
    private readonly List<(int At, int Line)> _starts = [];

    public bool IsEmpty => _text.Length == 0;

    public string Text => _text.ToString();

    public int FirstLine => _starts[0].Line;

    public int LastLine => _starts[^1].Line;

    /// <summary>Places in the text where a line of the file begins.</summary>
    public IReadOnlyList<(int At, int Line)> Starts => _starts;

    public void Add(string text, int line)
    {
        text = Blank.Trim(text);
        if (text.Length == 0) return;
        if (_text.Length > 0 && !BreaksWord(text)) _text.Append(' ');
        _starts.Add((_text.Length, line));
        _text.Append(text);
    }

    /// <summary>`well-` at the end of a line and `worn` on the next are one word with its hyphen; a dash has a space before it.</summary>
    private bool BreaksWord(string next) => _text.Length > 1 && _text[^1] == '-' && char.IsLetter(_text[^2]) && char.IsLower(next[0]);

    /// <summary>Goes on with the last word: an inline tag stood inside it.</summary>
    public void Append(string text, int line)
    {
        if (_starts[^1].Line != line) _starts.Add((_text.Length, line));
        _text.Append(text.TrimEnd());
    }

    /// <summary>The line of the file that holds the character at a place.</summary>
    public int LineAt(int at)
    {
        int low = 0, high = _starts.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_starts[middle].At <= at) low = middle;
            else high = middle - 1;
        }

        return _starts[low].Line;
    }
}
