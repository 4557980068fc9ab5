using CollabSummaries.Summarization.Inference;
using Microsoft.EntityFrameworkCore;

namespace CollabSummaries.Web.Runs;

/// <summary>Why a run failed, in words for people. Messages of exceptions are not passed on: they may hold text of the talk.</summary>
internal static class RunFailure
{
    public static string Why(Exception e) => e switch
    {
        // These are sentences about the model and its server, made for whoever set it up.
        ModelException model => $"{char.ToUpperInvariant(model.Message[0])}{model.Message[1..]}.",
        OutOfMemoryException => "the server has too little memory for this talk.",
        DbUpdateException or IOException => "the database took no writes; is the disk full?",
        _ => $"something broke ({e.GetType().Name}); the server's log has more.",
    };
}
