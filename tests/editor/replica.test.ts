import assert from 'node:assert/strict'
import { test } from 'node:test'
import { receiveUpdates, sendableUpdates } from '@codemirror/collab'
import { ChangeSet } from '@codemirror/state'
import { blankSurface } from '../../src/editor/src/page/courier'
import { playAgain } from '../../src/editor/src/sync/bookkeeping'
import { Diverged, openReplica, parseChanges } from '../../src/editor/src/sync/replica'
import { textHash } from '../../src/editor/src/text/hash'
import { openTrail } from '../../src/editor/src/sync/trail'

const json = (changes: ChangeSet) => JSON.stringify(changes.toJSON())

test('the three-character case comes out as on the server when updates are taken one at a time', () => {
  const surface = blankSurface('a', 'me', 0)
  const replica = openReplica(surface, 'me', 0)
  surface.dispatch(surface.state.update({ changes: { from: 0, insert: 'Z' } }))

  replica.receive({ clientId: 'other', seq: 0, changes: '[[1]]' })
  replica.receive({ clientId: 'other', seq: 1, changes: '[[0,"Y"]]' })

  assert.equal(surface.state.doc.toString(), 'YZ')
})

test('the same updates taken together come out otherwise, which is why they never are', () => {
  const surface = blankSurface('a', 'me', 0)
  surface.dispatch(surface.state.update({ changes: { from: 0, insert: 'Z' } }))

  const both = ['[[1]]', '[[0,"Y"]]'].map(changes => ({ clientID: 'other', changes: parseChanges(changes) }))
  surface.dispatch(receiveUpdates(surface.state, both))

  assert.equal(surface.state.doc.toString(), 'ZY')
})

test('an own update that comes back is confirmed and not applied again', () => {
  const surface = blankSurface('', 'me', 0)
  const replica = openReplica(surface, 'me', 0)
  surface.dispatch(surface.state.update({ changes: { from: 0, insert: 'x' } }))

  replica.receive({ clientId: 'me', seq: 0, changes: '[[0,"x"]]' })

  assert.equal(surface.state.doc.toString(), 'x')
  assert.deepEqual([replica.version, replica.firstSeq, sendableUpdates(surface.state).length], [1, 1, 0])
})

test('an update that does not fit, or an own one out of turn, is not applied', () => {
  const surface = blankSurface('abc', 'me', 0)
  const replica = openReplica(surface, 'me', 0)
  surface.dispatch(surface.state.update({ changes: { from: 0, insert: 'x' } }))

  assert.throws(() => replica.receive({ clientId: 'other', seq: 0, changes: '[2]' }), Diverged)
  assert.throws(() => replica.receive({ clientId: 'me', seq: 5, changes: '[[0,"y"],3]' }), Diverged)
  assert.throws(() => replica.receive({ clientId: 'other', seq: 0, changes: '{"a":1}' }), Diverged)
  assert.equal(surface.state.doc.toString(), 'xabc')
})

test('a position of an earlier version is followed to the present one, and never guessed', () => {
  const trail = openTrail()
  trail.add(8, ChangeSet.of({ from: 0, insert: 'ab' }, 5))
  trail.add(9, ChangeSet.of({ from: 0, to: 1 }, 7))

  assert.equal(trail.map(3, 7, 1), 4)
  assert.equal(trail.map(3, 9, 1), 3)
  assert.equal(trail.map(3, 6, 1), null)
  assert.equal(trail.map(3, 10, 1), null)
})

test('the hash of a text is the one the server computes', () => {
  const of = (text: string) => textHash(ChangeSet.of({ from: 0, insert: text }, 0).apply(blankSurface('', 'x', 0).state.doc))

  assert.equal(of(''), '811c9dc5')
  assert.equal(of('a'), 'e40c292c')
  assert.equal(of('- one\n- two'), of('- one\n- two'))
  assert.notEqual(of('ab'), of('ba'))
  assert.equal(json(parseChanges('[[0,"",""],2]')), '[[0,"",""],2]')
})

test('an update that others brought to nothing keeps its number when the journal is played again', () => {
  const surface = blankSurface('abc', 'me', 3)
  const replica = openReplica(surface, 'me', 7)
  const start = { version: 3, text: 'abc', seq: 7 }

  playAgain(replica, surface, { identity: { clientId: 'me', resumeKey: 'key' }, start, entries: [{ kind: 'local', changes: '[3]' }, { kind: 'local', changes: '[3,[0,"d"]]' }] })
  assert.deepEqual(replica.unsent.map(json), ['[3]', '[3,[0,"d"]]'])

  replica.receive({ clientId: 'me', seq: 7, changes: '[3]' })
  assert.deepEqual(replica.unsent.map(json), ['[3,[0,"d"]]'])
  assert.equal(replica.firstSeq, 8)
})
