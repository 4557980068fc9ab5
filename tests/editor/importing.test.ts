import assert from 'node:assert/strict'
import { test } from 'node:test'
import { add, begin, join, next, part, progress, type Queue } from '../../src/editor/src/importing/queue'

const file = (name: string) => new File([name], name)
const names = (queue: Queue) => queue.waiting.map(talk => talk.map(f => f.name).join('+')).join(' ')

test('every file dropped is a talk of its own, and progress counts those done', () => {
  const queue = begin([file('a'), file('b'), file('c')])

  assert.equal(names(queue), 'a b c')
  assert.deepEqual(progress(queue), { at: 1, of: 3 })
  assert.deepEqual(progress(next(queue, true)), { at: 2, of: 3 })
})

test('a file left out is not counted, and one file alone has no progress to show', () => {
  assert.deepEqual(progress(next(begin([file('a'), file('b'), file('c')]), false)), { at: 1, of: 2 })
  assert.equal(progress(begin([file('a')])), null)
})

test('a waiting file becomes a part of the talk in front and waits no longer', () => {
  const b = file('b')
  const queue = add(begin([file('a'), b]), [file('c')])

  assert.equal(names(join(queue, b)), 'a+b c')
  assert.equal(names(join(queue, file('new'))), 'a+new b c')
})

test('a part that is not of the talk waits next in line, and the last file of a talk stays', () => {
  const b = file('b')
  const joined = join(begin([file('a'), b, file('c')]), b)

  assert.equal(names(part(joined, 1)), 'a b c')
  assert.equal(names(part(joined, 0)), 'b a c')
  assert.equal(names(part(begin([file('a')]), 0)), 'a')
})
