// Which parts of the talk bullets rest on, as stretches of a strip from 0 to 1.
import type { Cited } from './events'
import type { Rows } from './rows'

export type Stretch = { readonly from: number; readonly to: number }

/** How many bullets rest on each row: the most that rest on one of its segments. */
export function usedByRow(rows: Rows, cited: Cited): number[] {
  return rows.list.map(row => row.pieces.reduce((most, piece) => Math.max(most, cited[piece.segment] ?? 0), 0))
}

/** Neighboring cited rows joined. Heights follow the length of the text: measured ones would need every row laid out. */
export function stretches(rows: Rows, used: readonly number[]): Stretch[] {
  const found: Stretch[] = []
  rows.list.forEach((_, row) => {
    if (!used[row]) return
    const from = placeOf(rows, row)
    const to = placeOf(rows, row + 1)
    const before = found.at(-1)
    if (before && before.to === from) found[found.length - 1] = { from: before.from, to }
    else found.push({ from, to })
  })
  return found
}

/** Where a row begins, 0 to 1. */
export function placeOf(rows: Rows, row: number): number {
  return rows.length === 0 ? 0 : (rows.starts[row] ?? rows.length) / rows.length
}

/** The row at a place of the strip. */
export function rowAt(rows: Rows, place: number): number {
  const target = place * rows.length
  let low = 0
  let high = rows.starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((rows.starts[middle] ?? 0) <= target) low = middle
    else high = middle - 1
  }
  return low
}
