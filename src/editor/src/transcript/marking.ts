// Marks over text without touching the rows: the CSS Custom Highlight API. Where a browser has none, nothing is marked but everything else works.

export type Mark = 'passage' | 'found' | 'found-now'

/** More ranges than a reader can see cost time at every keystroke. */
const mostRanges = 3000

export function mark(name: Mark, ranges: readonly Range[]): void {
  if (typeof Highlight === 'undefined' || !CSS.highlights) return
  if (ranges.length === 0) CSS.highlights.delete(name)
  else {
    const highlight = new Highlight(...ranges.slice(0, mostRanges))
    highlight.priority = name === 'found' ? 0 : name === 'passage' ? 1 : 2
    CSS.highlights.set(name, highlight)
  }
}
