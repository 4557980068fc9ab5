// Scrolling to a passage, never against a person who is scrolling.

const quietMs = 700
const restFrames = 6
const mostFrames = 90

export type Scroller = { readonly to: (target: Range | Element) => void; readonly isBusy: () => boolean; readonly dispose: () => void }

export function scrollerOf(pane: HTMLElement): Scroller {
  let lastByHand = -Infinity
  const byHand = () => { lastByHand = performance.now() }
  const byKey = (e: KeyboardEvent) => { if (['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', ' '].includes(e.key)) byHand() }
  const passive = { passive: true } as const
  pane.addEventListener('wheel', byHand, passive)
  pane.addEventListener('touchmove', byHand, passive)
  pane.addEventListener('keydown', byKey)

  const place = (target: Range | Element): boolean => {
    const third = pane.getBoundingClientRect().top + pane.clientHeight / 3
    const before = pane.scrollTop
    pane.scrollTop += target.getBoundingClientRect().top - third
    return Math.abs(pane.scrollTop - before) > 1
  }

  // Rows above take their true height only once they were near the view, which moves what was placed: stay with it until it rests.
  let going = 0
  let startedAt = 0
  const settle = (target: Range | Element, mine: number, still: number, left: number) => {
    requestAnimationFrame(() => {
      if (mine !== going || lastByHand > startedAt) return
      const rest = place(target) ? restFrames : still - 1
      if (rest > 0 && left > 1) settle(target, mine, rest, left - 1)
    })
  }

  return {
    isBusy: () => performance.now() - lastByHand < quietMs,
    to: target => {
      startedAt = performance.now()
      place(target)
      settle(target, ++going, restFrames, mostFrames)
    },
    dispose: () => {
      going++
      pane.removeEventListener('wheel', byHand)
      pane.removeEventListener('touchmove', byHand)
      pane.removeEventListener('keydown', byKey)
    },
  }
}
