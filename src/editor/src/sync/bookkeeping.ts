import type { Journal, Leftover } from '../journal/journal'
import type { UpdateMessage } from './protocol'
import { parseChanges, typeAgain, type Replica, type Surface } from './replica'

/** Entries after which the journal is written anew from the present state. */
const longest = 400

/** Keeps the journal in step with the replica. Law: at any moment the journal, played again, gives a state this page had. */
export interface Bookkeeping {
  /** After local changes, before they are sent. */
  local(): void
  receive(update: UpdateMessage): void
}

/** @param open True when the journal holds an earlier page's updates that were just played again. */
export function keepBooks(replica: Replica, journal: Journal, open: boolean): Bookkeeping {
  let entries = open ? longest : 0
  let next = replica.firstSeq + replica.unsent.length
  const json = (changes: Replica['unsent']) =>
    changes.map(one => ({ kind: 'local' as const, changes: JSON.stringify(one.toJSON()) }))
  const begin = () => {
    journal.begin({ version: replica.version, text: replica.synced.toString(), seq: replica.firstSeq }, json(replica.unsent))
    entries = replica.unsent.length
    open = true
  }

  return {
    local() {
      const unsent = replica.unsent
      if (!open) {
        begin()
      } else {
        for (const entry of json(unsent.slice(next - replica.firstSeq))) {
          journal.append(entry)
          entries++
        }
      }
      next = replica.firstSeq + unsent.length
    },
    receive(update) {
      replica.receive(update)
      next = Math.max(next, replica.firstSeq)
      if (!open) return
      if (replica.unsent.length === 0) {
        journal.clear()
        open = false
      } else if (++entries > longest + replica.unsent.length) {
        begin()
      } else {
        journal.append({ kind: 'received', updates: [update] })
      }
    },
  }
}

/** Plays a journal again on a replica that stands at its start. */
export function playAgain(replica: Replica, surface: Surface, leftover: Leftover): void {
  for (const entry of leftover.entries) {
    if (entry.kind === 'local') typeAgain(surface, parseChanges(entry.changes))
    else entry.updates.forEach(update => replica.receive(update))
  }
}
