// The import page: send the files of a talk to be looked at, show the answer, send them again to be kept; then the next talk.
import { pastedFile, watchDropZones } from './carry'
import { keepingFocus } from './focus'
import { listPending, putPending } from './pending'
import * as queues from './queue'
import { megabytes, messageOf, post } from './sending'
import { drawWaiting } from './waiting'

export function runImportPage(form: HTMLFormElement): void {
  const part = <T extends HTMLElement>(name: string): T => {
    const found = form.querySelector<T>(`[data-import-${name}]`)
    if (!found) throw new Error(`The import page has no part "${name}".`)
    return found
  }
  const save = part<HTMLButtonElement>('save')
  const state = part('state')
  const preview = part('preview')
  const paste = part<HTMLTextAreaElement>('paste')
  const look = part<HTMLButtonElement>('look')
  const more = part('more')
  const limit = Number(form.dataset['importLimit'])
  let queue = queues.nothing
  let asked: AbortController | null = null
  let all = false

  const say = (words: string) => {
    const progress = queues.progress(queue)
    state.textContent = [progress ? `File ${progress.at} of ${progress.of}` : '', words].filter(Boolean).join(' · ')
  }
  const refuse = (words: string) => {
    all = false
    const notice = document.createElement('p')
    notice.className = 'notice bad refused'
    notice.setAttribute('role', 'alert')
    notice.textContent = words
    preview.querySelector(':scope > .notice.refused')?.remove()
    preview.prepend(notice)
  }
  const remember = () => void putPending(queue.waiting.flat()).catch(() => { /* only a reload would miss them */ })
  const waiting = () => {
    const refused = save.disabled
    more.hidden = refused
    drawWaiting(part('waiting'), queue, refused, {
      join: file => { queue = queues.join(queue, file); void inspect() },
      skip: () => go(false),
      all: () => { all = true; void keep() },
    })
  }

  const fields = () => {
    const sent = new FormData(form)
    for (const file of queue.waiting[0] ?? []) sent.append('file', file, file.name)
    return sent
  }

  const inspect = async () => {
    const files = queue.waiting[0]
    const first = files?.[0]
    if (!first) return
    asked?.abort()
    const mine = asked = new AbortController()
    save.disabled = true
    remember()
    part('heading').textContent = `Import ${first.name}`
    part('source').hidden = true
    const large = files.find(file => file.size > limit)
    if (large) {
      preview.replaceChildren()
      refuse(`${large.name} has ${megabytes(large.size)}; ${megabytes(limit)} is the most that is read.`)
      say('')
      return waiting()
    }
    say('Reading…')
    preview.classList.add('import-busy')
    try {
      const answer = await (await post('/import/preview', fields(), mine.signal)).text()
      // Drawn and encoded by our own server: ImportPreview.razor.
      keepingFocus(preview, () => { preview.innerHTML = answer })
      save.disabled = preview.querySelector('[data-import-ready]') === null
      say('')
    } catch (problem) {
      if (mine.signal.aborted) return
      say('')
      refuse(`${first.name} could not be looked at. ${messageOf(problem)}`)
    } finally {
      if (asked === mine) preview.classList.remove('import-busy')
    }
    if (all && save.disabled) all = false
    waiting()
    if (all) await keep()
  }

  const keep = async () => {
    if (queue.waiting.length === 0 || save.disabled) return
    if (!form.reportValidity()) { all = false; return }
    save.disabled = true
    say('Importing…')
    try {
      const { talkId } = await (await post('/talks', fields(), null)).json() as { talkId: string }
      go(true, talkId)
    } catch (problem) {
      save.disabled = false
      say('')
      refuse(`Not imported. ${messageOf(problem)}`)
    }
  }

  const go = (kept: boolean, talkId?: string) => {
    queue = queues.next(queue, kept)
    preview.replaceChildren()
    if (queue.waiting.length > 0) return void inspect()
    void putPending([]).catch(() => { /* nothing is kept there then */ }).then(() =>
      location.assign(talkId && queue.done === 1 ? `/talks/${encodeURIComponent(talkId)}` : '/'))
  }

  const take = (files: readonly File[], zone: Element | null) => {
    if (queue.waiting.length === 0) queue = queues.begin(files)
    else if (zone === more) for (const file of files) queue = queues.join(queue, file)
    else queue = queues.add(queue, files)
    void inspect()
  }

  form.addEventListener('submit', e => { e.preventDefault(); void keep() })
  form.addEventListener('change', e => {
    if (e.target instanceof Element && e.target.matches('[data-import-again]')) void inspect()
  })
  form.addEventListener('click', e => {
    const button = e.target instanceof Element ? e.target.closest<HTMLElement>('[data-import-format], [data-import-part]') : null
    const file = button?.closest<HTMLElement>('[data-import-file]')
    if (!button || !file) return
    const format = button.dataset['importFormat']
    const select = file.querySelector<HTMLSelectElement>('select[name=format]')
    if (format !== undefined && select) select.value = format
    else {
      queue = queues.part(queue, Number(button.dataset['importPart']))
      file.remove()
    }
    void inspect()
  })
  paste.addEventListener('input', () => { look.disabled = paste.value.trim() === '' })
  look.addEventListener('click', () => take([pastedFile(paste.value)], null))
  watchDropZones(take)
  if (location.hash === '#pasted') paste.focus()
  if (location.hash === '#carried') void listPending().then(files => { if (files.length > 0) take(files, null) })
}
