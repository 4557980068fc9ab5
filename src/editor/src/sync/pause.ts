/** A wait that `wake` ends early. */
export interface Pause {
  for(milliseconds: number): Promise<void>
  wake(): void
}

export function openPause(): Pause {
  let end: (() => void) | null = null
  return {
    for: milliseconds => new Promise(resolve => {
      const timer = setTimeout(() => end?.(), milliseconds)
      end = () => {
        clearTimeout(timer)
        end = null
        resolve()
      }
    }),
    wake: () => end?.(),
  }
}

/** Milliseconds before the next try: doubling up to 15 s, spread so that a restarted server is not met by all at once. */
export function backoff(attempt: number, random: () => number = Math.random): number {
  const ceiling = Math.min(15_000, 250 * 2 ** Math.min(attempt, 10))
  return ceiling * (0.3 + 0.7 * random())
}
