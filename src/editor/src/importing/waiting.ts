// The files that wait beside the talk being looked at, and the ways to add to it.
import type { Queue } from './queue'

export type WaitingActs = { readonly join: (file: File) => void; readonly skip: () => void; readonly all: () => void }

export function drawWaiting(host: HTMLElement, queue: Queue, refused: boolean, acts: WaitingActs): void {
  const rest = queue.waiting.slice(1)
  host.replaceChildren()
  if (rest.length === 0 && !refused) return
  const list = document.createElement('ul')
  for (const talk of rest) {
    const item = document.createElement('li')
    const name = document.createElement('span')
    name.textContent = talk.map(file => file.name).join(' + ')
    item.append(name)
    const file = talk[0]
    if (file && talk.length === 1 && !refused) item.append(button('Part of this talk', `${file.name} is a part of this talk`, () => acts.join(file)))
    list.append(item)
  }
  const head = document.createElement('div')
  head.className = 'row'
  const title = document.createElement('strong')
  title.textContent = rest.length === 0 ? '' : rest.length === 1 ? '1 more file waits' : `${rest.length} more files wait`
  head.append(title)
  if (rest.length > 0 && !refused) head.append(button('Import all as they are', 'Import this and all that wait as they are', acts.all))
  if (refused && rest.length > 0) head.append(button('Leave this file out', 'Leave this file out and go on', acts.skip))
  host.append(head, list)
}

function button(text: string, label: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'btn'
  made.textContent = text
  made.setAttribute('aria-label', label)
  made.addEventListener('click', act)
  return made
}
