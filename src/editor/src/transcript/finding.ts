// Find as you type over the rows' text.

export type Hit = { readonly row: number; readonly from: number; readonly to: number }

/** Lower case with the length kept: a letter whose lower case is longer stands for itself, so offsets stay true. */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  if (lower.length === text.length) return lower
  return Array.from(text, unit => {
    const one = unit.toLowerCase()
    return one.length === unit.length ? one : unit
  }).join('')
}

/** Every place the words stand, in order; case and repeated spaces in the query do not count. */
export function find(folded: readonly string[], query: string): Hit[] {
  const words = fold(query.trim().replace(/\s+/g, ' '))
  const hits: Hit[] = []
  if (!words) return hits
  folded.forEach((text, row) => {
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) hits.push({ row, from: at, to: at + words.length })
  })
  return hits
}

/** The hit to stand on first: the first one at or below the row at the top of the pane, else the very first. */
export function firstFrom(hits: readonly Hit[], row: number): number {
  const at = hits.findIndex(hit => hit.row >= row)
  return at < 0 ? 0 : at
}
