// A menu as the authoring practices describe it: arrows, Home, End, Esc; focus goes back to where it came from.

export type Entry = { readonly words: string; readonly act: () => void }

export function openMenu(label: string, entries: readonly Entry[], at: DOMRect, back: () => void): void {
  document.querySelector('.cs-menu')?.remove()
  const menu = document.createElement('div')
  menu.className = 'cs-menu'
  menu.setAttribute('role', 'menu')
  menu.setAttribute('aria-label', label)
  const gone = new AbortController()
  const close = () => { gone.abort(); menu.remove() }
  for (const entry of entries) {
    const item = document.createElement('button')
    item.type = 'button'
    item.setAttribute('role', 'menuitem')
    item.tabIndex = -1
    item.textContent = entry.words
    item.addEventListener('click', () => { close(); back(); entry.act() })
    menu.append(item)
  }
  const around = document.querySelector('main') ?? document.body
  around.append(menu)
  const size = menu.getBoundingClientRect()
  const below = at.bottom + size.height + 8 < innerHeight
  menu.style.top = `${below ? at.bottom + 4 : Math.max(8, at.top - size.height - 4)}px`
  menu.style.left = `${Math.max(8, Math.min(at.right - size.width, innerWidth - size.width - 8))}px`
  const items = [...menu.querySelectorAll('button')]
  items[0]?.focus()
  menu.addEventListener('keydown', e => {
    const now = items.indexOf(document.activeElement as HTMLButtonElement)
    const next = { ArrowDown: (now + 1) % items.length, ArrowUp: (now - 1 + items.length) % items.length, Home: 0, End: items.length - 1 }[e.key]
    if (next !== undefined) { e.preventDefault(); items[next]?.focus() }
    if (e.key === 'Escape' || e.key === 'Tab') { e.preventDefault(); e.stopPropagation(); close(); back() }
  })
  document.addEventListener('pointerdown', e => { if (!menu.contains(e.target as Node)) close() }, { signal: gone.signal, capture: true })
  addEventListener('scroll', close, { signal: gone.signal, capture: true, passive: true })
  addEventListener('resize', close, { signal: gone.signal })
}
