import assert from 'node:assert/strict'
import { test } from 'node:test'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { openJournals } from '../../src/editor/src/journal/indexed'
import type { Dial, WireEvents } from '../../src/editor/src/sync/wire'
import { openAuthority } from './support/authority'
import { openPage, randomEdit, seeded } from './support/page'

Object.assign(globalThis, { IDBKeyRange })

const talk = 'talk'
const journalsIn = (browser: IDBFactory) => openJournals(talk, browser, undefined)

test('two pages that type at once end with the same text as the server', async () => {
  const server = openAuthority('- one')
  const ann = await openPage(talk, server.dial, await journalsIn(new IDBFactory()))
  const ben = await openPage(talk, server.dial, await journalsIn(new IDBFactory()))
  await ann.until(() => ann.status.kind === 'saved', 'Ann has joined')
  await ben.until(() => ben.status.kind === 'saved', 'Ben has joined')

  const random = seeded(7)
  for (let i = 0; i < 60; i++) {
    const page = random() < 0.5 ? ann : ben
    page.type(randomEdit(page.text, random))
    if (random() < 0.3) await new Promise(resolve => setImmediate(resolve))
  }
  await ann.session.settled(10_000)
  await ben.session.settled(10_000)
  await ann.until(() => ann.replica?.version === server.log.length, 'Ann has all')
  await ben.until(() => ben.replica?.version === server.log.length, 'Ben has all')

  assert.equal(ann.text, server.text)
  assert.equal(ben.text, server.text)
  await ann.session.close()
  await ben.session.close()
})

test('an edit whose acknowledgement was lost is applied once when the page comes back after a crash', async () => {
  const server = openAuthority('')
  const browser = new IDBFactory()
  const journals = await openJournals(talk, browser, undefined)
  const page = await openPage(talk, server.dial, journals)
  await page.until(() => page.status.kind === 'saved', 'it has joined')
  server.loseNextReply()
  page.type({ from: 0, insert: 'kept' })
  await page.until(() => page.status.kind === 'offline', 'it is offline')
  assert.equal(server.log.length, 1)
  page.type({ from: 4, insert: ' too' })
  assert.deepEqual(page.status, { kind: 'offline', count: 2 })
  const name = page.replica?.clientId
  await page.session.close()

  server.open()
  const again = await openJournals(talk, browser, undefined)
  const adopted = await again.adopt()
  const back = await openPage(talk, server.dial, again, adopted)
  assert.equal(back.text, 'kept too')
  await back.until(() => back.status.kind === 'saved', 'all is saved')

  assert.equal(back.replica?.clientId, name)
  assert.equal(server.text, 'kept too')
  assert.deepEqual(server.log.map(u => u.seq), [0, 1])
  await back.session.close()
})

test('unsent edits survive a crash although others wrote meanwhile, and a second crash too', async () => {
  const server = openAuthority('base')
  const browser = new IDBFactory()
  const first = await openPage(talk, server.dial, await journalsIn(browser))
  const other = await openPage(talk, server.dial, await journalsIn(new IDBFactory()))
  await first.until(() => first.status.kind === 'saved', 'it has joined')
  await other.until(() => other.status.kind === 'saved', 'the other has joined')
  server.refuse('busy')
  first.type({ from: 4, insert: '!' })
  server.cut()
  await first.session.close()
  server.refuse(null)
  server.open()
  other.session.wake()
  other.type({ from: 0, insert: 'new ' })
  await other.until(() => other.status.kind === 'saved', 'the other is saved')

  server.refuse('busy')
  const journals = await journalsIn(browser)
  const second = await openPage(talk, server.dial, journals, await journals.adopt())
  await second.until(() => second.text === 'new base!', 'it has what the other wrote')
  second.type({ from: 9, insert: '?' })
  await second.session.close()

  server.refuse(null)
  const last = await journalsIn(browser)
  const third = await openPage(talk, server.dial, last, await last.adopt())
  assert.equal(third.text, 'new base!?')
  await third.until(() => third.status.kind === 'saved', 'all is saved')
  assert.equal(server.text, 'new base!?')
  await third.session.close()
  await other.session.close()
})

