import type { ChangeDesc, ChangeSet } from '@codemirror/state'

/** How far back positions of older versions are followed. */
const longest = 1000

/** The last updates in the server's order, so that a position of an earlier version finds its place in the present one. */
export interface Trail {
  add(version: number, changes: ChangeSet): void
  /** Where a position of an earlier version lies now; null when that version is too old or not reached yet. */
  map(position: number, version: number, assoc: number): number | null
}

export function openTrail(): Trail {
  const steps: { version: number; changes: ChangeDesc }[] = []
  return {
    add(version, changes) {
      steps.push({ version, changes: changes.desc })
      if (steps.length > longest * 2) steps.splice(0, longest)
    },
    map(position, version, assoc) {
      const newest = steps.at(-1)
      if (!newest || version === newest.version) return position
      if (version > newest.version) return null
      const first = steps.length - (newest.version - version)
      if (first < 0) return null
      let at = position
      for (const { changes } of steps.slice(first)) {
        if (at > changes.length) return null
        at = changes.mapPos(at, assoc)
      }
      return at
    },
  }
}
