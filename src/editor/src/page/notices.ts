import type { LostText } from '../journal/journal'

/** Notices above the text: why one reads only, and text the server did not take. */
export interface Notices {
  right(notice: string | null): void
  lost(lost: LostText, drop: () => void): void
}

export function notices(host: HTMLElement): Notices {
  const notice = document.createElement('p')
  notice.className = 'cs-notice'
  notice.hidden = true
  notice.setAttribute('role', 'status')
  host.replaceChildren(notice)

  return {
    right(words) {
      notice.textContent = words ?? ''
      notice.hidden = !words
    },
    lost(lost, drop) {
      const panel = document.createElement('section')
      panel.className = 'cs-lost'
      panel.setAttribute('aria-label', 'Text that was not taken')
      const why = document.createElement('strong')
      why.textContent = `What you wrote ${new Date(lost.at).toLocaleString()} could not be added. ${lost.reason}`
      const text = document.createElement('pre')
      text.tabIndex = 0
      text.textContent = lost.text
      const copy = button('Copy the text', () => {
        copyText(lost.text, text).then(() => { copy.textContent = 'Copied' }, () => { copy.textContent = 'Select it above and press Ctrl+C' })
      })
      const done = button('I have it, close', () => {
        panel.remove()
        drop()
      })
      panel.append(why, text, copy, done)
      host.append(panel)
    },
  }
}

function button(words: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.textContent = words
  made.addEventListener('click', act)
  return made
}

// On plain http there is no clipboard interface; then the text is selected for the person's own key.
async function copyText(text: string, shown: HTMLElement): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text)
  getSelection()?.selectAllChildren(shown)
  throw new Error('There is no clipboard here.')
}