test('what the server refuses for good is offered as text, kept over a reload, and the page goes on with the server’s text', async () => {
  const server = openAuthority('- one\n- two')
  const browser = new IDBFactory()
  const page = await openPage(talk, server.dial, await journalsIn(browser))
  await page.until(() => page.status.kind === 'saved', 'it has joined')
  const name = page.replica?.clientId

  server.refuse('badChange')
  page.type({ from: 5, insert: ' more' })
  await page.until(() => page.lost.length === 1, 'the text is offered')
  server.refuse(null)
  await page.until(() => page.status.kind === 'saved' && page.replica?.clientId !== name, 'it has joined anew')

  assert.equal(page.text, '- one\n- two')
  assert.equal(page.lost[0]?.text, '- one more')
  await page.session.close()
  const later = await journalsIn(browser)
  assert.deepEqual((await later.listLost()).map(lost => lost.text), ['- one more'])
  assert.equal(await later.adopt(), null)
})

test('remote edits wait while a word is composed and are applied when it ends', async () => {
  const server = openAuthority('abc')
  const ann = await openPage(talk, server.dial, await journalsIn(new IDBFactory()))
  const ben = await openPage(talk, server.dial, await journalsIn(new IDBFactory()))
  await ann.until(() => ann.status.kind === 'saved', 'Ann has joined')
  await ben.until(() => ben.status.kind === 'saved', 'Ben has joined')

  ann.composing = true
  ben.type({ from: 0, insert: 'x' })
  await ben.until(() => ben.status.kind === 'saved' && server.log.length === 1, 'Ben is saved')
  ann.type({ from: 3, insert: 'か' })
  await ben.until(() => ben.text === 'xabcか', 'what Ann composes is sent')
  assert.equal(ann.text, 'abcか')
  ann.composing = false
  ann.session.composed()
  await ann.until(() => ann.text === 'xabcか', 'what waited is applied')

  assert.equal(server.text, 'xabcか')
  await ann.session.close()
  await ben.session.close()
})

test('updates that overtake the answer to a join are no reason to fall out of sync', async () => {
  const server = openAuthority('base')
  const page = await openPage(talk, server.dial, await journalsIn(new IDBFactory()))
  const other = await openPage(talk, server.dial, await journalsIn(new IDBFactory()))
  await page.until(() => page.status.kind === 'saved', 'it has joined')
  await other.until(() => other.status.kind === 'saved', 'the other has joined')
  const name = page.replica?.clientId ?? ''
  server.cut()
  await page.until(() => page.status.kind === 'offline', 'it is offline')
  page.type({ from: 4, insert: '!' })

  server.duringJoinOf(name, async () => {
    other.session.wake()
    other.type({ from: 0, insert: 'new ' })
    await page.until(() => page.text === 'new base!', 'what the other wrote is here before the answer')
  })
  server.open()
  page.session.wake()
  await page.until(() => page.status.kind === 'saved', 'all is saved')

  assert.equal(server.text, 'new base!')
  assert.equal(page.replica?.clientId, name)
  assert.deepEqual(page.lost, [])
  await page.session.close()
  await other.session.close()
})

test('only one page at a time holds a journal', async () => {
  const server = openAuthority('')
  const browser = new IDBFactory()
  const page = await openPage(talk, server.dial, await journalsIn(browser))
  await page.until(() => page.status.kind === 'saved', 'it has joined')
  server.cut()
  page.type({ from: 0, insert: 'mine' })
  await page.until(() => page.status.kind === 'offline', 'it is offline')

  const second = await journalsIn(browser)
  assert.equal(await second.adopt(), null)
  await page.session.close()
  const adopted = await second.adopt()
  assert.notEqual(adopted, null)
  await adopted?.journal.release()
})

test('what a closed page still hears does not touch the journal of the page that came after it', async () => {
  const server = openAuthority('')
  const browser = new IDBFactory()
  const ears: WireEvents[] = []
  const overheard: Dial = events => {
    ears.push(events)
    return server.dial(events)
  }
  const page = await openPage(talk, overheard, await journalsIn(browser))
  await page.until(() => page.status.kind === 'saved', 'it has joined')
  server.refuse('busy')
  page.type({ from: 0, insert: 'one' })
  const mine = page.replica?.clientId ?? ''
  await page.session.close()
  server.cut()
  const journals = await journalsIn(browser)
  const second = await openPage(talk, server.dial, journals, await journals.adopt())
  second.type({ from: 3, insert: ' two' })
  ears[0]?.updates({ from: 0, updates: [{ clientId: mine, seq: 0, changes: '[[0,"one"]]' }] })
  await second.session.close()

  const again = await journalsIn(browser)
  const third = await openPage(talk, server.dial, again, await again.adopt())

  assert.equal(third.text, 'one two')
  await third.session.close()
})
