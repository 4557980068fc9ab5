// The review page: transcript and summary side by side, and the keys that lead between them.
import { mountEditor } from '../mount'
import { isTyping } from '../transcript/keys'
import { mountTranscript } from '../transcript/mount'
import type { PassagePiece } from '../transcript/events'
import { narrowLayout } from './narrow'
import { splitter } from './splitter'

export type ReviewOptions = { readonly talkId: string; readonly mayEdit: boolean }

export type MountedReview = {
  /** Somebody changed the transcript. */
  readonly transcriptChanged: () => void
  readonly dispose: () => Promise<void>
}

export async function mountReview(root: HTMLElement, options: ReviewOptions): Promise<MountedReview> {
  const gone = new AbortController()
  const { signal } = gone
  const part = (name: string): HTMLElement => {
    const found = root.querySelector<HTMLElement>(`[data-review-${name}]`)
    if (!found) throw new Error(`The review page has no part "${name}".`)
    return found
  }
  const talk = encodeURIComponent(options.talkId)
  const layout = narrowLayout(root, signal)
  splitter(part('grip'), part('transcript'), signal)
  const transcript = mountTranscript(part('transcript'), { url: `/talks/${talk}/transcript`, onOpen: () => layout.show('transcript'), mayEdit: options.mayEdit })
  const keys = part('key-list') as HTMLDialogElement

  root.addEventListener('click', e => {
    const target = e.target instanceof Element ? e.target : null
    if (target?.closest('[data-review-keys]')) keys.showModal()
    const passage = target?.closest<HTMLElement>('[data-passage]')
    if (passage) openPassage(passage)
  }, { signal })
  const setCurrent = (chip: Element | null) => {
    for (const other of root.querySelectorAll('.chip.current')) other.classList.remove('current')
    chip?.classList.add('current')
  }
  document.addEventListener('passage:open', e => setCurrent(e.detail.from ?? null), { signal })
  document.addEventListener('passage:closed', () => setCurrent(null), { signal })

  document.addEventListener('keydown', e => {
    if (e.altKey && !e.ctrlKey && !e.metaKey && !e.shiftKey) {
      const go = { KeyS: () => { layout.show('summary'); focusEditor(part('editor')) }, KeyT: () => { layout.show('transcript'); part('transcript').querySelector<HTMLElement>('.rows')?.focus() }, KeyH: () => part('history').click() }[e.code]
      if (go) { e.preventDefault(); go() }
    } else if (e.key === '?' && !isTyping(e)) {
      e.preventDefault()
      keys.showModal()
    }
  }, { signal })

  const editor = await mountEditor(
    { editor: part('editor'), saved: part('saved'), people: part('people'), notice: part('notice') },
    { talkId: options.talkId, hubUrl: '/hubs/editing' },
  )

  return {
    transcriptChanged: transcript.refresh,
    dispose: async () => {
      gone.abort()
      transcript.dispose()
      await editor.dispose()
    },
  }
}

function focusEditor(host: HTMLElement): void {
  host.querySelector<HTMLElement>('.cm-content')?.focus()
}

function openPassage(from: HTMLElement): void {
  const pieces = JSON.parse(from.dataset['passage'] ?? '[]') as PassagePiece[]
  document.dispatchEvent(new CustomEvent('passage:open', { detail: { pieces, from } }))
}
