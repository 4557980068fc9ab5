import { RangeSetBuilder, type EditorState, type Extension } from '@codemirror/state'
import { Decoration, EditorView, ViewPlugin, WidgetType, type DecorationSet, type ViewUpdate } from '@codemirror/view'
import type { EvidenceMessage, EvidenceState } from '../sync/protocol'
import { book } from './book'

const states: Record<EvidenceState, { icon: string; word: string; said: string }> = {
  supported: { icon: '', word: '', said: 'supported' },
  weak: { icon: '~', word: 'weak', said: 'weakly supported' },
  unsupported: { icon: '!', word: 'unsupported', said: 'not supported' },
  recheck: { icon: '↻', word: 'recheck', said: 'to be rechecked, the bullet or the transcript was changed since' },
}

class ChipsWidget extends WidgetType {
  constructor(readonly rows: readonly EvidenceMessage[]) { super() }

  override eq(other: ChipsWidget) { return other.rows === this.rows }

  toDOM() {
    const chips = document.createElement('span')
    chips.className = 'cs-chips'
    for (const row of this.rows) chips.append(' ', chipOf(row))
    return chips
  }

  // Focus is the chip's own; a click is answered below, else its link would lead away from the page.
  override ignoreEvent(event: Event) { return event.type !== 'click' }
}

function chipOf(row: EvidenceMessage): HTMLElement {
  const { icon, word, said } = states[row.state]
  const none = row.pieces.length === 0
  const chip = document.createElement('a')
  chip.className = `chip ${row.state}`
  chip.href = none ? '#' : `#s${row.pieces[0]?.segment ?? 0}`
  chip.dataset['evidence'] = row.id
  chip.contentEditable = 'false'
  chip.textContent = [icon, none ? 'no passage found' : row.label, none ? '' : word].filter(part => part !== '').join(' ')
  chip.setAttribute('aria-label', none ? 'No passage found for this bullet' : `Passage at ${row.label}, ${said}`)
  return chip
}

/** The evidence row a chip stands for. */
export function evidenceOf(state: EditorState, chip: Element): EvidenceMessage | null {
  const id = (chip as HTMLElement).dataset['evidence']
  for (const rows of state.field(book).evidence.values()) {
    const row = rows.find(r => r.id === id)
    if (row) return row
  }
  return null
}

function decorate(view: EditorView): DecorationSet {
  const { places, evidence } = view.state.field(book)
  const ends = new Map<number, EvidenceMessage[]>()
  for (const [id, rows] of evidence) {
    const at = places.get(id)
    if (at === undefined || at > view.state.doc.length || !view.visibleRanges.some(r => at >= r.from - 1 && at <= r.to)) continue
    const end = view.state.doc.lineAt(at).to
    ends.set(end, [...ends.get(end) ?? [], ...rows])
  }
  const set = new RangeSetBuilder<Decoration>()
  for (const end of [...ends.keys()].sort((a, b) => a - b))
    set.add(end, end, Decoration.widget({ widget: widgetOf(ends.get(end) ?? []), side: 2 }))
  return set.finish()
}

// The same rows give the same widget, so that a key press draws no chip anew.
let known: ChipsWidget[] = []
function widgetOf(rows: readonly EvidenceMessage[]): ChipsWidget {
  const same = known.find(w => w.rows.length === rows.length && w.rows.every((row, i) => row === rows[i]))
  if (same) return same
  const widget = new ChipsWidget(rows)
  known = [...known.slice(-500), widget]
  return widget
}

const chips = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet
    constructor(view: EditorView) { this.decorations = decorate(view) }
    update(update: ViewUpdate) {
      if (update.docChanged || update.viewportChanged || update.startState.field(book) !== update.state.field(book))
        this.decorations = decorate(update.view)
    }
  },
  { decorations: plugin => plugin.decorations },
)

/** Chips after bullets; a click on one asks the transcript for its passage. */
export function evidenceChips(): Extension {
  return [
    book,
    chips,
    EditorView.domEventHandlers({
      click(event, view) {
        const chip = (event.target as Element).closest('a.chip')
        if (!chip) return false
        event.preventDefault()
        const row = evidenceOf(view.state, chip)
        if (row && row.pieces.length > 0) document.dispatchEvent(new CustomEvent('passage:open', { detail: { pieces: row.pieces, from: chip } }))
        return true
      },
    }),
  ]
}

/** Per segment how many bullets rest on it, for the transcript's margin. */
export function tellCited(state: EditorState): void {
  const cited: Record<number, number> = {}
  for (const rows of state.field(book).evidence.values())
    for (const segment of new Set(rows.flatMap(row => row.pieces.map(piece => piece.segment)))) cited[segment] = (cited[segment] ?? 0) + 1
  document.dispatchEvent(new CustomEvent('passages:changed', { detail: { cited } }))
}
