// Text selected in the transcript, as places in its segments.

export type SelectedPiece = { readonly segment: number; readonly start: number; readonly end: number }

const mostSegments = 40

/** Null: nothing of the transcript is selected. */
export function selectedPieces(pane: ParentNode): { pieces: SelectedPiece[]; box: DOMRect } | null {
  const selection = getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const pieces: SelectedPiece[] = []
  for (const span of pane.querySelectorAll<HTMLElement>('[data-s]')) {
    const node = span.firstChild
    if (!(node instanceof Text) || !range.intersectsNode(node)) continue
    const from = range.startContainer === node ? range.startOffset : 0
    const to = range.endContainer === node ? range.endOffset : node.length
    const said = node.data.slice(from, to)
    const start = from + (said.length - said.trimStart().length)
    const end = from + said.trimEnd().length
    if (end > start) pieces.push({ segment: Number(span.dataset['s']), start, end })
    if (pieces.length === mostSegments) break
  }
  return pieces.length > 0 ? { pieces, box: range.getBoundingClientRect() } : null
}
