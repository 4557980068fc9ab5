import { ChangeSet } from '@codemirror/state'
import type { JoinReply, PushReply, UpdateMessage } from '../../../src/editor/src/sync/protocol'
import type { Dial, WireEvents } from '../../../src/editor/src/sync/wire'

/** The server's law in a few lines, for tests of the page alone: one order, missed updates one at a time, a known (client, seq) is dropped. */
export interface Authority {
  readonly text: string
  readonly log: UpdateMessage[]
  dial: Dial
  /** The next push is kept and its author never hears of it: the connection ends first. */
  loseNextReply(): void
  /** Ends every connection; dialing fails until `open`. */
  cut(): void
  open(): void
  /** This editor's next join is answered only when this is done; the answer is what was true before it. */
  duringJoinOf(clientId: string, act: () => Promise<void>): void
  /** Every push is refused with this code; null: no longer. */
  refuse(code: PushReply['code']): void
}

export function openAuthority(start: string): Authority {
  let text = start
  const log: UpdateMessage[] = []
  const wires = new Map<WireEvents, string>()
  let clients = 0
  let reachable = true
  let loseNext = false
  let refusal: PushReply['code'] = null
  const during = new Map<string, () => Promise<void>>()
  const parse = (json: string) => ChangeSet.fromJSON(JSON.parse(json))
  const nextSeq = (clientId: string) => log.filter(u => u.clientId === clientId).length
  const later = <T>(value: T) => new Promise<T>(resolve => setTimeout(() => resolve(value), 1))
  const cut = () => {
    const all = [...wires.keys()]
    wires.clear()
    for (const wire of all) wire.closed(null)
  }

  function push(clientId: string, version: number, firstSeq: number, updates: string[]): PushReply {
    const known = nextSeq(clientId) - firstSeq
    let moved = updates.map(parse)
    let own = firstSeq
    for (const missed of log.slice(version)) {
      if (missed.clientId === clientId && missed.seq === own && moved.length > 0) {
        moved = moved.slice(1)
        own++
        continue
      }
      let over = parse(missed.changes)
      moved = moved.map(one => {
        const next = one.map(over)
        over = over.map(one, true)
        return next
      })
    }
    if (known < 0) return { code: 'outOfOrder', message: 'A number is missing.', head: log.length, retryAfter: 0 }
    const from = log.length
    for (const [i, one] of moved.entries()) {
      text = one.apply(textOf(text)).toString()
      log.push({ clientId, seq: own + i, changes: JSON.stringify(one.toJSON()) })
    }
    for (const wire of wires.keys()) setTimeout(() => wires.has(wire) && wire.updates({ from, updates: log.slice(from) }), 1)
    return { code: null, message: null, head: log.length, retryAfter: 0 }
  }

  return {
    get text() { return text },
    log,
    loseNextReply() { loseNext = true },
    cut() { reachable = false; cut() },
    open() { reachable = true },
    duringJoinOf(clientId, act) { during.set(clientId, act) },
    refuse(code) { refusal = code },
    dial: async events => {
      if (!reachable) throw new Error('Nobody answers.')
      let clientId = ''
      return {
        async join(request) {
          clientId = request.clientId ?? `client${++clients}`
          wires.set(events, clientId)
          const you = { id: clientId, name: clientId, color: 0, canEdit: true }
          const reply: JoinReply = {
            code: null, message: null, clientId, resumeKey: 'key', version: log.length, text: request.wantsText ? text : null, nextSeq: nextSeq(clientId),
            bullets: [], evidence: [], you, canEdit: true, notice: null, people: [you],
          }
          const act = during.get(clientId)
          during.delete(clientId)
          await act?.()
          return later(reply)
        },
        async push(request) {
          if (refusal) return later({ code: refusal, message: 'Refused.', head: log.length, retryAfter: 0 })
          const reply = push(clientId, request.version, request.firstSeq, request.updates)
          if (!loseNext) return later(reply)
          loseNext = false
          cut()
          throw new Error('The connection ended.')
        },
        pull: after => later({ code: null, message: null, head: log.length, updates: { from: after, updates: log.slice(after, after + 3) } }),
        present() {},
        async close() { if (wires.delete(events)) events.closed(null) },
      }
    },
  }
}

function textOf(text: string) {
  return ChangeSet.of({ from: 0, insert: text }, 0, '\n').apply(ChangeSet.empty(0).apply(empty))
}

import { Text } from '@codemirror/state'
const empty = Text.of([''])
