using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CollabSummaries.Web.Tests.Shell;

/// <summary>Keeps every sentence logged, with its values and scopes.</summary>
internal sealed class HeardLogs : ILoggerProvider
{
    public ConcurrentQueue<string> Sentences { get; } = new();

    public ILogger CreateLogger(string categoryName) => new Ear(this);

    public void Dispose()
    {
    }

    private sealed class Ear(HeardLogs heard) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            heard.Sentences.Enqueue($"{state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            heard.Sentences.Enqueue($"{formatter(state, exception)} {exception}");
    }
}
