import type { Transaction } from '@codemirror/state'
import type { Journal, Journals, Leftover } from '../journal/journal'
import { keepBooks, playAgain, type Bookkeeping } from './bookkeeping'
import { textHash } from '../text/hash'
import type { Host, Session } from './host'
import { openInbox } from './inbox'
import { backoff, openPause } from './pause'
import { openPushing, type Pushing } from './pushing'
import type { Code, JoinReply } from './protocol'
import { Diverged, openReplica, type Replica, type Surface } from './replica'
import { beforeUnsent, unsentText } from './unsent'
import { heardWhile, type Dial, type Wire } from './wire'

interface Open {
  surface: Surface
  replica: Replica
  journal: Journal
  books: Bookkeeping
}

/**
 * One open editor and its way to the server. Law: what was typed is in the journal before it is sent and leaves it only when it came back in the
 * server's order, or lies in `lost` for a person to see.
 */
export function openSession(
  talkId: string, host: Host, dial: Dial, journals: Journals, adopted: { journal: Journal; leftover: Leftover } | null,
): Session {
  const pause = openPause()
  let open: Open | null = null
  let wire: Wire | null = null
  let pushing: Pushing | null = null
  let pulling = false
  let closed = false
  let canEdit = true
  let hangUp: (within: number | null) => void = () => {}
  let settled: (() => void)[] = []

  const inbox = openInbox({
    version: () => open?.replica.version ?? 0,
    busy: () => open === null || host.composing(),
    apply(message, first) {
      for (const update of message.updates.slice(first)) open?.books.receive(update)
      report()
      host.moved()
    },
    pull: () => void pull(),
    fail: error => void fallOut(error instanceof Diverged ? error.message : String(error)),
  })

  function report() {
    const count = open?.replica.unsent.length ?? 0
    if (count === 0) for (const done of settled.splice(0)) done()
    if (!wire || !open) host.status(open ? { kind: 'offline', count } : { kind: 'connecting' })
    else host.status(count > 0 ? { kind: 'saving', count } : { kind: 'saved', version: open.replica.version })
  }

  async function pull() {
    if (pulling || !wire || !open) return
    pulling = true
    const through = wire
    try {
      for (let head = Infinity; open && wire === through && open.replica.version < head && !host.composing();) {
        const reply = await through.pull(open.replica.version)
        if (wire !== through || !open) return
        if (reply.code) return await fallOut(reply.message ?? reply.code)
        head = reply.head
        if (reply.updates.updates.length === 0) break
        inbox.take(reply.updates)
      }
    } catch { /* the connection ended; the next one pulls again */ } finally {
      pulling = false
    }
  }

  /** The order is lost: what was unsent is offered as text, and the server's text is shown afresh. */
  async function fallOut(reason: string) {
    const fallen = open
    if (!fallen) return
    open = null
    pushing?.stop()
    host.status({ kind: 'outOfSync', reason })
    const text = unsentText(fallen.replica.unsent, fallen.replica.synced)
    if (text) host.lost(await journals.keepLost(reason, text))
    fallen.journal.clear()
    await fallen.journal.release().catch(() => {})
    hangUp(0)
  }

  function show(text: string, version: number, seq: number, journal: Journal, leftover: Leftover | null) {
    const { clientId } = journal.identity
    const surface = host.show(text, clientId, version)
    const replica = openReplica(surface, clientId, seq)
    if (leftover) playAgain(replica, surface, leftover)
    open = { surface, replica, journal, books: keepBooks(replica, journal, leftover !== null) }
  }

  async function join(to: Wire, isLive: () => boolean): Promise<boolean> {
    const identity = open?.journal.identity
    // Updates made while the answer is on its way may overtake it, so it is held against what was known before the question.
    const known = open?.replica.version ?? 0
    const reply = await to.join({ talkId, clientId: identity?.clientId ?? null, resumeKey: identity?.resumeKey ?? null, wantsText: !open })
    if (!isLive()) return false
    if (reply.code) return await refusedAtDoor(reply.code, reply.message ?? '')
    if (!open) {
      const journal = await journals.create(reply)
      if (!isLive()) {
        await journal.release()
        return false
      }
      show(reply.text ?? '', reply.version, reply.nextSeq, journal, null)
    } else if (known > reply.version) throw new Diverged('The server knows fewer changes than this page.')
    wire = to
    inbox.expect(reply.version)
    await pull()
    await inbox.reached(reply.version)
    if (!open || wire !== to) return false
    if (open.replica.firstSeq < reply.nextSeq) open.replica.skipTo(reply.nextSeq)
    await enter(to, reply, open)
    return true
  }

  async function enter(to: Wire, reply: JoinReply, { replica, journal }: Open) {
    canEdit = reply.canEdit
    host.joined(reply, replica)
    host.right(canEdit, reply.notice)
    pushing = openPushing({ replica, journal, inbox, wire: to, refused: (_, message) => void fallOut(message), notKept: () => host.notKept() })
    if (canEdit) pushing.start()
    else if (replica.unsent.length > 0) await fallOut(reply.notice ?? 'You may read here, but no longer edit.')
    report()
  }

  /** @returns False always: this connection is of no use. */
  async function refusedAtDoor(code: Code, message: string) {
    if (code === 'notFound') {
      await fallOut(message)
      host.status({ kind: 'gone', reason: message })
      closed = true
    } else if (open && code !== 'busy' && code !== 'draining' && code !== 'tooManyConnections') {
      await fallOut(message)
    }
    return false
  }

  async function run() {
    for (let attempt = 0; !closed;) {
      const ended = new Promise<number | null>(resolve => { hangUp = resolve })
      let within: number | null = null
      let dialed: Wire | null = null
      // What a connection says after its end belongs to a page that may be another's by now.
      let live = true
      const isLive = () => live
      try {
        dialed = await dial(heardWhile(isLive, {
          updates: inbox.take, head: hear, bullets: m => host.bullets(m), people: p => host.people(p), cursors: c => host.cursors(c),
          right: message => void heardRight(message.canEdit, message.gone, message.notice), closed: w => hangUp(w),
        }))
        if (await Promise.race([join(dialed, isLive), ended.then(() => false)])) {
          attempt = 0
          within = await ended
        }
      } catch (error) {
        if (error instanceof Diverged) await fallOut(error.message)
      }
      live = false
      wire = null
      pushing?.stop()
      pushing = null
      inbox.clear()
      await dialed?.close().catch(() => {})
      if (closed) return
      report()
      await pause.for(within === null ? backoff(attempt++) : within * Math.random())
    }
  }

  function hear({ version, hash }: { version: number; hash: string }) {
    if (!open || !wire) return
    inbox.expect(version)
    // An older head was overtaken by a pull's answer; a log that truly went back is found when joining.
    if (open.replica.version === version && textHash(open.replica.synced) !== hash) void fallOut('This text is not the one the server holds.')
  }

  async function heardRight(can: boolean, gone: boolean, notice: string | null) {
    canEdit = can
    host.right(can, notice)
    if (gone) {
      await fallOut(notice ?? 'This talk is no longer open to you.')
      host.status({ kind: 'gone', reason: notice ?? '' })
      closed = true
      pause.wake()
    } else if (!can && open && open.replica.unsent.length > 0) {
      await fallOut(notice ?? 'You may read here, but no longer edit.')
    } else if (can) {
      pushing?.start()
    }
  }

  if (adopted) {
    const { start } = adopted.leftover
    show(start.text, start.version, start.seq, adopted.journal, adopted.leftover)
  }
  report()
  const running = run()

  return {
    typed(transaction: Transaction) {
      if (!open || transaction.changes.empty) return
      open.books.local()
      report()
      if (canEdit) pushing?.start()
    },
    composed: () => inbox.flush(),
    present(anchor, head) {
      if (!wire || !open) return
      const { unsent, version } = open.replica
      wire.present({ version, anchor: beforeUnsent(anchor, unsent), head: beforeUnsent(head, unsent) })
    },
    wake: () => pause.wake(),
    settled: milliseconds => (open?.replica.unsent.length ?? 0) === 0
      ? Promise.resolve()
      : new Promise(resolve => { settled.push(resolve); setTimeout(resolve, milliseconds) }),
    async close() {
      closed = true
      pause.wake()
      hangUp(null)
      await running
      await open?.journal.release().catch(() => {})
      settled.splice(0).forEach(done => done())
    },
  }
}
