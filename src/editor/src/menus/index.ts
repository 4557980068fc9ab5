// What can be done with a bullet or a section beside typing: written anew, linked to its passage, asked where it comes from.
import { isTyping } from '../transcript/keys'
import { placeAtCursor } from './buttons'
import { openMenu, type Entry } from './menu'
import type { Place } from './places'
import { selectedPieces, type SelectedPiece } from './selected'

export type Action = 'rewrite' | 'rewrite-new' | 'section' | 'section-new' | 'find' | 'why' | 'link'

/** The circuit, which may be gone. */
export type Circuit = { invokeMethodAsync(method: string, ...args: unknown[]): Promise<unknown> }

export function mountMenus(circuit: Circuit): { dispose: () => void } {
  const gone = new AbortController()
  const { signal } = gone
  const act = (action: Action, place: Place | null, pieces: readonly SelectedPiece[] = []) => {
    void circuit.invokeMethodAsync('ActAsync', action, place, pieces).catch(() => { /* the page says that it is offline */ })
  }

  document.addEventListener('bullet:menu', e => {
    const { place, at, back } = e.detail
    const entry = (words: string, action: Action): Entry => ({ words, act: () => act(action, place) })
    const entries = place.kind === 'bullet'
      ? [entry('Write anew, same passage', 'rewrite'), entry('Write anew from another passage', 'rewrite-new'), entry('Find its passage', 'find'), entry('Why this bullet', 'why')]
      : [entry('Write this section anew, same passages', 'section'), entry('Write this section anew from other passages', 'section-new')]
    openMenu(place.kind === 'bullet' ? 'This bullet' : 'This section', entries, at, back)
  }, { signal })

  const offer = linkOffer(() => link())
  const pane = () => document.querySelector<HTMLElement>('.transcript .rows')
  const link = () => {
    const rows = pane()
    const selected = rows && selectedPieces(rows)
    offer.hide()
    if (selected) act('link', placeAtCursor(), selected.pieces)
    return selected !== null
  }
  document.addEventListener('keydown', e => {
    if (e.key === 'l' && !isTyping(e) && link()) e.preventDefault()
  }, { signal })
  document.addEventListener('selectionchange', () => {
    const rows = pane()
    const selected = rows && getSelection()?.anchorNode && rows.contains(getSelection()?.anchorNode ?? null) ? selectedPieces(rows) : null
    if (selected && placeAtCursor()?.kind === 'bullet') offer.show(selected.box)
    else offer.hide()
  }, { signal })

  return { dispose: () => { gone.abort(); offer.remove() } }
}

function linkOffer(act: () => void): { show: (at: DOMRect) => void; hide: () => void; remove: () => void } {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'cs-offer'
  button.textContent = 'Add as evidence (l)'
  button.hidden = true
  button.addEventListener('mousedown', e => e.preventDefault())
  button.addEventListener('click', act)
  const around = document.querySelector('main') ?? document.body
  around.append(button)
  return {
    show: at => {
      button.hidden = false
      const size = button.getBoundingClientRect()
      button.style.top = `${at.bottom + size.height + 10 < innerHeight ? at.bottom + 6 : Math.max(8, at.top - size.height - 6)}px`
      button.style.left = `${Math.max(8, Math.min(at.left, innerWidth - size.width - 8))}px`
    },
    hide: () => { button.hidden = true },
    remove: () => button.remove(),
  }
}
