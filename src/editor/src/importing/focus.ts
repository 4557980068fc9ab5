// The answer of the server replaces the fields while a person is in one of them: bring them back to where they were.

export function keepingFocus(within: HTMLElement, change: () => void): void {
  const active = document.activeElement
  const name = active instanceof HTMLElement && within.contains(active) ? active.getAttribute('name') : null
  const index = name ? named(within, name).indexOf(active as HTMLElement) : -1
  const scrolled = Array.from(within.querySelectorAll('.raw, .first-turns'), part => part.scrollTop)
  const open = within.querySelector<HTMLDetailsElement>('details.speakers')?.open
  change()
  within.querySelectorAll('.raw, .first-turns').forEach((part, at) => { part.scrollTop = scrolled[at] ?? 0 })
  const speakers = within.querySelector<HTMLDetailsElement>('details.speakers')
  if (speakers && open !== undefined) speakers.open = open
  if (name && index >= 0) named(within, name)[index]?.focus({ preventScroll: true })
}

const named = (within: HTMLElement, name: string) => Array.from(within.querySelectorAll<HTMLElement>(`[name="${CSS.escape(name)}"]`))
