// Find in the transcript: marks every place, stands on one of them.
import { find, firstFrom, fold, type Hit } from './finding'
import { mark } from './marking'
import { topRow } from './anchor'
import { rangeIn, type Row, type Rows } from './rows'
import type { Scroller } from './scrolling'
import type { Toolbar } from './toolbar'

const mostMarked = 3000

export type Search = {
  readonly hits: () => readonly Hit[]
  /** Takes new rows and looks again. */
  readonly over: (rows: Rows) => void
  /** Empties the field; whether there was something in it. */
  readonly clear: () => boolean
}

export function searching(tools: Toolbar, pane: HTMLElement, scroller: Scroller, changed: () => void, leave: () => void, signal: AbortSignal): Search {
  let rows: Rows | null = null
  let folded: string[] = []
  let hits: Hit[] = []
  let current = 0

  const rangeOf = (hit: Hit) => rangeIn(rows?.list[hit.row] as Row, hit.from, hit.to)

  const stand = (index: number, scroll = true) => {
    current = hits.length === 0 ? 0 : (index + hits.length) % hits.length
    const hit = hits[current]
    tools.count(current, hits.length)
    mark('found-now', hit ? [rangeOf(hit)] : [])
    if (hit && scroll) scroller.to(rangeOf(hit))
  }

  const look = (scroll = true) => {
    hits = find(folded, tools.query.value)
    mark('found', hits.slice(0, mostMarked).map(rangeOf))
    stand(firstFrom(hits, rows ? topRow(rows, pane) : 0), scroll)
    changed()
  }

  const clear = () => {
    if (tools.query.value === '') return false
    tools.query.value = ''
    look()
    return true
  }

  tools.query.addEventListener('input', () => look(), { signal })
  tools.query.addEventListener('keydown', e => {
    if (e.key === 'Enter') {
      e.preventDefault()
      stand(current + (e.shiftKey ? -1 : 1))
    } else if (e.key === 'Escape') {
      e.preventDefault()
      leave()
    }
  }, { signal })
  tools.next.addEventListener('click', () => stand(current + 1), { signal })
  tools.previous.addEventListener('click', () => stand(current - 1), { signal })

  return {
    hits: () => hits,
    over: next => {
      rows = next
      folded = next.list.map(row => fold(row.text))
      if (tools.query.value !== '') look(false)
    },
    clear,
  }
}
