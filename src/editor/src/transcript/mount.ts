// The transcript pane: rows fetched once, found, marked, scrolled, with the parts of the talk that bullets rest on.
import type { PassagePiece } from './events'
import { correcting } from '../correcting'
import { citing } from './citing'
import { isDialogOpen, isTyping } from './keys'
import { mark } from './marking'
import { anchor } from './anchor'
import { rangeIn, readRows, type Row, type Rows } from './rows'
import { scrollerOf } from './scrolling'
import { searching } from './searching'
import { toolbar } from './toolbar'

export type TranscriptOptions = {
  /** Where the rows come from. */
  readonly url: string
  /** The transcript is wanted now: on a narrow screen it has to be brought to the front. */
  readonly onOpen?: () => void
  /** Whether this person may change the transcript. */
  readonly mayEdit?: boolean
}

export type MountedTranscript = {
  /** The transcript changed on the server. */
  readonly refresh: () => void
  readonly dispose: () => void
}

export function mountTranscript(host: HTMLElement, options: TranscriptOptions): MountedTranscript {
  const gone = new AbortController()
  const { signal } = gone
  const tools = toolbar()
  const pane = rowsPane()
  const jump = jumpButton()
  const scroller = scrollerOf(pane)
  const cited = citing(pane, scroller, signal)
  const redraw = () => cited.draw(tools.element.offsetHeight + 4, search.hits())
  const search = searching(tools, pane, scroller, redraw, () => { clear(); pane.focus({ preventScroll: true }) }, signal)
  let rows: Rows | null = null
  let passage: readonly Range[] = []
  let waiting: readonly PassagePiece[] | null = null
  let stale = false
  host.classList.add('transcript')
  host.replaceChildren(tools.element, pane, cited.strip, jump)
  const corrects = options.mayEdit ? correcting(host, tools.element, pane, options.url, () => refresh(), signal) : null

  const open = (pieces: readonly PassagePiece[]) => {
    options.onOpen?.()
    if (!rows) { waiting = pieces; return }
    passage = rangesOf(rows, pieces)
    mark('passage', passage)
    showAll()
    const first = passage[0]
    jump.hidden = !(first && scroller.isBusy())
    if (first && jump.hidden) scroller.to(first)
  }

  const clear = () => {
    const wasOpen = passage.length > 0
    passage = []
    mark('passage', [])
    jump.hidden = true
    search.clear()
    if (wasOpen) document.dispatchEvent(new CustomEvent('passage:closed'))
  }

  const showAll = () => {
    tools.citedOnly.checked = false
    host.classList.remove('cited-only')
  }

  const draw = async () => {
    const answer = await fetch(options.url, { signal, credentials: 'same-origin', cache: 'no-cache' })
    if (!answer.ok) throw new Error(answer.status === 404 ? 'It is no longer there for you.' : `The server answered ${answer.status}.`)
    const html = await answer.text()
    if (corrects?.isBusy()) return // drawn anew when the turn is closed
    const stay = rows && anchor(rows, pane)
    // Rows come encoded from our own server; see TurnRowHtml.
    pane.innerHTML = html
    rows = readRows(pane)
    cited.over(rows)
    search.over(rows)
    corrects?.over(rows)
    stay?.(rows)
    redraw()
  }

  const refresh = () => {
    if (!rows) return
    passage = []
    mark('passage', [])
    // What stands there stays; it is asked for again when the page is looked at next.
    void draw().catch(() => { stale = true })
  }

  const load = async () => {
    pane.textContent = 'Loading the transcript…'
    try {
      await draw()
      if (waiting) open(waiting)
    } catch (problem) {
      if (!signal.aborted) pane.replaceChildren(...tryAgain(problem, () => void load()))
    }
  }

  tools.citedOnly.addEventListener('change', () => host.classList.toggle('cited-only', tools.citedOnly.checked), { signal })
  jump.addEventListener('click', () => { jump.hidden = true; if (passage[0]) scroller.to(passage[0]) }, { signal })
  document.addEventListener('passage:open', e => open(e.detail.pieces), { signal })
  document.addEventListener('passages:changed', e => { cited.count(e.detail.cited); redraw() }, { signal })
  document.addEventListener('keydown', e => {
    if (e.key === 'Escape' && !e.defaultPrevented && !isDialogOpen()) clear()
    if (isTyping(e)) return
    if (e.key === '/') { e.preventDefault(); options.onOpen?.(); tools.query.focus(); tools.query.select() }
    if (e.key === '[' || e.key === ']') { e.preventDefault(); cited.step(e.key === ']' ? 1 : -1) }
  }, { signal })
  document.addEventListener('visibilitychange', () => { if (stale) { stale = false; refresh() } }, { signal })
  const resized = new ResizeObserver(redraw)
  resized.observe(host)
  void load()

  return {
    refresh,
    dispose: () => {
      gone.abort()
      resized.disconnect()
      scroller.dispose()
      for (const name of ['passage', 'found', 'found-now'] as const) mark(name, [])
      host.replaceChildren()
    },
  }
}

function rangesOf(rows: Rows, pieces: readonly PassagePiece[]): Range[] {
  return pieces.flatMap(piece => {
    const found = rows.bySegment.get(piece.segment)
    if (!found) return []
    const at = found.piece.at
    return [rangeIn(rows.list[found.row] as Row, at + piece.start, at + Math.max(piece.end, piece.start + 1))]
  })
}

function rowsPane(): HTMLElement {
  const pane = document.createElement('div')
  pane.className = 'rows'
  pane.tabIndex = 0
  pane.setAttribute('role', 'region')
  pane.setAttribute('aria-label', 'What was said')
  return pane
}

function jumpButton(): HTMLButtonElement {
  const jump = document.createElement('button')
  jump.type = 'button'
  jump.className = 'btn primary jump'
  jump.textContent = 'Jump to passage'
  jump.hidden = true
  return jump
}

function tryAgain(problem: unknown, act: () => void): Node[] {
  const again = document.createElement('button')
  again.type = 'button'
  again.className = 'btn'
  again.textContent = 'Try again'
  again.addEventListener('click', act, { once: true })
  const why = problem instanceof TypeError ? 'The server cannot be reached.' : problem instanceof Error ? problem.message : ''
  return [document.createTextNode(`The transcript could not be loaded. ${why} `), again]
}
