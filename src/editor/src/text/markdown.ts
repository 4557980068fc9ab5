import { markdown, markdownLanguage } from '@codemirror/lang-markdown'
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { RangeSetBuilder, type Extension } from '@codemirror/state'
import { Decoration, ViewPlugin, type DecorationSet, type EditorView, type ViewUpdate } from '@codemirror/view'
import { tags } from '@lezer/highlight'

const style = HighlightStyle.define([
  { tag: tags.heading1, class: 'cs-h1' },
  { tag: tags.heading2, class: 'cs-h2' },
  { tag: [tags.heading3, tags.heading4, tags.heading5, tags.heading6], class: 'cs-h3' },
  { tag: tags.strong, fontWeight: '650' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: tags.strikethrough, textDecoration: 'line-through' },
  { tag: tags.monospace, fontFamily: 'var(--mono, monospace)', fontSize: '.93em' },
  { tag: tags.link, color: 'var(--accent)' },
  { tag: tags.url, color: 'var(--ink-3)' },
  { tag: tags.quote, color: 'var(--ink-2)' },
  { tag: [tags.processingInstruction, tags.contentSeparator], class: 'cs-mark' },
])

const lines = [0, 1, 2, 3].map(depth => Decoration.line({ class: `cs-bullet cs-depth-${depth}` }))
const bullet = /^([ \t]*)[-*][ \t]/u

// Wrapped words of a bullet stand under its first word, not under its dash.
function decorate(view: EditorView): DecorationSet {
  const set = new RangeSetBuilder<Decoration>()
  for (const { from, to } of view.visibleRanges) {
    for (let line = view.state.doc.lineAt(from); ; line = view.state.doc.line(line.number + 1)) {
      const found = bullet.exec(line.text)
      const depth = found ? Math.min(3, Math.floor((found[1] ?? '').replaceAll('\t', '    ').length / 2)) : -1
      const decoration = lines[depth]
      if (decoration) set.add(line.from, line.from, decoration)
      if (line.to >= to || line.number === view.state.doc.lines) break
    }
  }
  return set.finish()
}

const bulletLines = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet
    constructor(view: EditorView) { this.decorations = decorate(view) }
    update(update: ViewUpdate) {
      if (update.docChanged || update.viewportChanged) this.decorations = decorate(update.view)
    }
  },
  { decorations: plugin => plugin.decorations },
)

/** Summaries are Markdown: headings and bullets, shown as such while they are typed. */
export function summaryText(): Extension {
  return [markdown({ base: markdownLanguage, addKeymap: true, completeHTMLTags: false, pasteURLAsLink: false }), syntaxHighlighting(style), bulletLines]
}
