import type {
  BulletsMessage, CursorMessage, HeadMessage, JoinReply, JoinRequest, PersonMessage, PullReply, PushReply, PushRequest, RightMessage, UpdatesMessage,
} from './protocol'

/** What the server says unasked. All of it are hints: order and truth come from versions. */
export interface WireEvents {
  updates(message: UpdatesMessage): void
  head(message: HeadMessage): void
  bullets(message: BulletsMessage): void
  people(message: PersonMessage[]): void
  cursors(message: CursorMessage[]): void
  right(message: RightMessage): void
  /** The connection ended; `within` is when the server would like to see us again, in milliseconds. */
  closed(within: number | null): void
}

/** One connection; a new one is dialed when it ends. */
export interface Wire {
  join(request: JoinRequest): Promise<JoinReply>
  push(request: PushRequest): Promise<PushReply>
  pull(after: number): Promise<PullReply>
  present(cursor: { version: number; anchor: number; head: number }): void
  close(): Promise<void>
}

export type Dial = (events: WireEvents) => Promise<Wire>

/** The same ears, deaf once the connection is no longer the one in use: a message may still be under way when it ends. */
export function heardWhile(isLive: () => boolean, events: WireEvents): WireEvents {
  return {
    updates(message) { if (isLive()) events.updates(message) },
    head(message) { if (isLive()) events.head(message) },
    bullets(message) { if (isLive()) events.bullets(message) },
    people(message) { if (isLive()) events.people(message) },
    cursors(message) { if (isLive()) events.cursors(message) },
    right(message) { if (isLive()) events.right(message) },
    closed(within) { if (isLive()) events.closed(within) },
  }
}
