import type { UpdateMessage } from '../sync/protocol'

/** The text unsent updates begin with. */
export interface JournalStart {
  version: number
  text: string
  /** Number of the first local update that follows. */
  seq: number
}

/** What happened after the start, in the order in which it happened here. */
export type JournalEntry =
  | { kind: 'local'; changes: string }
  | { kind: 'received'; updates: UpdateMessage[] }

/** One open editor: the nonce its updates are known by, and the key that proves it is the same one. */
export interface Identity {
  clientId: string
  resumeKey: string
}

/** What an earlier page left unsent. Played again in order it gives the same state, because every prefix of it was once a state of that page. */
export interface Leftover {
  identity: Identity
  start: JournalStart
  entries: JournalEntry[]
}

/** Unsent updates of one open editor, kept before they are sent. Calls return at once and are kept in the order of calls. */
export interface Journal {
  readonly identity: Identity
  /** Forgets all before: from here on everything is in the log. */
  begin(start: JournalStart, entries: JournalEntry[]): void
  append(entry: JournalEntry): void
  /** Nothing is unsent. */
  clear(): void
  /** Resolves when all that was given so far is on disk. */
  kept(): Promise<void>
  /** Lets another page take it over. */
  release(): Promise<void>
}

/** Text that the server will not take; it stays until a person has looked at it. */
export interface LostText {
  id: string
  talkId: string
  at: number
  reason: string
  text: string
}

/** The journals of one browser for one talk. */
export interface Journals {
  /** False where the browser keeps nothing (some private windows). */
  readonly lasting: boolean
  /** Takes a journal no open page holds, with what is unsent in it; null when there is none. */
  adopt(): Promise<{ journal: Journal; leftover: Leftover } | null>
  create(identity: Identity): Promise<Journal>
  keepLost(reason: string, text: string): Promise<LostText>
  listLost(): Promise<LostText[]>
  dropLost(id: string): Promise<void>
  close(): void
}
