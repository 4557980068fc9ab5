import { ChangeSet, EditorState, type ChangeSpec, type Transaction } from '@codemirror/state'
import { blankSurface } from '../../../src/editor/src/page/courier'
import { openSession } from '../../../src/editor/src/sync/session'
import type { Host, Session, Status } from '../../../src/editor/src/sync/host'
import type { Journal, Journals, Leftover, LostText } from '../../../src/editor/src/journal/journal'
import type { Replica, Surface } from '../../../src/editor/src/sync/replica'
import type { Dial } from '../../../src/editor/src/sync/wire'

/** A page without a browser: the editor's own session on a state nobody sees. */
export interface Page {
  readonly text: string
  readonly state: EditorState
  readonly status: Status
  readonly replica: Replica | null
  readonly lost: LostText[]
  /** As a person types. */
  type(changes: ChangeSpec): void
  until(so: () => boolean, what: string): Promise<void>
  session: Session
  composing: boolean
  /** False while the person may only read. */
  readonly canEdit: boolean
}

export async function openPage(talkId: string, dial: Dial, journals: Journals, adopted?: { journal: Journal; leftover: Leftover } | null, patience = 20_000): Promise<Page> {
  let surface: Surface | null = null
  const waits = new Set<() => void>()
  const told = () => { for (const wait of [...waits]) wait() }
  const page = {
    status: { kind: 'connecting' } as Status,
    replica: null as Replica | null,
    lost: [] as LostText[],
    composing: false,
    canEdit: false,
    get state() {
      if (!surface) throw new Error('The page shows nothing yet.')
      return surface.state
    },
    get text() { return surface?.state.doc.toString() ?? '' },
    type(changes: ChangeSpec) {
      const transaction: Transaction = page.state.update({ changes })
      surface?.dispatch(transaction)
      page.session.typed(transaction)
      told()
    },
    until(so: () => boolean, what: string) {
      if (so()) return Promise.resolve()
      return new Promise<void>((resolve, reject) => {
        const timer = setTimeout(() => {
          waits.delete(check)
          reject(new Error(`Waited in vain until ${what}; status ${JSON.stringify(page.status)}, text ${JSON.stringify(page.text)}.`))
        }, patience)
        const check = () => {
          if (!so()) return
          clearTimeout(timer)
          waits.delete(check)
          resolve()
        }
        waits.add(check)
      })
    },
    session: null as unknown as Session,
  }
  const host: Host = {
    show: (text, clientId, version) => surface = blankSurface(text, clientId, version),
    composing: () => page.composing,
    status(status) { page.status = status; told() },
    joined(_, replica) { page.replica = replica; told() },
    right(can) { page.canEdit = can; told() },
    people() {}, cursors() {}, bullets() {}, notKept() { throw new Error('The journal was not kept.') },
    lost(text) { page.lost.push(text); told() },
    moved: told,
  }
  page.session = openSession(talkId, host, dial, journals, adopted ?? null)
  return page
}

/** A made-up edit of a text, the same for the same numbers. As an editor's, it never cuts a pair of surrogates. */
export function randomEdit(text: string, random: () => number): ChangeSet {
  const whole = (at: number) => (/[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at + 1 : at)
  const from = whole(Math.floor(random() * (text.length + 1)))
  const to = whole(Math.min(text.length, from + Math.floor(random() * 4) * (random() < 0.5 ? 1 : 0)))
  const words = ['a', 'bc', '\n- ', 'é', '😀', ' ', '']
  const insert = words[Math.floor(random() * words.length)] ?? ''
  return ChangeSet.of(from === to && insert === '' ? [] : { from, to, insert }, text.length)
}

/** Mulberry32: small, and the same everywhere. */
export function seeded(seed: number): () => number {
  let a = seed >>> 0
  return () => {
    a = (a + 0x6d2b79f5) >>> 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
