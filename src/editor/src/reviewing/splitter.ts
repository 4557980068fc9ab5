// The bar between transcript and summary: by pointer or arrow keys, remembered in this browser.

const key = 'collabsummaries.split'
const [least, most, usual] = [20, 75, 46]

export function splitter(grip: HTMLElement, left: HTMLElement, signal: AbortSignal): void {
  const frame = grip.parentElement as HTMLElement
  let percent = usual

  const set = (next: number, keep: boolean) => {
    percent = Math.min(most, Math.max(least, next))
    frame.style.setProperty('--left', `${percent}%`)
    grip.setAttribute('aria-valuenow', String(Math.round(percent)))
    if (keep) remember(percent)
  }

  set(recall(), false)
  grip.addEventListener('pointerdown', e => {
    if (e.button !== 0) return
    e.preventDefault()
    grip.setPointerCapture(e.pointerId)
    grip.classList.add('dragging')
  }, { signal })
  grip.addEventListener('pointermove', e => {
    if (!grip.hasPointerCapture(e.pointerId)) return
    const box = frame.getBoundingClientRect()
    set(((e.clientX - box.left) / box.width) * 100, false)
  }, { signal })
  const end = () => { grip.classList.remove('dragging'); remember(percent) }
  grip.addEventListener('lostpointercapture', end, { signal })
  grip.addEventListener('dblclick', () => set(usual, true), { signal })
  grip.addEventListener('keydown', e => {
    const step = { ArrowLeft: -2, ArrowRight: 2, Home: least - percent, End: most - percent }[e.key]
    if (step === undefined) return
    e.preventDefault()
    set(percent + step, true)
  }, { signal })
  if (!left.id) left.id = 'transcript-pane'
  grip.setAttribute('aria-controls', left.id)
}

function recall(): number {
  try {
    return Number(localStorage.getItem(key)) || usual
  } catch {
    return usual
  }
}

function remember(percent: number): void {
  try {
    localStorage.setItem(key, percent.toFixed(1))
  } catch {
    // A browser that keeps nothing forgets the width.
  }
}
