using System.Xml;

namespace CollabSummaries.Transcripts.Import.Xml;

/// <summary>Takes prefixes that a file uses without declaring them, as hand-made TTML does with `ttp:`; names are compared without namespaces anyway.</summary>
internal sealed class Prefixes(XmlNameTable names) : XmlNamespaceManager(names)
{
    public override string? LookupNamespace(string prefix) => base.LookupNamespace(prefix) ?? (prefix.Length > 0 ? "undeclared:" + prefix : null);
}
