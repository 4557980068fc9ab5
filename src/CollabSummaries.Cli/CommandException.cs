namespace CollabSummaries.Cli;

/// <summary>Ends the program with exit code 1 and this one line on standard error: what is wrong and where.</summary>
internal sealed class CommandException(string message) : Exception(message);
