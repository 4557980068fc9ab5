import { EditorState, Transaction, type Extension } from '@codemirror/state'

/** U+0000 and halves of surrogate pairs are refused by the server, so what is typed or pasted never holds them. */
export function wellFormed(): Extension {
  return EditorState.transactionFilter.of(tr => {
    if (!tr.docChanged || tr.annotation(Transaction.remote)) return tr
    const changes: { from: number; to: number; insert: string }[] = []
    let dirty = false
    tr.changes.iterChanges((from, to, _fromB, _toB, inserted) => {
      const text = inserted.toString()
      const clean = cleaned(text)
      dirty ||= clean !== text
      changes.push({ from, to, insert: clean })
    })
    return dirty ? [{ changes, userEvent: 'input.paste', scrollIntoView: true }] : tr
  })
}

export function cleaned(text: string): string {
  return text.replace(/\0/gu, '').replace(/\p{Surrogate}/gu, '\uFFFD')
}
