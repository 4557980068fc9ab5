import { ChangeSet, type Text } from '@codemirror/state'

/** The lines that unsent updates touched, as they stand here: what is offered to a person when the server will not take the updates. */
export function unsentText(unsent: readonly ChangeSet[], synced: Text): string {
  const first = unsent[0]
  if (!first) return ''
  const all = unsent.reduce((whole, one) => whole.compose(one), ChangeSet.empty(first.length))
  const here = all.apply(synced)
  const lines = new Set<number>()
  all.iterChangedRanges((_fromA, _toA, from, to) => {
    for (let n = here.lineAt(from).number; n <= here.lineAt(to).number; n++) lines.add(n)
  })
  return [...lines].map(n => here.line(n).text).join('\n')
}

/** A position of the text with unsent updates, said in the text without them. */
export function beforeUnsent(position: number, unsent: readonly ChangeSet[]): number {
  return unsent.reduceRight((at, one) => one.invertedDesc.mapPos(at, -1), position)
}

/** A position of the text without unsent updates, said in the text with them. */
export function afterUnsent(position: number, unsent: readonly ChangeSet[], assoc = -1): number {
  return unsent.reduce((at, one) => one.mapPos(at, assoc), position)
}
