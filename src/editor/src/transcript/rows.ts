// Text of the rows and the way back from an offset in it to the page. Pure over the DOM it is given: it changes nothing.

/** A segment's text node and where it starts in its row's text. */
export type Piece = { readonly segment: number; readonly node: Text; readonly at: number }

/** One turn: its element and the text a reader sees in it. */
export type Row = { readonly element: HTMLElement; readonly pieces: readonly Piece[]; readonly text: string; readonly used: HTMLElement | null }

export type Rows = { readonly list: readonly Row[]; readonly bySegment: ReadonlyMap<number, { row: number; piece: Piece }>; readonly length: number; readonly starts: readonly number[] }

export function readRows(root: HTMLElement): Rows {
  const bySegment = new Map<number, { row: number; piece: Piece }>()
  const starts: number[] = []
  let length = 0
  const list = Array.from(root.querySelectorAll<HTMLElement>('.turn'), (element, row) => {
    const pieces: Piece[] = []
    let text = ''
    for (const span of element.querySelectorAll<HTMLElement>('[data-s]')) {
      const node = span.firstChild
      if (!(node instanceof Text)) continue
      if (text) text += ' '
      const piece = { segment: Number(span.dataset['s']), node, at: text.length }
      pieces.push(piece)
      bySegment.set(piece.segment, { row, piece })
      text += node.data
    }
    starts.push(length)
    length += text.length + 40 // a short row is as high as its padding at least
    return { element, pieces, text, used: element.querySelector<HTMLElement>('.used') }
  })
  return { list, bySegment, length, starts }
}

/** The range of a row's text from `from` to `to` (UTF-16 offsets, end exclusive), on the page. */
export function rangeIn(row: Row, from: number, to: number): Range {
  const range = document.createRange()
  const first = pieceAt(row, from)
  const last = pieceAt(row, Math.max(from, to - 1))
  range.setStart(first.node, Math.min(from - first.at, first.node.length))
  range.setEnd(last.node, Math.min(to - last.at, last.node.length))
  return range
}

function pieceAt(row: Row, offset: number): Piece {
  let found = row.pieces[0]
  for (const piece of row.pieces) {
    if (piece.at > offset) break
    found = piece
  }
  if (!found) throw new Error('A row without text has no ranges.')
  return found
}
