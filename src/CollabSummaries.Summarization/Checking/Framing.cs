using System.Text.RegularExpressions;

namespace CollabSummaries.Summarization.Checking;

/// <summary>
/// What stands around a statement without being part of it: who is addressed ("Mr. Chair,") and that something is now said ("I want to stress that"). A sentence
/// that leaves these out leaves nothing out. Frames that doubt, deny or ask ("I think", "I wouldn't say that") are not among them.
/// </summary>
internal static partial class Framing
{
    public static Saying Without(Saying source)
    {
        var text = Frame().Replace(Address().Replace(source.Text, ""), "").Trim();
        return text.Length == source.Text.Length || text.Length == 0 ? source : source with { Text = char.ToUpperInvariant(text[0]) + text[1..] };
    }

    [GeneratedRegex(@"(?<=^|, )(?:(?:mr|mrs|ms|madam|madame)\.? ?(?:chair(?:man|woman|person)?|speaker|president|minister)|ladies and gentlemen|your honou?r|sir|folks|guys),\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"^(?:(?:and|but|so|well|again|yes|now|okay|once again),?\s+)*(?:(?:what )?(?:I|we)(?:['’]d|['’]ll)?(?: (?:would|will|just|also|do|really|simply))*(?: (?:want|wanted|like|have|need))?(?: to)?(?: (?:just|also|really|simply))* (?:highlight|underscore|underline|stress|emphasi[sz]e|say|point out|note|mention|add|repeat|be (?:very |really |absolutely )?clear)(?: is)?(?: the fact)? that|as (?:I|we)(?:['’]ve)? (?:said|mentioned|heard)(?: before| earlier| already)?,|as a reminder,?)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Frame();
}
