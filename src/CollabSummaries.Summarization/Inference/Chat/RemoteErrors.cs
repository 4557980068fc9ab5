using System.ClientModel;

namespace CollabSummaries.Summarization.Inference.Chat;

/// <summary>What went wrong with a remote model: what, where, what to do. Never the key, and of the server's words only those about the request's form.</summary>
internal static class RemoteErrors
{
    public static ModelException Explain(Exception e, RemoteOptions options) => new(Sentence(e, options), e);

    public static ModelException Empty(RemoteOptions options) => new($"{Who(options)} gave no answer; look into its log");

    public static ModelException BrokenOff(RemoteOptions options) => new($"{Who(options)} broke off in the middle of an answer; look into its log and try again");

    private static string Who(RemoteOptions options) => $"the model {options.Model} at {options.Endpoint}";

    private static string Sentence(Exception e, RemoteOptions options) => e switch
    {
        OperationCanceledException or TimeoutException => TooSlow(options),
        AggregateException { InnerExceptions: { Count: > 0 } all } => Sentence(all[^1], options),
        ClientResultException { Status: 0 } or HttpRequestException or IOException => $"{Who(options)} cannot be reached ({Innermost(e).Message}); check the address and that the server is running",
        ClientResultException { Status: 401 or 403 } refusal => $"{Who(options)} refused the key ({refusal.Status}); check "
            + (options.ApiKeyVariable is { } name ? $"the environment variable {name}" : "whether the server wants one and name its environment variable in ApiKeyVariable"),
        ClientResultException { Status: 404 } => $"{Who(options)} was not found (404); check the model's name and that the address ends in the version, as in http://host:8000/v1",
        ClientResultException { Status: 429 } => $"{Who(options)} is too busy (429), also after {options.Retries} more tries; try later, or set Parallel lower than {options.Parallel}",
        ClientResultException { Status: 400 or 413 or 422 } refusal => $"{Who(options)} refused the request ({refusal.Status}: {Short(refusal.Message)}); most often the text is longer than the model takes",
        ClientResultException { Status: >= 500 } failure => $"{Who(options)} failed ({failure.Status}), also after {options.Retries} more tries; look into that server's log",
        ClientResultException other => $"{Who(options)} answered with {other.Status}; check the address",
        _ => $"{Who(options)} does not speak the OpenAI protocol ({e.GetType().Name}); check that the address ends in the version, as in http://host:8000/v1",
    };

    private static string TooSlow(RemoteOptions options) => $"{Who(options)} did not answer within {options.Timeout} s; set Timeout higher, or Parallel lower than {options.Parallel}";

    private static Exception Innermost(Exception e) => e.InnerException is { } inner ? Innermost(inner) : e;

    private static string Short(string message)
    {
        var line = string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= 200 ? line : line[..200] + "…";
    }
}
