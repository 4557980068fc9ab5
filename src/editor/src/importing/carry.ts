// Drop zones on every page, by delegation: Blazor may draw them at any time.
import { putPending } from './pending'

/** Takes files, and the zone they came by; null: pasted into the page. */
export type Take = (files: readonly File[], zone: Element | null) => void

const shortestPaste = 120

export function watchDropZones(take: Take): void {
  const zoneOf = (target: EventTarget | null) => target instanceof Element ? target.closest<HTMLElement>('[data-import-drop]') : null

  for (const name of ['dragenter', 'dragover'] as const) {
    document.addEventListener(name, e => {
      const zone = zoneOf(e.target)
      if (!zone || !e.dataTransfer?.types.includes('Files')) return
      e.preventDefault()
      zone.classList.add('over')
    })
  }
  document.addEventListener('dragleave', e => {
    const zone = zoneOf(e.target)
    if (zone && !(e.relatedTarget instanceof Node && zone.contains(e.relatedTarget))) zone.classList.remove('over')
  })
  document.addEventListener('drop', e => {
    const zone = zoneOf(e.target)
    if (!zone || !e.dataTransfer) return
    e.preventDefault()
    zone.classList.remove('over')
    give(Array.from(e.dataTransfer.files), zone, take)
  })
  document.addEventListener('click', e => {
    if (!(e.target instanceof Element) || !e.target.closest('[data-import-choose]')) return
    zoneOf(e.target)?.querySelector<HTMLInputElement>('[data-import-files]')?.click()
  })
  document.addEventListener('change', e => {
    if (!(e.target instanceof HTMLInputElement) || !e.target.matches('[data-import-files]')) return
    give(Array.from(e.target.files ?? []), zoneOf(e.target), take)
    e.target.value = ''
  })
  document.addEventListener('paste', e => {
    if (!document.querySelector('[data-import-drop]') || !e.clipboardData) return
    if (e.target instanceof Element && e.target.closest('input, textarea, [contenteditable]')) return
    const files = Array.from(e.clipboardData.files)
    const text = e.clipboardData.getData('text/plain')
    if (files.length > 0) give(files, null, take)
    else if (text.length >= shortestPaste) give([pastedFile(text)], null, take)
  })
}

/** Pasted words travel as a file, so that they are read and kept like one. */
export function pastedFile(text: string): File {
  return new File([text], 'pasted.txt', { type: 'text/plain' })
}

/** Keeps files in this browser and goes to the import page. */
export async function carryToImport(files: readonly File[]): Promise<void> {
  await putPending(files)
  location.assign('/import#carried')
}

function give(files: readonly File[], zone: Element | null, take: Take): void {
  if (files.length > 0) take(files, zone)
}
