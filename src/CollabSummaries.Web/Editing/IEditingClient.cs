using CollabSummaries.Web.Editing.Messages;

namespace CollabSummaries.Web.Editing;

/// <summary>What the server says unasked. Hints all: order and truth come from versions, and who misses one pulls.</summary>
public interface IEditingClient
{
    Task Updates(UpdatesMessage message);

    Task Head(HeadMessage message);

    Task Bullets(BulletsMessage message);

    Task People(PersonMessage[] people);

    Task Cursors(CursorMessage[] cursors);

    Task Right(RightMessage message);

    /// <summary>The server goes down: come back after at most so many milliseconds.</summary>
    Task Draining(int within);
}
