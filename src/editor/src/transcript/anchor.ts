import type { Row, Rows } from './rows'

/** Remembers what stands at the top of the pane; the function it gives brings that back there after the rows were drawn anew. */
export function anchor(rows: Rows, pane: HTMLElement): (next: Rows) => void {
  const top = pane.getBoundingClientRect().top
  const first = rows.list[topRow(rows, pane)]
  const segment = first?.pieces[0]?.segment
  const offset = first ? first.element.getBoundingClientRect().top - top : 0
  return next => {
    const row = segment === undefined ? undefined : next.bySegment.get(segment)?.row
    const element = row === undefined ? undefined : next.list[row]?.element
    if (!element) return
    // Rows take their true height only once they are near the view.
    const place = (left: number) => {
      pane.scrollTop += element.getBoundingClientRect().top - pane.getBoundingClientRect().top - offset
      if (left > 0) requestAnimationFrame(() => place(left - 1))
    }
    place(5)
  }
}

/** The first row that reaches into the pane, by halving: measuring all rows would lay all of them out. */
export function topRow(rows: Rows, pane: HTMLElement): number {
  const top = pane.getBoundingClientRect().top
  let low = 0
  let high = rows.list.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows.list[middle] as Row).element.getBoundingClientRect().bottom > top) high = middle
    else low = middle + 1
  }
  return Math.max(0, low)
}
