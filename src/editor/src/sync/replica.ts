import { collab, getSyncedVersion, receiveUpdates, sendableUpdates } from '@codemirror/collab'
import { ChangeSet, StateEffect, type EditorState, type Extension, type Text, type Transaction } from '@codemirror/state'
import type { UpdateMessage } from './protocol'
import { openTrail, type Trail } from './trail'

/** What shows a replica: an editor, or in tests and for left-over journals nothing at all. */
export interface Surface {
  readonly state: EditorState
  dispatch(transaction: Transaction): void
}

/** The local text and the order disagree; nothing here may be sent any more. */
export class Diverged extends Error {}

/**
 * One client's copy of the summary. Law: after the same updates every replica with nothing unsent holds the same text. It rests on taking
 * updates one at a time: mapping does not distribute over composition, and the server maps one at a time too.
 */
export interface Replica {
  readonly clientId: string
  readonly version: number
  /** The text of `version`, without what is unsent here. */
  readonly synced: Text
  /** Number of the first unsent update. */
  readonly firstSeq: number
  readonly unsent: readonly ChangeSet[]
  readonly trail: Trail
  receive(update: UpdateMessage): void
  /** The server knows more of this client's updates than this page does; new ones are numbered after them. */
  skipTo(seq: number): void
}

/** Marks an update that others' changes have brought to nothing. Without a mark it would not be counted among the unsent ones, and those after it would go out under its number. */
const voided = StateEffect.define<null>()

export function replication(clientId: string, version: number): Extension {
  return collab({ clientID: clientId, startVersion: version, sharedEffects: tr => tr.effects.filter(effect => effect.is(voided)) })
}

/** Makes a local update again, an empty one too: each keeps its number. */
export function typeAgain(surface: Surface, changes: ChangeSet): void {
  surface.dispatch(surface.state.update({ changes, effects: changes.empty ? [voided.of(null)] : [] }))
}

/** The surface's state must hold `replication(clientId, version)` and nothing unsent. */
export function openReplica(surface: Surface, clientId: string, seq: number): Replica {
  let synced = surface.state.doc
  let firstSeq = seq
  const trail = openTrail()
  const unsent = () => sendableUpdates(surface.state).map(update => update.changes)

  return {
    clientId,
    trail,
    get version() { return getSyncedVersion(surface.state) },
    get synced() { return synced },
    get firstSeq() { return firstSeq },
    get unsent() { return unsent() },
    receive(update) {
      const changes = parseChanges(update.changes)
      if (changes.length !== synced.length)
        throw new Diverged(`An update was made to ${changes.length} characters; this text has ${synced.length}.`)
      const own = update.clientId === clientId
      if (own && unsent().length > 0 && update.seq !== firstSeq)
        throw new Diverged(`Own update ${update.seq} came where ${firstSeq} was awaited.`)
      surface.dispatch(receiveUpdates(surface.state, [{ clientID: update.clientId, changes }]))
      synced = changes.apply(synced)
      trail.add(getSyncedVersion(surface.state), changes)
      if (own) firstSeq = update.seq + 1
    },
    skipTo(next) {
      if (unsent().length > 0) throw new Diverged('The server holds updates of this editor that its journal lost.')
      firstSeq = next
    },
  }
}

/** `ChangeSet.fromJSON` checks almost nothing, so the shape is checked here. */
export function parseChanges(json: string): ChangeSet {
  const parts: unknown = JSON.parse(json)
  if (!Array.isArray(parts) || !parts.every(isPart)) throw new Diverged('An update could not be read.')
  return ChangeSet.fromJSON(parts)
}

function isPart(part: unknown): boolean {
  if (isLength(part)) return true
  return Array.isArray(part) && isLength(part[0]) && part.slice(1).every(line => typeof line === 'string')
}

function isLength(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0
}
