namespace CollabSummaries.Web.Runs.Record;

/// <summary>Reasons of the gate as sentences. What comes as a sentence stays one.</summary>
internal static class RefusalWords
{
    public static string Of(string reason) => reason switch
    {
        "not needed" => "Not needed: a better one was taken.",
        "unfinished" => "It broke off before its end.",
        "repeated" => "It says what another bullet says.",
        "length" => "It is too short or too long.",
        "marks" => "It holds marks that are no plain text.",
        "number" => "It has a number the passage does not have.",
        "name" => "It has a name the passage does not have.",
        "unsure" => "The model was not sure enough of its words.",
        "fragment" => "The spoken sentence is not whole.",
        "person" => "Who did or said it is not the same.",
        "speaker" => "It names somebody who did not say it.",
        "support" => "It has words the passage does not have.",
        "order" => "Its words are not in the order they were said.",
        "beginning" => "It leaves out the beginning of what was said.",
        "part" => "It leaves out too much of what was said.",
        "thin" => "It says too little.",
        "negation" => "What is denied is not the same.",
        "voice" => "Who does it and whom it is done to may be exchanged.",
        "tense" => "It tells as past what may still hold, or the other way.",
        "open" => "It would leave open what “it” is.",
        "condition" => "A condition or doubt is not the same.",
        "question" => "A question became a statement, or the other way.",
        "you" => "It would leave open who “you” is.",
        _ => Sentence(reason),
    };

    private static string Sentence(string reason) => reason.Length == 0 ? reason : char.ToUpperInvariant(reason[0]) + reason[1..] + (reason[^1] is '.' or '!' or '?' or '…' ? "" : ".");
}
