using System.Xml.Linq;

namespace CollabSummaries.Transcripts.Import.Xml;

/// <summary>TTML with its kinds DFXP, IMSC, EBU-TT and Apple's lyrics, of any namespace or none.</summary>
internal static class Ttml
{
    public static FormatReader Reader { get; } = XmlReading.Of("ttml", "TTML, DFXP, IMSC", Score, "'tt' with a 'body'", Read);

    private static double Score(XElement root) => root.Is("tt") && root.Elements().Any(e => e.Is("body")) ? 1 : 0;

    private static void Read(XmlFile file, Draft draft, CancellationToken stop)
    {
        var root = file.Root!;
        if (root.Value("lang") is { Length: > 0 } language) draft.Language = language;
        var head = root.Elements().FirstOrDefault(e => e.Is("head"));
        if (head?.Descendants().FirstOrDefault(e => e.Is("title"))?.Value.Trim() is { Length: > 0 } title) draft.Details = draft.Details with { Title = title };
        var body = root.Elements().First(e => e.Is("body"));
        WarnOfLanguages(file, body, draft);
        new TtmlBody(file, Agents(head), draft, stop).Read(body);
    }

    /// <summary>Who speaks, by the id a paragraph refers to.</summary>
    private static Dictionary<string, string> Agents(XElement? head)
    {
        var agents = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var agent in head?.Descendants().Where(e => e.Is("agent")) ?? [])
        {
            var name = agent.Elements().FirstOrDefault(e => e.Is("name"))?.Value.Trim();
            if (agent.Value("id") is { } id && name is { Length: > 0 }) agents[id] = name;
        }

        return agents;
    }

    private static void WarnOfLanguages(XmlFile file, XElement body, Draft draft)
    {
        var languages = body.Elements().Where(e => e.Value("lang") is { Length: > 0 }).GroupBy(e => e.Value("lang")!).ToList();
        if (languages.Count > 1)
            draft.Warn(file.Lines(languages[1].First()).First, $"the file holds several languages ({string.Join(", ", languages.Select(l => l.Key))}); all were read in the order of the file");
    }
}
