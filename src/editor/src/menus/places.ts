// Which bullet or heading is meant, in words the server can find again although the text moves under it.
import { EditorView } from '@codemirror/view'
import { book } from '../evidence/book'

export type Place = {
  readonly kind: 'bullet' | 'heading'
  /** The bullet's id where this page knows it: bullets that rest on something. */
  readonly id: string | null
  /** Words of the line, without its marks. */
  readonly text: string
  /** Where the line starts in the text as it stands here. */
  readonly at: number
}

const bulletLine = /^\s*(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?(.*)$/
const headingLine = /^#{1,6}\s+(.*)$/

export function kindOf(line: string): Place['kind'] | null {
  return headingLine.test(line) ? 'heading' : bulletLine.test(line) ? 'bullet' : null
}

export function placeAt(view: EditorView, position: number): Place | null {
  const line = view.state.doc.lineAt(position)
  const kind = kindOf(line.text)
  if (!kind) return null
  const text = (kind === 'heading' ? headingLine : bulletLine).exec(line.text)?.[1]?.trim() ?? ''
  const known = [...view.state.field(book).places].find(([, at]) => at >= line.from && at <= line.to)
  return { kind, id: kind === 'bullet' ? known?.[0] ?? null : null, text, at: line.from }
}
