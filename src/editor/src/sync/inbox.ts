import type { UpdatesMessage } from './protocol'

/** Puts what arrives in order: drops what is known, asks for what is missing, waits while a word is being composed. */
export interface Inbox {
  take(message: UpdatesMessage): void
  /** A head was heard of; when it is not reached by itself soon, the rest is asked for. */
  expect(version: number): void
  /** Applies what waited for a composition to end. */
  flush(): void
  /** Resolves when the version is reached, or the connection went away. */
  reached(version: number): Promise<void>
  clear(): void
}

export interface InboxNeeds {
  version(): number
  /** True while remote changes must wait. */
  busy(): boolean
  apply(message: UpdatesMessage, first: number): void
  pull(): void
  /** What went wrong while applying. */
  fail(error: unknown): void
}

const patience = 700

export function openInbox(needs: InboxNeeds): Inbox {
  const waiting = new Map<number, UpdatesMessage>()
  const waits: { version: number; done: () => void }[] = []
  let expected = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const settle = () => {
    for (const wait of waits.filter(w => w.version <= needs.version())) {
      waits.splice(waits.indexOf(wait), 1)
      wait.done()
    }
  }
  const watch = () => {
    clearTimeout(timer)
    timer = expected > needs.version() ? setTimeout(() => { needs.pull(); watch() }, patience) : undefined
  }
  const flush = () => {
    try {
      while (!needs.busy()) {
        const version = needs.version()
        for (const [from, old] of waiting) if (from + old.updates.length <= version) waiting.delete(from)
        const message = [...waiting.values()].find(m => m.from <= version)
        if (!message) break
        waiting.delete(message.from)
        needs.apply(message, version - message.from)
      }
    } catch (error) {
      waiting.clear()
      return needs.fail(error)
    }
    settle()
    // What still waits lies behind a gap; a composition is only waited for.
    if (waiting.size > 0 && !needs.busy()) needs.pull()
    watch()
  }

  return {
    take(message) {
      expected = Math.max(expected, message.from + message.updates.length)
      const known = waiting.get(message.from)
      if (!known || known.updates.length < message.updates.length) waiting.set(message.from, message)
      flush()
    },
    expect(version) {
      expected = Math.max(expected, version)
      watch()
    },
    flush,
    reached(version) {
      if (needs.version() >= version) return Promise.resolve()
      return new Promise(done => {
        waits.push({ version, done })
        this.expect(version)
      })
    },
    clear() {
      clearTimeout(timer)
      timer = undefined
      expected = 0
      waiting.clear()
      for (const wait of waits.splice(0)) wait.done()
    },
  }
}
