// What was just done, said under the transcript, with the way back.
import { button, element } from './elements'

export type Undo = { readonly offer: (words: string, back: (() => Promise<unknown>) | null) => void }

export function undoLine(host: HTMLElement, failed: (problem: unknown) => string, done: () => void): Undo {
  const line = element('div', 'undo')
  line.setAttribute('role', 'status')
  line.hidden = true
  host.append(line)
  const hide = () => { line.hidden = true; line.replaceChildren() }
  const close = button('✕', 'quiet icon', hide)
  close.setAttribute('aria-label', 'Close')

  const offer: Undo['offer'] = (words, back) => {
    const said = element('span', '', words)
    line.hidden = false
    line.replaceChildren(said)
    if (back) {
      const undo = button('Undo', '', () => {
        undo.disabled = true
        back().then(() => { done(); offer('Undone.', null) }, (problem: unknown) => { said.textContent = `Not undone. ${failed(problem)}`; undo.disabled = false })
      })
      line.append(undo)
    }
    line.append(close)
  }
  return { offer }
}
