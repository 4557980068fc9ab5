// Real editors without a browser against a real server: node clients.mjs ADDRESS TALK SEED EDITS PERSON… Prints one line of JSON.
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { openJournals } from '../../../src/editor/src/journal/indexed'
import { dialHub } from '../../../src/editor/src/sync/signalr'
import { openPage, randomEdit, seeded } from './page'

Object.assign(globalThis, { IDBKeyRange })
const [address = '', talkId = '', seed = '1', edits = '20', ...people] = process.argv.slice(2)
const random = seeded(Number(seed))

const pages = await Promise.all(people.map(async person => {
  const dial = dialHub(`${address}/hubs/editing`, { headers: { Cookie: `person=${person}`, Origin: address } })
  return openPage(talkId, dial, await openJournals(talkId, new IDBFactory(), undefined))
}))
for (const page of pages) await page.until(() => page.status.kind === 'saved', 'it has joined')
for (let i = 0; i < Number(edits) * pages.length; i++) {
  const page = pages[Math.floor(random() * pages.length)]
  page?.type(randomEdit(page.text, random))
  if (random() < 0.4) await new Promise(resolve => setTimeout(resolve, random() * 8))
}
for (const page of pages) await page.until(() => page.status.kind === 'saved', 'all is sent')
const head = Math.max(...pages.map(page => page.replica?.version ?? 0))
for (const page of pages) await page.until(() => page.replica?.version === head, `version ${head} is here`)
console.log(JSON.stringify({ version: head, texts: pages.map(page => page.text), lost: pages.flatMap(page => page.lost) }))
for (const page of pages) await page.session.close()
process.exit(0)
