import { StateEffect, StateField, type Extension, type Range } from '@codemirror/state'
import { Decoration, EditorView, WidgetType, type DecorationSet } from '@codemirror/view'
import { colorOf } from './palette'

/** Somebody else's selection, in the text as it stands here. */
export interface RemoteCursor {
  id: string
  name: string
  color: number
  anchor: number
  head: number
}

export const placeCursors = StateEffect.define<RemoteCursor[]>()
export const keepCursorsOf = StateEffect.define<ReadonlySet<string>>()

class CaretWidget extends WidgetType {
  constructor(readonly name: string, readonly color: number) { super() }

  override eq(other: CaretWidget) { return other.name === this.name && other.color === this.color }

  toDOM() {
    const caret = document.createElement('span')
    caret.className = 'cs-caret'
    caret.style.setProperty('--person', colorOf(this.color))
    caret.setAttribute('aria-hidden', 'true')
    const name = document.createElement('b')
    name.textContent = this.name
    caret.append('\u2060', name, '\u2060')
    return caret
  }

  override ignoreEvent() { return true }
}

const cursors = StateField.define<ReadonlyMap<string, RemoteCursor>>({
  create: () => new Map(),
  update(known, tr) {
    let next = known
    if (tr.docChanged && known.size > 0)
      next = new Map([...known].map(([id, c]) => [id, { ...c, anchor: tr.changes.mapPos(c.anchor), head: tr.changes.mapPos(c.head) }]))
    for (const effect of tr.effects) {
      if (effect.is(placeCursors)) next = new Map([...next, ...effect.value.map(c => [c.id, c] as const)])
      if (effect.is(keepCursorsOf)) next = new Map([...next].filter(([id]) => effect.value.has(id)))
    }
    return next
  },
  provide: field => EditorView.decorations.from(field, known => decorate([...known.values()])),
})

function decorate(known: readonly RemoteCursor[]): DecorationSet {
  const ranges: Range<Decoration>[] = []
  for (const { anchor, head, name, color } of known) {
    const [from, to] = anchor < head ? [anchor, head] : [head, anchor]
    if (from < to) ranges.push(Decoration.mark({ class: 'cs-selected', attributes: { style: `--person: ${colorOf(color)}` } }).range(from, to))
    ranges.push(Decoration.widget({ widget: new CaretWidget(name, color), side: head > anchor ? -1 : 1 }).range(head))
  }
  return Decoration.set(ranges, true)
}

export function remoteCursors(): Extension {
  return cursors
}
