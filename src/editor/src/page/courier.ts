import { EditorState, type Transaction } from '@codemirror/state'
import type { Journals, LostText } from '../journal/journal'
import type { Host } from '../sync/host'
import { replication, type Surface } from '../sync/replica'
import { openSession } from '../sync/session'
import type { Dial } from '../sync/wire'

/** A surface nobody looks at. */
export function blankSurface(text: string, clientId: string, version: number): Surface {
  let state = EditorState.create({ doc: text, extensions: [EditorState.lineSeparator.of('\n'), replication(clientId, version)] })
  return {
    get state() { return state },
    dispatch(transaction: Transaction) { state = transaction.state },
  }
}

const patience = 60_000

/** Brings home what other pages of this browser left unsent when they ended: each under its own name, so that nothing is applied twice. */
export async function deliverLeftovers(talkId: string, dial: Dial, journals: Journals, lost: (text: LostText) => void, stopped: () => boolean): Promise<void> {
  for (let left = await journals.adopt(); left && !stopped(); left = await journals.adopt()) {
    const host: Host = {
      show: blankSurface,
      composing: () => false,
      status() {}, joined() {}, right() {}, people() {}, cursors() {}, bullets() {}, moved() {}, notKept() {},
      lost,
    }
    const session = openSession(talkId, host, dial, journals, left)
    await session.settled(patience)
    await session.close()
  }
}
