import { EditorSelection, type ChangeSpec, type EditorState, type StateCommand } from '@codemirror/state'

/** The line of the selection with what hangs on it: deeper lines below a bullet. */
function block(state: EditorState): { first: number; last: number } {
  const { doc, selection } = state
  const first = doc.lineAt(selection.main.from).number
  let last = doc.lineAt(selection.main.to).number
  const depth = indent(doc.line(first).text)
  while (last < doc.lines && doc.line(last + 1).text.trim() !== '' && indent(doc.line(last + 1).text) > depth) last++
  return { first, last }
}

function indent(text: string): number {
  return text.length - text.trimStart().length
}

/** Moves the bullet up or down by one line, in one change, so that it stays the same bullet with its evidence. */
function move(direction: -1 | 1): StateCommand {
  return ({ state, dispatch }) => {
    if (state.readOnly) return false
    const { doc } = state
    const { first, last } = block(state)
    const other = direction < 0 ? first - 1 : last + 1
    if (other < 1 || other > doc.lines) return true
    const moved = doc.sliceString(doc.line(first).from, doc.line(last).to)
    const neighbor = doc.line(other)
    // The neighbor is what jumps over: the moved lines stay untouched, and so do cursors in them.
    const changes: ChangeSpec[] = direction < 0
      ? [{ from: neighbor.from, to: neighbor.to + 1 }, { from: doc.line(last).to, insert: `\n${neighbor.text}` }]
      : [{ from: neighbor.from - 1, to: neighbor.to }, { from: doc.line(first).from, insert: `${neighbor.text}\n` }]
    const shift = direction < 0 ? -(neighbor.length + 1) : neighbor.length + 1
    const ranges = state.selection.ranges.map(r => EditorSelection.range(r.anchor + shift, r.head + shift))
    dispatch(state.update({
      changes, selection: EditorSelection.create(ranges, state.selection.mainIndex), scrollIntoView: true, userEvent: 'move.line',
      effects: [], annotations: [],
    }))
    return moved.length >= 0
  }
}

export const moveBulletUp = move(-1)
export const moveBulletDown = move(1)
