import type { JournalEntry, JournalStart, LostText } from './journal'

/** A journal's head row; `start` is null while nothing is unsent. */
export interface ClientRow {
  clientId: string
  talkId: string
  resumeKey: string
  start: JournalStart | null
  /** Until when the page that holds it said it lives, for browsers without Web Locks. */
  heldUntil: number
}

export interface EntryRow {
  clientId: string
  n: number
  entry: JournalEntry
}

export interface Database {
  rows(talkId: string): Promise<ClientRow[]>
  row(clientId: string): Promise<ClientRow | undefined>
  entries(clientId: string): Promise<EntryRow[]>
  /** All or nothing, on disk when it resolves. */
  write(steps: ((clients: IDBObjectStore, entries: IDBObjectStore) => void)[]): Promise<void>
  lost(talkId: string): Promise<LostText[]>
  putLost(lost: LostText): Promise<void>
  dropLost(id: string): Promise<void>
  close(): void
}

export function entriesOf(clientId: string): IDBKeyRange {
  return IDBKeyRange.bound([clientId, 0], [clientId, Number.MAX_SAFE_INTEGER])
}

export async function openDatabase(factory: IDBFactory, name = 'collabsummaries'): Promise<Database> {
  const request = factory.open(name, 1)
  request.onupgradeneeded = () => {
    request.result.createObjectStore('clients', { keyPath: 'clientId' }).createIndex('talkId', 'talkId')
    request.result.createObjectStore('entries', { keyPath: ['clientId', 'n'] })
    request.result.createObjectStore('lost', { keyPath: 'id' }).createIndex('talkId', 'talkId')
  }
  const db = await answer(request)
  // Strict: a crash of the whole machine must not bring back a journal that is older than what was sent.
  const strict: IDBTransactionOptions = { durability: 'strict' }
  const read = <T>(store: string, ask: (s: IDBObjectStore) => IDBRequest<T>) => answer(ask(db.transaction(store).objectStore(store)))
  const change = (store: string, ask: (s: IDBObjectStore) => void) => {
    const transaction = db.transaction(store, 'readwrite', strict)
    ask(transaction.objectStore(store))
    return done(transaction)
  }

  return {
    rows: talkId => read('clients', s => s.index('talkId').getAll(talkId) as IDBRequest<ClientRow[]>),
    row: clientId => read('clients', s => s.get(clientId) as IDBRequest<ClientRow | undefined>),
    entries: clientId => read('entries', s => s.getAll(entriesOf(clientId)) as IDBRequest<EntryRow[]>),
    write(steps) {
      const transaction = db.transaction(['clients', 'entries'], 'readwrite', strict)
      const written = done(transaction)
      try {
        for (const step of steps) step(transaction.objectStore('clients'), transaction.objectStore('entries'))
      } catch (error) {
        transaction.abort()
        void written.catch(() => {})
        return Promise.reject(error instanceof Error ? error : new Error(String(error)))
      }
      return written
    },
    lost: talkId => read('lost', s => s.index('talkId').getAll(talkId) as IDBRequest<LostText[]>),
    putLost: lost => change('lost', s => s.put(lost)),
    dropLost: id => change('lost', s => s.delete(id)),
    close: () => db.close(),
  }
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('The browser could not read its storage.'))
  })
}

function done(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error ?? new Error('The browser could not write to its storage.'))
    transaction.onerror = () => reject(transaction.error ?? new Error('The browser could not write to its storage.'))
  })
}
