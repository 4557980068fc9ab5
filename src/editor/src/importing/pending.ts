// Files on their way from one page to the import page: kept in this browser, taken out once.

const database = 'collabsummaries.import'
const store = 'pending'

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(database, 1)
    request.onupgradeneeded = () => { request.result.createObjectStore(store) }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('The browser keeps no files.'))
  })
}

async function within<T>(work: (files: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const opened = await open()
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = opened.transaction(store, 'readwrite')
      const request = work(transaction.objectStore(store))
      transaction.oncomplete = () => resolve(request.result)
      transaction.onabort = () => reject(transaction.error ?? new Error('The browser keeps no files.'))
    })
  } finally {
    opened.close()
  }
}

export async function putPending(files: readonly File[]): Promise<void> {
  await within(kept => kept.put([...files], 'files'))
}

/** The files put last, in their order; they stay until replaced. */
export async function listPending(): Promise<readonly File[]> {
  const found: unknown = await within(kept => kept.get('files') as IDBRequest<unknown>)
  return Array.isArray(found) ? found.filter((file): file is File => file instanceof File) : []
}
