import { RangeSetBuilder, type Extension } from '@codemirror/state'
import { Decoration, EditorView, keymap, ViewPlugin, WidgetType, type DecorationSet, type ViewUpdate } from '@codemirror/view'
import { kindOf, placeAt, type Place } from './places'

export type MenuAsked = { readonly place: Place; readonly at: DOMRect; readonly back: () => void }

declare global {
  interface DocumentEventMap { 'bullet:menu': CustomEvent<MenuAsked> }
}

let open: EditorView | null = null

/** The bullet or heading the cursor is on, also while something else has the focus. */
export function placeAtCursor(): Place | null {
  return open ? placeAt(open, open.state.selection.main.head) : null
}

class MoreWidget extends WidgetType {
  constructor(readonly kind: Place['kind']) { super() }

  override eq(other: MoreWidget) { return other.kind === this.kind }

  toDOM(view: EditorView) {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'cs-more-acts'
    button.contentEditable = 'false'
    button.tabIndex = -1 // by keyboard it is Ctrl+. on the line
    button.setAttribute('aria-label', this.kind === 'bullet' ? 'Actions for this bullet' : 'Actions for this section')
    button.setAttribute('aria-haspopup', 'menu')
    button.addEventListener('mousedown', e => e.preventDefault())
    button.addEventListener('click', () => {
      const place = placeAt(view, view.posAtDOM(button))
      if (place) ask(place, button.getBoundingClientRect(), () => view.focus())
    })
    return button
  }

  override ignoreEvent() { return true }
}

const more = { bullet: Decoration.widget({ widget: new MoreWidget('bullet'), side: 3 }), heading: Decoration.widget({ widget: new MoreWidget('heading'), side: 3 }) }

function ask(place: Place, at: DOMRect, back: () => void): void {
  document.dispatchEvent(new CustomEvent('bullet:menu', { detail: { place, at, back } }))
}

function decorate(view: EditorView): DecorationSet {
  const set = new RangeSetBuilder<Decoration>()
  if (view.state.readOnly) return set.finish()
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to;) {
      const line = view.state.doc.lineAt(at)
      const kind = kindOf(line.text)
      if (kind) set.add(line.to, line.to, more[kind])
      at = line.to + 1
    }
  }
  return set.finish()
}

const buttons = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet
    constructor(readonly view: EditorView) {
      open = view
      this.decorations = decorate(view)
    }
    update(update: ViewUpdate) {
      if (update.docChanged || update.viewportChanged || update.startState.readOnly !== update.state.readOnly) this.decorations = decorate(update.view)
    }
    destroy() { if (open === this.view) open = null }
  },
  { decorations: plugin => plugin.decorations },
)

/** "⋯" behind bullets and headings, and Ctrl+. on their line. */
export function actButtons(): Extension {
  return [
    buttons,
    keymap.of([{
      key: 'Mod-.',
      run: view => {
        const place = view.state.readOnly ? null : placeAt(view, view.state.selection.main.head)
        const at = view.coordsAtPos(view.state.selection.main.head)
        if (!place || !at) return false
        ask(place, new DOMRect(at.left, at.top, 0, at.bottom - at.top), () => view.focus())
        return true
      },
    }]),
  ]
}
