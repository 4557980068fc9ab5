import type { EditorView } from '@codemirror/view'
import { evidenceOf } from './chips'

/** The quote behind a chip, shown while the chip is pointed at or focused. Returns how to take the card away for good. */
export function quoteCard(view: EditorView): () => void {
  const card = document.createElement('div')
  card.className = 'cs-card'
  card.id = `cs-card-${Math.random().toString(36).slice(2)}`
  card.setAttribute('role', 'tooltip')
  card.hidden = true
  document.body.append(card)
  let shown: Element | null = null

  const hide = () => {
    shown?.removeAttribute('aria-describedby')
    shown = null
    card.hidden = true
  }
  const show = (event: Event) => {
    const chip = (event.target as Element).closest?.('a.chip')
    if (!chip || chip === shown) return
    const row = evidenceOf(view.state, chip)
    if (!row) return hide()
    hide()
    shown = chip
    const who = document.createElement('strong')
    who.textContent = row.pieces.length > 0 ? [row.speaker, row.label].filter(Boolean).join(' · ') : 'No passage of the transcript says this.'
    const quotes = row.pieces.map(piece => {
      const quote = document.createElement('q')
      quote.textContent = piece.quote
      return quote
    })
    const why = document.createElement('em')
    why.textContent = row.reason ?? ''
    card.replaceChildren(who, ...(row.reason ? [why] : []), ...quotes)
    card.hidden = false
    chip.setAttribute('aria-describedby', card.id)
    const at = chip.getBoundingClientRect()
    const size = card.getBoundingClientRect()
    const below = at.bottom + size.height + 12 < innerHeight
    card.style.top = `${below ? at.bottom + 6 : Math.max(8, at.top - size.height - 6)}px`
    card.style.left = `${Math.max(8, Math.min(at.left, innerWidth - size.width - 8))}px`
  }
  const leave = (event: Event) => {
    const next = (event as PointerEvent).relatedTarget as Element | null
    if (!next || (next !== card && !card.contains(next) && next.closest?.('a.chip') !== shown)) hide()
  }
  const key = (event: KeyboardEvent) => { if (event.key === 'Escape') hide() }

  const dom = view.dom
  dom.addEventListener('pointerover', show)
  dom.addEventListener('focusin', show)
  dom.addEventListener('pointerout', leave)
  dom.addEventListener('focusout', leave)
  card.addEventListener('pointerleave', leave)
  document.addEventListener('keydown', key)
  addEventListener('scroll', hide, { capture: true, passive: true })
  return () => {
    removeEventListener('scroll', hide, { capture: true })
    document.removeEventListener('keydown', key)
    card.remove()
  }
}
