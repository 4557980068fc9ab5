/** Only one page may hold a journal, so that no update is sent by two under one name. */
export interface Holding {
  /** True when no other page holds it; it stays held until `release`. */
  take(clientId: string): Promise<boolean>
  release(clientId: string): Promise<void>
}

/** Web Locks end with the page, however it ends. They exist on https and on this computer only. */
export function holdByLocks(locks: LockManager): Holding {
  const held = new Map<string, () => void>()
  return {
    take: clientId => new Promise((resolve, reject) => {
      const whole = locks.request(`journal:${clientId}`, { ifAvailable: true }, lock => {
        if (!lock) return resolve(false)
        resolve(true)
        return new Promise<void>(end => held.set(clientId, end))
      })
      whole.catch(reject)
    }),
    async release(clientId) {
      held.get(clientId)?.()
      held.delete(clientId)
    },
  }
}

/** Leases in the journal itself: a page that lives renews its own, one that died lets it run out. For plain http on a local network. */
export function holdByLease(lease: (clientId: string, until: number, ifBefore: number) => Promise<boolean>, now: () => number = Date.now): Holding {
  const length = 6000
  const timers = new Map<string, ReturnType<typeof setInterval>>()
  return {
    async take(clientId) {
      if (!await lease(clientId, now() + length, now())) return false
      timers.set(clientId, setInterval(() => void lease(clientId, now() + length, Infinity), length / 3))
      return true
    },
    async release(clientId) {
      clearInterval(timers.get(clientId))
      timers.delete(clientId)
      await lease(clientId, 0, Infinity)
    },
  }
}
