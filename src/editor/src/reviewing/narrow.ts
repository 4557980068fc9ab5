// Narrower screens: the transcript as a drawer, and below 900 px the two panes as tabs.

export type Side = 'summary' | 'transcript'

export function narrowLayout(root: HTMLElement, signal: AbortSignal): { show: (side: Side) => void } {
  const drawer = root.querySelector<HTMLElement>('[data-review-drawer]')

  const show = (side: Side) => {
    const reading = side === 'transcript'
    root.classList.toggle('reading', reading)
    root.classList.toggle('drawer', reading)
    drawer?.setAttribute('aria-expanded', String(reading))
    for (const tab of root.querySelectorAll<HTMLElement>('[data-review-tab]')) {
      if (tab.dataset['reviewTab'] === side) tab.setAttribute('aria-current', 'true')
      else tab.removeAttribute('aria-current')
    }
  }

  root.addEventListener('click', e => {
    if (!(e.target instanceof Element)) return
    const tab = e.target.closest<HTMLElement>('[data-review-tab]')?.dataset['reviewTab']
    if (tab === 'summary' || tab === 'transcript') show(tab)
    if (e.target.closest('[data-review-drawer]')) show(root.classList.contains('drawer') ? 'summary' : 'transcript')
    else if (root.classList.contains('drawer') && matchMedia('(min-width: 900px) and (max-width: 1199px)').matches && e.target.closest('.pane.right') && !e.target.closest('.chip, a')) show('summary')
  }, { signal })
  root.addEventListener('keydown', e => {
    if (e.key === 'Escape' && !e.defaultPrevented && root.classList.contains('drawer')) show('summary')
  }, { signal })
  return { show }
}
