import { StateEffect, StateField } from '@codemirror/state'
import type { EvidenceMessage } from '../sync/protocol'

/** What the summary's bullets rest on, and where those bullets stand in the text as it is here. */
export interface EvidenceBook {
  /** Bullet id → a place on its line. */
  places: ReadonlyMap<string, number>
  /** Bullet id → what it rests on. */
  evidence: ReadonlyMap<string, readonly EvidenceMessage[]>
}

/** `places` replaces all known ones; `evidence` those of the bullets it names. */
export interface BookChange {
  places: ReadonlyMap<string, number>
  evidence: ReadonlyMap<string, readonly EvidenceMessage[]>
}

export const changeBook = StateEffect.define<BookChange>()

export const book = StateField.define<EvidenceBook>({
  create: () => ({ places: new Map(), evidence: new Map() }),
  update(known, tr) {
    let { places, evidence } = known
    // Text typed at the start of a line pushes its bullet along, so the place stays on the line.
    if (tr.docChanged && places.size > 0) places = new Map([...places].map(([id, at]) => [id, tr.changes.mapPos(at, 1)]))
    for (const effect of tr.effects) {
      if (!effect.is(changeBook)) continue
      places = effect.value.places
      evidence = new Map([...evidence, ...effect.value.evidence].filter(([, rows]) => rows.length > 0))
    }
    return places === known.places && evidence === known.evidence ? known : { places, evidence }
  },
})
