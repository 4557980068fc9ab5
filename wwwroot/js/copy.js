// Copy buttons anywhere on a page: data-copy holds the words, data-copy-from an address that answers them.
document.addEventListener('click', async e => {
  const button = e.target instanceof Element ? e.target.closest('[data-copy], [data-copy-from]') : null
  if (!button) return
  const before = button.textContent
  try {
    const words = button.dataset.copy ?? await fetch(button.dataset.copyFrom).then(answer => answer.ok ? answer.text() : Promise.reject(new Error(String(answer.status))))
    await write(words)
    button.textContent = 'Copied'
  } catch {
    button.textContent = 'Could not copy'
  }
  setTimeout(() => { button.textContent = before }, 1800)
})

// Plain http on a local network has no clipboard API; a selected field still can be copied.
async function write(words) {
  if (navigator.clipboard) return navigator.clipboard.writeText(words)
  const field = document.createElement('textarea')
  field.value = words
  field.style.position = 'fixed'
  field.style.opacity = '0'
  const host = document.activeElement?.closest('.mud-dialog') ?? document.body
  host.append(field)
  field.select()
  const done = document.execCommand('copy')
  field.remove()
  if (!done) throw new Error('refused')
}
