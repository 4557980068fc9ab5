import { IDBFactory } from 'fake-indexeddb'
import { openJournals } from '../../../../src/editor/src/journal/indexed'
import type { LostText, Journals } from '../../../../src/editor/src/journal/journal'
import type { Dial } from '../../../../src/editor/src/sync/wire'
import { openPage, type Page } from '../page'
import type { Line } from './network'

/** One person's browser: its storage and its locks outlive the pages opened in it. */
export interface Browser {
  readonly page: Page
  readonly lost: LostText[]
  /** The page goes away, in good order or by a crash that takes its connection along, and is opened again. */
  reload(crash: boolean): Promise<void>
  close(): Promise<void>
}

export async function openBrowser(talkId: string, dial: Dial, line: Line, patience: number): Promise<Browser> {
  const factory = new IDBFactory()
  const locks = openLocks()
  const lost: LostText[] = []
  let journals: Journals
  let page: Page

  const open = async () => {
    journals = await openJournals(talkId, factory, locks)
    page = await openPage(talkId, dial, journals, await journals.adopt(), patience)
  }
  const close = async () => {
    await page.session.close()
    lost.push(...page.lost)
    journals.close()
  }

  await open()
  return {
    get page() { return page },
    get lost() { return [...lost, ...page.lost] },
    async reload(crash) {
      if (crash) line.cut()
      await close()
      await open()
    },
    close,
  }
}

/** Web Locks, as far as journals use them. */
function openLocks(): LockManager {
  const held = new Set<string>()
  const request = async (name: string, _options: LockOptions, granted: (lock: Lock | null) => unknown) => {
    await Promise.resolve()
    if (held.has(name)) return granted(null)
    held.add(name)
    try {
      return await granted({ name, mode: 'exclusive' })
    } finally {
      held.delete(name)
    }
  }
  return { request, query: async () => ({}) } as unknown as LockManager
}
