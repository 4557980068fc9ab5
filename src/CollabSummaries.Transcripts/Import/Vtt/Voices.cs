using System.Text;

namespace CollabSummaries.Transcripts.Import.Vtt;

/// <summary>What one voice says in a cue.</summary>
/// <param name="Speaker">Null for words outside every voice tag.</param>
/// <param name="Text">Plain, its lines separated by line feeds.</param>
/// <param name="LinesBefore">Line feeds of the cue's text before it.</param>
internal sealed record Voice(string? Speaker, string Text, int LinesBefore);

/// <summary>Plain text of a cue by voice; a cue with one voice gives one.</summary>
internal static class Voices
{
    public static IReadOnlyList<Voice> Of(CueNode root)
    {
        var voices = new List<Voice>();
        var text = new StringBuilder();
        string? speaker = null;
        int lines = 0, linesBefore = 0;
        Walk(root, null);
        Flush();
        return voices;

        void Walk(CueNode node, string? voice)
        {
            if (node.Kind == CueNodeKind.Voice && node.Value.Length > 0) voice = node.Value;
            if (node.Kind == CueNodeKind.Text) Say(node.Value, voice);
            // The reading above a word is a word of its own.
            if (node.Kind == CueNodeKind.RubyText && text.Length > 0 && !char.IsWhiteSpace(text[^1])) text.Append(' ');
            foreach (var child in node.Children) Walk(child, voice);
        }

        void Say(string words, string? voice)
        {
            if (voice != speaker && !string.IsNullOrWhiteSpace(words))
            {
                Flush();
                speaker = voice;
            }

            if (text.Length == 0) linesBefore = lines;
            text.Append(words);
            lines += words.AsSpan().Count('\n');
        }

        void Flush()
        {
            if (!string.IsNullOrWhiteSpace(text.ToString())) voices.Add(new Voice(speaker, text.ToString(), linesBefore));
            text.Clear();
        }
    }
}
