import type { Status } from '../sync/host'

/** "Saved · v412" and its like, with a voice for screen readers that speaks when something changed for the person. */
export interface SavedLine {
  show(status: Status): void
  say(words: string): void
}

export function savedLine(host: HTMLElement, lasting: () => boolean): SavedLine {
  const line = document.createElement('span')
  const dot = document.createElement('i')
  const words = document.createElement('span')
  dot.setAttribute('aria-hidden', 'true')
  line.append(dot, words)
  const voice = document.createElement('span')
  voice.className = 'cs-hidden'
  voice.setAttribute('role', 'status')
  host.replaceChildren(line, voice)
  let shown: Status['kind'] = 'connecting'
  let spoken: Status['kind'] = 'connecting'
  let slow: ReturnType<typeof setTimeout> | undefined
  let waiting: Status | null = null

  const draw = (status: Status) => {
    shown = status.kind
    waiting = null
    clearTimeout(slow)
    slow = undefined
    line.className = `cs-saved ${status.kind}`
    words.textContent = wordsOf(status, lasting())
    // Every key press is saved; spoken is only what a person must know: that the line was lost, and that it is back.
    const worth = status.kind === 'saved' ? spoken === 'offline' || spoken === 'outOfSync' : status.kind !== 'saving' && status.kind !== 'connecting'
    if (worth && status.kind !== spoken) voice.textContent = words.textContent
    if (status.kind !== 'saving') spoken = status.kind
  }
  return {
    show(status) {
      if (status.kind !== 'saving' || shown !== 'saved') return draw(status)
      // Most changes are saved within a blink; only a longer wait is worth a word.
      waiting = status
      slow ??= setTimeout(() => { if (waiting) draw(waiting) }, 300)
    },
    say(text) { voice.textContent = text },
  }
}

function wordsOf(status: Status, lasting: boolean): string {
  switch (status.kind) {
    case 'connecting': return 'Connecting…'
    case 'saved': return `Saved · v${status.version}`
    case 'saving': return 'Saving…'
    case 'offline':
      if (status.count === 0) return 'Offline'
      return `Offline, ${status.count} ${status.count === 1 ? 'change' : 'changes'} kept ${lasting ? 'here' : 'until you close this page'}`
    case 'outOfSync': return 'Out of sync, loading again'
    case 'gone': return 'Closed'
  }
}
