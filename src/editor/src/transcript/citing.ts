// How many bullets rest on each row: the number beside it, the strip, and the way from one cited passage to the next.
import { placeOf, rowAt, stretches, usedByRow } from './coverage'
import type { Cited } from './events'
import type { Hit } from './finding'
import type { Row, Rows } from './rows'
import type { Scroller } from './scrolling'

const mostPlaces = 400

export type Citing = {
  readonly strip: HTMLElement
  readonly over: (rows: Rows) => void
  readonly count: (cited: Cited) => void
  readonly draw: (top: number, hits: readonly Hit[]) => void
  /** To the next stretch that bullets rest on, or the one before. */
  readonly step: (by: 1 | -1) => void
}

export function citing(pane: HTMLElement, scroller: Scroller, signal: AbortSignal): Citing {
  const strip = document.createElement('div')
  strip.className = 'cover'
  strip.setAttribute('aria-hidden', 'true')
  let rows: Rows = { list: [], bySegment: new Map(), length: 0, starts: [] }
  let cited: Cited = {}
  let used: number[] = []

  const show = () => {
    used = usedByRow(rows, cited)
    rows.list.forEach((row, index) => showUsed(row, used[index] ?? 0))
  }

  strip.addEventListener('click', e => {
    const box = strip.getBoundingClientRect()
    const row = rows.list[rowAt(rows, (e.clientY - box.top) / box.height)]
    if (row) scroller.to(row.element)
  }, { signal })

  return {
    strip,
    over: next => { rows = next; show() },
    count: next => { cited = next; show() },
    draw: (top, hits) => {
      strip.style.top = `${top}px`
      const marks = stretches(rows, used).map(({ from, to }) => bar(from, to - from, ''))
      const places = [...new Set(hits.slice(0, mostPlaces).map(hit => placeOf(rows, hit.row)))].map(place => bar(place, 0, 'hit'))
      strip.replaceChildren(...marks, ...places)
    },
    step: by => {
      const third = pane.getBoundingClientRect().top + pane.clientHeight / 3 + 2
      const here = rows.list.findIndex(row => row.element.getBoundingClientRect().bottom > third)
      for (let row = here + by; row >= 0 && row < used.length; row += by) {
        const isFirstOfStretch = used[row] && !used[row - 1]
        if (isFirstOfStretch) return scroller.to((rows.list[row] as Row).element)
      }
    },
  }
}

function showUsed(row: Row, count: number): void {
  row.element.classList.toggle('cited', count > 0)
  if (!row.used) return
  row.used.classList.toggle('yes', count > 0)
  row.used.textContent = count > 0 ? String(count) : ''
  if (count > 0) row.used.title = count === 1 ? '1 bullet rests on this' : `${count} bullets rest on this`
  else row.used.removeAttribute('title')
}

function bar(from: number, size: number, name: string): HTMLElement {
  const made = document.createElement('i')
  made.className = name
  made.style.top = `${from * 100}%`
  if (size > 0) made.style.height = `${size * 100}%`
  return made
}
