using System.Text;

namespace CollabSummaries.Summarization.Tests.Tokenizing;

/// <summary>Texts made of what people say and of what trips tokenizers; the same seed gives the same texts.</summary>
internal static class SeededTexts
{
    private static readonly string[] s_parts =
    [
        "The talk", " begins", " with", " a question", "budget", "don't", " we'll've", "it's", "THEY'RE", " I'd", "I'M", "naïve café", "Größe", "straße", " über", "ÉCOLE", "İstanbul",
        "hello", "world", ",", ".", "!", "?", "...", "…", "—", " - ", "“quoted”", "'", "\"", "(", ")", "[", "]", "{x}", "<b>", "&amp;", "a/b", "C#", "foo_bar", "x+=1;", "#tag", "@you", "$3.50", "€", "100%",
        " ", "  ", "   ", "          ", "\t", "\n", "\r\n", "\n\n", "\n\n\n", " \n ", "\r", "\u00A0", "\u3000", "\u2028", "\u200B", "\u200D",
        "0", "7", "42", "2012", "1234567890", "3.14159", "1,000,000", "0x1F",
        "机器学习", "今天我们讨论模型。", "私たちは会議で話しました", "ｶﾀｶﾅ", "한국어 문장", "각", "שלום לכולם", "العربية", "مُحَمَّد", "हिन्दी", "நன்றி", "ไทย", "Привет, как дела?", "Ελληνικά",
        "👍", "👍🏽", "👩‍👩‍👧", "🇩🇪", "❤️", "😀😀", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "𝒜𝒷𝒸", "𐐀𐐨", "𝟘𝟙", "𓀀", "🀄", "e\u0301", "a\u0308\u0323", "q\u0307\u0323", "o\u0328\u0304", "\u0301", "ﬁ", "Å", "Ω", "가\u11A8",
        "<|im_start|>", "<|im_end|>", "<|endoftext|>", "<|eot_id|>", "<|begin_of_text|>", "<s>", "</s>", "<unk>", "<pad>", "[INST]", "[/INST]", "<start_of_turn>", "<end_of_turn>", "<|end|>", "<|user|>", "<tool_call>",
        "[CLS]", "[SEP]", "[MASK]", "[UNK]", "<0x41>", "<0xE2>", "▁", "▁▁", "Ġ", "Ċ", "##ing", "<|im_", "end|>", "<|im_start|>user\nhi<|im_end|>\n",
    ];

    public static List<string> Make(int seed, int count)
    {
        var random = new Random(seed);
        var texts = new List<string>(s_parts);
        while (texts.Count < count)
        {
            var text = new StringBuilder();
            for (var part = random.Next(1, 12); part > 0; part--)
            {
                if (random.Next(8) == 0)
                    text.Append(AnyLetter(random));
                text.Append(s_parts[random.Next(s_parts.Length)]);
                if (random.Next(3) == 0)
                    text.Append(' ');
            }

            texts.Add(text.ToString());
        }

        return texts;
    }

    /// <summary>From blocks that were filled long ago, so that every Unicode version agrees about them.</summary>
    private static string AnyLetter(Random random)
    {
        (int First, int Last)[] blocks = [(0x20, 0x7E), (0xA1, 0x17F), (0x391, 0x3A1), (0x410, 0x44F), (0x5D0, 0x5EA), (0x905, 0x939), (0x3041, 0x3096), (0x4E00, 0x9FA5), (0xAC00, 0xD7A3), (0x1D400, 0x1D454), (0x1F600, 0x1F64F)];
        var (first, last) = blocks[random.Next(blocks.Length)];
        return new Rune(random.Next(first, last + 1)).ToString();
    }
}
