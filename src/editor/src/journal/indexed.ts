import { entriesOf, openDatabase, type ClientRow, type Database, type EntryRow } from './database'
import { holdByLease, holdByLocks, type Holding } from './holding'
import type { Identity, Journal, Journals, JournalStart } from './journal'

/** Journals in IndexedDB. */
export async function openJournals(talkId: string, factory: IDBFactory, locks: LockManager | undefined): Promise<Journals> {
  const database = await openDatabase(factory)
  const holding = locks ? holdByLocks(locks) : holdByLease((clientId, until, ifBefore) => lease(database, clientId, until, ifBefore))

  return {
    lasting: true,
    async adopt() {
      for (const row of await database.rows(talkId)) {
        if (!await holding.take(row.clientId)) continue
        // It may have been emptied or dropped between the list and the lock.
        const now = await database.row(row.clientId)
        if (now?.start) {
          const entries = await database.entries(row.clientId)
          const journal = openJournal(database, holding, now, talkId, (entries.at(-1)?.n ?? 0) + 1)
          return { journal, leftover: { identity: journal.identity, start: now.start, entries: entries.map(e => e.entry) } }
        }
        await database.write([clients => clients.delete(row.clientId)])
        await holding.release(row.clientId)
      }
      return null
    },
    async create(identity) {
      await database.write([clients => clients.put(emptyRow(talkId, identity))])
      if (!await holding.take(identity.clientId)) throw new Error('Another page holds the journal of this editor.')
      return openJournal(database, holding, identity, talkId, 1)
    },
    async keepLost(reason, text) {
      const lost = { id: `${Date.now()}-${Math.random().toString(36).slice(2)}`, talkId, at: Date.now(), reason, text }
      await database.putLost(lost)
      return lost
    },
    listLost: () => database.lost(talkId),
    dropLost: id => database.dropLost(id),
    close: () => database.close(),
  }
}

function openJournal(database: Database, holding: Holding, { clientId, resumeKey }: Identity, talkId: string, first: number): Journal {
  let n = first
  let steps: Parameters<Database['write']>[0] = []
  let writing: Promise<void> | null = null
  let released = false
  const identity = { clientId, resumeKey }

  // One transaction at a time; what is asked for meanwhile goes into the next one, in order.
  const write = async () => {
    try {
      while (steps.length > 0) {
        const batch = steps
        steps = []
        try {
          await database.write(batch)
        } catch (error) {
          steps = [...batch, ...steps]
          throw error
        }
      }
    } finally {
      // In the same breath as the last look at `steps`, so that nothing asked for in between is left lying.
      writing = null
    }
  }
  const flush = (): Promise<void> => writing ?? (steps.length > 0 ? writing = write() : Promise.resolve())
  const ask = (step: (typeof steps)[number]) => {
    // Let go, it may be another page's.
    if (released) return
    steps.push(step)
    flush().catch(() => { /* said by kept(), which tries again */ })
  }
  const row = (entry: EntryRow['entry']): EntryRow => ({ clientId, n: n++, entry })

  // In one step, so that no crash finds the old edits gone and the new ones not there yet.
  const restart = (start: JournalStart | null, rows: EntryRow[]) => ask((clients, entries) => {
    entries.delete(entriesOf(clientId))
    for (const one of rows) entries.put(one)
    const read = clients.get(clientId) as IDBRequest<ClientRow | undefined>
    read.onsuccess = () => clients.put({ ...emptyRow(talkId, identity), ...read.result, start })
  })

  return {
    identity,
    begin: (start, entries) => restart(start, entries.map(row)),
    append(entry) {
      const one = row(entry)
      ask((_, entries) => entries.put(one))
    },
    clear: () => restart(null, []),
    async kept() {
      do await flush()
      while (steps.length > 0)
    },
    async release() {
      released = true
      await flush()
      await holding.release(clientId)
    },
  }
}

function emptyRow(talkId: string, identity: Identity): ClientRow {
  return { ...identity, talkId, start: null, heldUntil: 0 }
}

async function lease(database: Database, clientId: string, until: number, ifBefore: number): Promise<boolean> {
  let taken = false
  await database.write([clients => {
    const read = clients.get(clientId) as IDBRequest<ClientRow | undefined>
    read.onsuccess = () => {
      const row = read.result
      if (!row || row.heldUntil >= ifBefore) return
      taken = true
      clients.put({ ...row, heldUntil: until })
    }
  }])
  return taken
}
