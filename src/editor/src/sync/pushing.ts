import type { Journal } from '../journal/journal'
import type { Inbox } from './inbox'
import { openPause } from './pause'
import { passing, type Code } from './protocol'
import type { Replica } from './replica'
import type { Wire } from './wire'

/** The server caps a push at 100 updates and 1 MB. */
const mostUpdates = 100
const mostCharacters = 250_000

export interface Pushing {
  /** Sends what is unsent, one push at a time, each kept in the journal first. */
  start(): void
  stop(): void
}

export interface PushingNeeds {
  replica: Replica
  journal: Journal
  inbox: Inbox
  wire: Wire
  refused(code: Code, message: string): void
  /** The journal could not be written. */
  notKept(error: unknown): void
}

export function openPushing(needs: PushingNeeds): Pushing {
  const { replica, journal, inbox, wire } = needs
  const pause = openPause()
  let running = false
  let stopped = false

  async function run() {
    try {
      while (!stopped && replica.unsent.length > 0) await step()
    } catch {
      // A push that fails took its connection with it; the next connection begins again.
    } finally {
      // In the same breath as the last look at what is unsent, so that no key press falls between.
      running = false
    }
  }

  async function step() {
    // A browser whose storage fails must still send: unsent and unkept is the worst of all.
    await journal.kept().catch(needs.notKept)
    if (stopped || replica.unsent.length === 0) return
    const reply = await wire.push({ version: replica.version, firstSeq: replica.firstSeq, updates: batch(replica) })
    if (stopped) return
    if (reply.code === null) return inbox.reached(reply.head)
    if (passing.has(reply.code)) return pause.for(Math.max(reply.retryAfter, 100) * (1 + Math.random()))
    stopped = true
    needs.refused(reply.code, reply.message ?? '')
  }

  return {
    start() {
      if (running || stopped) return
      running = true
      void run()
    },
    stop() {
      stopped = true
      pause.wake()
    },
  }
}

function batch(replica: Replica): string[] {
  const updates: string[] = []
  let characters = 0
  for (const changes of replica.unsent.slice(0, mostUpdates)) {
    const json = JSON.stringify(changes.toJSON())
    characters += json.length
    if (updates.length > 0 && characters > mostCharacters) break
    updates.push(json)
  }
  return updates
}
