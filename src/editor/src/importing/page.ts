// The import page: send the file to be looked at, show the answer, send it again to be kept.
import { pastedFile, watchDropZones } from './carry'
import { listPending, putPending } from './pending'

export function runImportPage(form: HTMLFormElement): void {
  const part = <T extends HTMLElement>(name: string): T => {
    const found = form.querySelector<T>(`[data-import-${name}]`)
    if (!found) throw new Error(`The import page has no part "${name}".`)
    return found
  }
  const save = part<HTMLButtonElement>('save')
  const state = part('state')
  const preview = part('preview')
  const source = part('source')
  const heading = part('heading')
  const paste = part<HTMLTextAreaElement>('paste')
  const look = part<HTMLButtonElement>('look')
  const limit = Number(form.dataset['importLimit'])
  let queue: readonly File[] = []
  let asked: AbortController | null = null

  const say = (words: string) => { state.textContent = words }
  const refuse = (words: string) => {
    const notice = document.createElement('p')
    notice.className = 'notice bad'
    notice.setAttribute('role', 'alert')
    notice.textContent = words
    preview.querySelector(':scope > .notice.refused')?.remove()
    notice.classList.add('refused')
    preview.prepend(notice)
  }

  const fields = (file: File) => {
    const sent = new FormData(form)
    sent.set('file', file, file.name)
    return sent
  }

  const inspect = async () => {
    const file = queue[0]
    if (!file) return
    asked?.abort()
    asked = new AbortController()
    save.disabled = true
    heading.textContent = `Import ${file.name}`
    if (file.size > limit) {
      preview.replaceChildren()
      refuse(`${file.name} has ${megabytes(file.size)}; ${megabytes(limit)} is the most that is read.`)
      return
    }
    say('Reading…')
    preview.classList.add('import-busy')
    try {
      const answer = await fetch('/import/preview', { method: 'POST', body: fields(file), signal: asked.signal })
      if (!answer.ok) throw new Error(await reasonOf(answer))
      // Drawn and encoded by our own server: ImportPreview.razor.
      preview.innerHTML = await answer.text()
      source.hidden = true
      save.disabled = preview.querySelector('[data-import-ready]') === null
      say(queue.length > 1 ? `${queue.length - 1} more after this` : '')
    } catch (problem) {
      if (asked.signal.aborted) return
      say('')
      refuse(`${file.name} could not be looked at. ${messageOf(problem)}`)
    } finally {
      preview.classList.remove('import-busy')
    }
  }

  const keep = async () => {
    const file = queue[0]
    if (!file || save.disabled) return
    save.disabled = true
    say('Importing…')
    try {
      const answer = await fetch('/talks', { method: 'POST', body: fields(file) })
      if (!answer.ok) throw new Error(await reasonOf(answer))
      const { talkId } = await answer.json() as { talkId: string }
      queue = queue.slice(1)
      await putPending(queue)
      if (queue.length === 0) location.assign(`/talks/${encodeURIComponent(talkId)}`)
      else { preview.replaceChildren(); await inspect() }
    } catch (problem) {
      save.disabled = false
      say('')
      refuse(`Not imported. ${messageOf(problem)}`)
    }
  }

  const take = (files: readonly File[]) => {
    queue = files
    preview.replaceChildren()
    void inspect()
  }

  form.addEventListener('submit', e => { e.preventDefault(); void keep() })
  form.addEventListener('change', e => {
    if (e.target instanceof Element && e.target.matches('[data-import-again]')) void inspect()
  })
  paste.addEventListener('input', () => { look.disabled = paste.value.trim() === '' })
  look.addEventListener('click', () => take([pastedFile(paste.value)]))
  watchDropZones(take)
  if (location.hash === '#pasted') paste.focus()
  if (location.hash === '#carried') void listPending().then(files => { if (files.length > 0) take(files) })
}

async function reasonOf(answer: Response): Promise<string> {
  if (answer.status === 413) return 'It is larger than the server reads.'
  if ([401, 403, 404].includes(answer.status) || answer.redirected) return 'You may not import talks here. Sign in again, or ask for the right to.'
  try {
    const { detail } = await answer.json() as { detail?: string }
    return detail ?? `The server answered ${answer.status}.`
  } catch {
    return `The server answered ${answer.status}.`
  }
}

const messageOf = (problem: unknown) => problem instanceof TypeError ? 'The server cannot be reached.' : problem instanceof Error ? problem.message : ''

const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MB`
