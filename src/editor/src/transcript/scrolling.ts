// Scrolling to a passage, never against a person who is scrolling.

const quietMs = 700

export type Scroller = { readonly to: (target: Range | Element) => void; readonly isBusy: () => boolean; readonly dispose: () => void }

export function scrollerOf(pane: HTMLElement): Scroller {
  let lastByHand = -Infinity
  const byHand = () => { lastByHand = performance.now() }
  const byKey = (e: KeyboardEvent) => { if (['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', ' '].includes(e.key)) byHand() }
  const passive = { passive: true } as const
  pane.addEventListener('wheel', byHand, passive)
  pane.addEventListener('touchmove', byHand, passive)
  pane.addEventListener('keydown', byKey)

  const place = (target: Range | Element) => {
    const third = pane.getBoundingClientRect().top + pane.clientHeight / 3
    pane.scrollTop += target.getBoundingClientRect().top - third
  }

  return {
    isBusy: () => performance.now() - lastByHand < quietMs,
    to: target => {
      place(target)
      // Rows above take their true height only once they were near the view: settle twice more.
      requestAnimationFrame(() => { place(target); requestAnimationFrame(() => place(target)) })
    },
    dispose: () => {
      pane.removeEventListener('wheel', byHand)
      pane.removeEventListener('touchmove', byHand)
      pane.removeEventListener('keydown', byKey)
    },
  }
}
