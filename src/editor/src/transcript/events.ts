// What editor and transcript say to each other, on `document`.

export type PassagePiece = { readonly segment: number; readonly start: number; readonly end: number; readonly quote: string }
export type PassageOpen = { readonly pieces: readonly PassagePiece[]; readonly from?: Element | null }
/** Per segment how many bullets rest on it; segments no bullet rests on may be left out. */
export type Cited = Readonly<Record<number, number>>
export type PassagesChanged = { readonly cited: Cited }

declare global {
  interface DocumentEventMap {
    'passage:open': CustomEvent<PassageOpen>
    'passages:changed': CustomEvent<PassagesChanged>
    'passage:closed': CustomEvent<undefined>
  }
}
