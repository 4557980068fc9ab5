import type { Transaction } from '@codemirror/state'
import type { LostText } from '../journal/journal'
import type { BulletsMessage, CursorMessage, JoinReply, PersonMessage } from './protocol'
import type { Replica, Surface } from './replica'

/** Where the text stands, for the words beside it. */
export type Status =
  | { kind: 'connecting' }
  | { kind: 'saved'; version: number }
  | { kind: 'saving'; count: number }
  | { kind: 'offline'; count: number }
  | { kind: 'outOfSync'; reason: string }
  | { kind: 'gone'; reason: string }

/** What a session shows itself on: the page with its editor, or nothing at all. */
export interface Host {
  /** Shows another text, with `replication(clientId, version)` among the extensions of its state. */
  show(text: string, clientId: string, version: number): Surface
  composing(): boolean
  status(status: Status): void
  joined(reply: JoinReply, replica: Replica): void
  right(canEdit: boolean, notice: string | null): void
  people(people: PersonMessage[]): void
  cursors(cursors: CursorMessage[]): void
  bullets(message: BulletsMessage): void
  lost(lost: LostText): void
  /** The browser's storage failed; unsent edits live as long as this page. */
  notKept(): void
  /** After versions moved on: what waits for a version may be placed now. */
  moved(): void
}

export interface Session {
  /** Tell of every transaction that changed the text and did not come from here. */
  typed(transaction: Transaction): void
  /** A composition ended. */
  composed(): void
  present(anchor: number, head: number): void
  /** Try again now: the network is back, the page is looked at. */
  wake(): void
  /** Resolves when nothing is unsent, or after the time. */
  settled(milliseconds: number): Promise<void>
  close(): Promise<void>
}
