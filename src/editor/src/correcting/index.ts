// Everything that changes a kept transcript, from the pane it is read in.
import type { Row, Rows } from '../transcript/rows'
import { button, count, element } from './elements'
import { parseAgain } from './parsing'
import { requestsTo, wordsOf, type TurnWish } from './requests'
import { editSpeakers, speakersOf } from './speakers'
import { editTurn } from './turn'
import { undoLine } from './undo'

export type Correcting = {
  readonly over: (rows: Rows) => void
  /** Somebody writes in a turn: rows must not be drawn anew under them. */
  readonly isBusy: () => boolean
}

export function correcting(host: HTMLElement, tools: HTMLElement, pane: HTMLElement, url: string, reload: () => void, signal: AbortSignal): Correcting {
  const requests = requestsTo(url, signal)
  const undo = undoLine(host, wordsOf, reload)
  let rows: Rows | null = null
  let close: (() => void) | null = null

  const open = (row: Row) => {
    close?.()
    const names = rows ? speakersOf(rows).map(speaker => speaker.name) : []
    close = editTurn(row, names, requests, {
      saved: ({ rechecks }, back: TurnWish) => undo.offer(
        `Corrected.${rechecks > 0 ? ` Evidence of ${count(rechecks, 'bullet')} is to be rechecked.` : ''}`,
        () => requests.correct(back),
      ),
      closed: () => { close = null; reload(); row.element.querySelector<HTMLElement>('.fix')?.focus() },
    })
  }
  const rowOf = (target: EventTarget | null) => {
    const turn = target instanceof Element ? target.closest('.turn') : null
    return rows?.list.find(row => row.element === turn) ?? null
  }

  const mode = button('Correct words', 'entry', () => show(!host.classList.contains('correcting')))
  mode.setAttribute('aria-pressed', 'false')
  const show = (on: boolean) => {
    host.classList.toggle('correcting', on)
    mode.setAttribute('aria-pressed', String(on))
    menu.open = false
    for (const old of pane.querySelectorAll('.fix')) old.remove()
    if (on) for (const row of rows?.list ?? []) row.element.append(pencil(row))
  }
  const pencil = (row: Row) => {
    const made = button('✎', 'quiet icon fix', () => open(row))
    made.setAttribute('aria-label', `Correct the turn at ${row.element.querySelector('.at')?.textContent ?? ''}`)
    return made
  }

  const speakers = button('Speakers', 'quiet', () => {
    if (rows) editSpeakers(host, speakersOf(rows), requests, (words, names) => {
      reload()
      undo.offer(words, names && (() => requests.putNamesBack(names)))
    })
  })
  const parse = button('Parse again as …', 'entry', () => {
    menu.open = false
    parseAgain(host, requests, before => {
      reload()
      undo.offer('The file was parsed again; evidence moved along.', () => requests.parse(before, false))
    })
  })
  const summary = element('summary', 'btn quiet icon', '⋯')
  summary.setAttribute('aria-label', 'More for the transcript')
  const menu = element('details', 'menu', summary, element('div', '', mode, parse))
  tools.append(speakers, menu)

  pane.addEventListener('dblclick', e => {
    const row = rowOf(e.target)
    if (!row || (e.target as Element).closest('.fix-form, .was')) return
    getSelection()?.removeAllRanges()
    open(row)
  }, { signal })
  document.addEventListener('click', e => { if (menu.open && !(e.target instanceof Node && menu.contains(e.target))) menu.open = false }, { signal })

  return {
    over: next => { rows = next; if (host.classList.contains('correcting')) show(true) },
    isBusy: () => close !== null,
  }
}
