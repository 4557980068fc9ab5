import type { EditorView } from '@codemirror/view'
import { changeBook } from '../evidence/book'
import { tellCited } from '../evidence/chips'
import { keepCursorsOf, placeCursors, type RemoteCursor } from '../presence/cursors'
import type { BulletsMessage, CursorMessage, PersonMessage } from '../sync/protocol'
import type { Replica } from '../sync/replica'
import { afterUnsent } from '../sync/unsent'

/** Brings what was said at some version to its place in the text as it stands here; what is ahead of this page waits. */
export interface Placing {
  begin(replica: Replica, you: string): void
  people(people: readonly PersonMessage[]): void
  cursors(cursors: readonly CursorMessage[]): void
  bullets(message: BulletsMessage): void
  moved(): void
}

export function placing(view: EditorView): Placing {
  let replica: Replica | null = null
  let you = ''
  let people = new Map<string, PersonMessage>()
  let waitingCursors = new Map<string, CursorMessage>()
  let waitingBullets: BulletsMessage[] = []

  const here = (position: number, version: number, assoc: number): number | null => {
    if (!replica) return null
    const at = replica.trail.map(position, version, assoc)
    return at === null || at > replica.synced.length ? null : afterUnsent(at, replica.unsent, assoc)
  }
  const placeAll = () => {
    if (!replica || (waitingCursors.size === 0 && waitingBullets.length === 0)) return
    const version = replica.version
    const placed: RemoteCursor[] = []
    for (const cursor of [...waitingCursors.values()].filter(c => c.version <= version)) {
      waitingCursors.delete(cursor.id)
      const person = people.get(cursor.id)
      const anchor = here(cursor.anchor, cursor.version, -1)
      const head = here(cursor.head, cursor.version, -1)
      if (person && anchor !== null && head !== null) placed.push({ id: cursor.id, name: person.name, color: person.color, anchor, head })
    }
    const ready = waitingBullets.filter(m => m.version <= version)
    waitingBullets = waitingBullets.filter(m => m.version > version)
    const changes = ready.map(message => changeBook.of({
      places: new Map(message.bullets.flatMap(bullet => {
        const at = here(bullet.at, message.version, 1)
        return at === null ? [] : [[bullet.id, at] as const]
      })),
      evidence: new Map(message.evidence.map(e => [e.bulletId, e.evidence] as const)),
    }))
    if (placed.length > 0 || changes.length > 0) view.dispatch({ effects: [...(placed.length > 0 ? [placeCursors.of(placed)] : []), ...changes] })
    if (changes.length > 0) tellCited(view.state)
  }

  return {
    begin(next, id) {
      replica = next
      you = id
      waitingCursors = new Map()
      waitingBullets = []
    },
    people(list) {
      people = new Map(list.filter(p => p.id !== you).map(p => [p.id, p]))
      view.dispatch({ effects: keepCursorsOf.of(new Set(people.keys())) })
    },
    cursors(list) {
      for (const cursor of list) if (cursor.id !== you) waitingCursors.set(cursor.id, cursor)
      placeAll()
    },
    bullets(message) {
      waitingBullets.push(message)
      placeAll()
    },
    moved: placeAll,
  }
}
