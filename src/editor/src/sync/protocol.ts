// The words of the hub, as Web/Editing/Messages.cs says them. Changes travel as ChangeSet JSON.

export interface PersonMessage {
  id: string
  name: string
  color: number
  canEdit: boolean
}

export interface BulletMessage {
  id: string
  /** First character of its line, at the version of the message around it. */
  at: number
}

export interface PieceMessage {
  segment: number
  start: number
  end: number
  quote: string
}

export type EvidenceState = 'supported' | 'weak' | 'unsupported' | 'recheck'

export interface EvidenceMessage {
  id: string
  bulletId: string
  state: EvidenceState
  kind: string
  /** Why the state is what it is. */
  reason?: string | null
  /** What the chip says: a time as 09:41, or ¶ 12. */
  label: string
  speaker: string | null
  pieces: PieceMessage[]
}

export interface JoinRequest {
  talkId: string
  /** With the resume key: the open editor that goes on. Without: a new one. */
  clientId: string | null
  resumeKey: string | null
  /** True to be sent the text as it stands; false when the updates since are pulled instead. */
  wantsText: boolean
}

export interface JoinReply {
  code: Code | null
  message: string | null
  clientId: string
  resumeKey: string
  version: number
  text: string | null
  /** Number the server expects the next update of this client to carry. */
  nextSeq: number
  bullets: BulletMessage[]
  evidence: EvidenceMessage[]
  you: PersonMessage
  canEdit: boolean
  notice: string | null
  people: PersonMessage[]
}

export interface PushRequest {
  version: number
  firstSeq: number
  updates: string[]
}

export interface PushReply {
  code: Code | null
  message: string | null
  head: number
  /** Milliseconds to wait before the same push is welcome again; 0 when it need not be repeated. */
  retryAfter: number
}

export interface UpdateMessage {
  clientId: string
  seq: number
  changes: string
}

/** Updates in a row; the first makes version `from` + 1. */
export interface UpdatesMessage {
  from: number
  updates: UpdateMessage[]
}

export interface PullReply {
  code: Code | null
  message: string | null
  head: number
  updates: UpdatesMessage
}

export interface HeadMessage {
  version: number
  hash: string
}

/** The bullets as they stand at a version, and what some of them rest on (an empty list: on nothing). */
export interface BulletsMessage {
  version: number
  bullets: BulletMessage[]
  evidence: { bulletId: string; evidence: EvidenceMessage[] }[]
}

export interface CursorMessage {
  id: string
  version: number
  anchor: number
  head: number
}

export interface RightMessage {
  canEdit: boolean
  gone: boolean
  notice: string | null
}

/** Why the server refused. */
export type Code =
  | 'busy' | 'tooFast' | 'draining' | 'notJoined'
  | 'ahead' | 'tooFarBehind' | 'lengthMismatch' | 'badChange' | 'tooLarge' | 'outOfOrder' | 'cutsPair' | 'tooMany' | 'tooManyBullets' | 'changedResend'
  | 'readOnly' | 'unknownClient' | 'notFound' | 'tooManyConnections'

/** Codes after which the same push may be sent again, unchanged. */
export const passing: ReadonlySet<Code> = new Set<Code>(['busy', 'tooFast', 'draining', 'notJoined'])
