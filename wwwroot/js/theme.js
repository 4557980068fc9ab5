// Runs before the first paint, so that nobody sees the other theme flash. Without a choice the system's is taken, and followed.
(() => {
  const key = 'collabsummaries.theme'
  const root = document.documentElement
  const system = matchMedia('(prefers-color-scheme: dark)')
  const chosen = () => {
    try {
      const kept = localStorage.getItem(key)
      return kept === 'light' || kept === 'dark' ? kept : null
    } catch {
      return null
    }
  }
  const apply = () => { root.dataset.theme = chosen() ?? (system.matches ? 'dark' : 'light') }

  apply()
  system.addEventListener('change', apply)
  addEventListener('storage', e => { if (e.key === key) apply() })

  document.addEventListener('click', e => {
    if (!(e.target instanceof Element)) return
    if (e.target.closest('[data-theme-toggle]')) {
      root.dataset.theme = root.dataset.theme === 'dark' ? 'light' : 'dark'
      try { localStorage.setItem(key, root.dataset.theme) } catch { /* a browser that keeps nothing forgets the choice */ }
    }
    for (const open of document.querySelectorAll('details.menu[open]'))
      if (!open.contains(e.target) || e.target.closest('.entry')) open.open = false
  })

  document.addEventListener('keydown', e => {
    if (e.key !== 'Escape') return
    const open = document.querySelector('details.menu[open]')
    if (!open) return
    open.open = false
    open.querySelector('summary')?.focus()
  })
})()
