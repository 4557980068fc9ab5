namespace CollabSummaries.Cli;

internal static class Usage
{
    public const string Commands = "import FILE | summarize FILE | summarize --batch IN OUT | ask TEXT | link IN OUT | replay TRACE";

    public static string Unknown(string? command) =>
        command is null ? $"no command given; use {Commands}" : $"unknown command '{command}'; use {Commands}";
}
