using CollabSummaries.Web.Editing.Messages;
using CollabSummaries.Workspace.Access;

namespace CollabSummaries.Web.Editing.Sessions;

/// <summary>One open editor of somebody present.</summary>
/// <param name="id">Of this presence; said to others, so it is not the client's nonce.</param>
internal sealed class Participant(string id, string connectionId, Who who, string clientId, long order)
{
    public string Id => id;

    public string ConnectionId => connectionId;

    public Who Who => who;

    public string ClientId => clientId;

    /// <summary>Rises with each who comes; editors who wait for a place get it in this order.</summary>
    public long Order => order;

    /// <summary>The right the store gave last.</summary>
    public bool MayEdit { get; set; }

    /// <summary>May edit and has a place among the editors.</summary>
    public bool Edits { get; set; }

    /// <summary>When the last cursor was taken, by the clock's ticks.</summary>
    public long LastCursor { get; set; }

    public PersonMessage ToMessage() => new() { Id = id, Name = who.Name, Color = who.Color, CanEdit = Edits };
}
