import { EditorState, Transaction } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { fleetingJournals } from './journal/fleeting'
import { openJournals } from './journal/indexed'
import type { LostText } from './journal/journal'
import { quoteCard } from './evidence/card'
import { deliverLeftovers } from './page/courier'
import { allowEditing, editorExtensions } from './page/extensions'
import { notices } from './page/notices'
import { placing } from './page/placing'
import { savedLine } from './page/saved'
import { drawPeople } from './presence/avatars'
import type { Host, Session } from './sync/host'
import { replication } from './sync/replica'
import { openSession } from './sync/session'
import { dialHub } from './sync/signalr'
import { pageStyle } from './text/theme'

export interface EditorHosts {
  editor: HTMLElement
  saved: HTMLElement
  people: HTMLElement
  notice: HTMLElement
}

export interface EditorOptions {
  talkId: string
  hubUrl: string
}

export interface MountedEditor {
  /** Sends what is unsent, as far as that goes quickly; the rest stays in the journal. */
  dispose(): Promise<void>
}

/** Puts the summary of a talk into the page, edited together with everyone else who has it open. */
export async function mountEditor(hosts: EditorHosts, options: EditorOptions): Promise<MountedEditor> {
  styleThePage()
  const journals = await openJournals(options.talkId, indexedDB, navigator.locks).catch(() => fleetingJournals(options.talkId))
  const dial = dialHub(new URL(options.hubUrl, location.href).href)
  let session: Session | null = null
  let disposed = false
  let unsaved = false
  let kept = journals.lasting
  const saved = savedLine(hosts.saved, () => kept)
  const panel = notices(hosts.notice)
  let you: string | null = null

  const view = new EditorView({ parent: hosts.editor, state: EditorState.create({ extensions: editorExtensions(false) }), dispatchTransactions })
  const places = placing(view)
  const removeCard = quoteCard(view)
  const showLost = (lost: LostText) => panel.lost(lost, () => void journals.dropLost(lost.id))

  function dispatchTransactions(transactions: readonly Transaction[]) {
    view.update(transactions)
    for (const tr of transactions) if (tr.docChanged && !tr.annotation(Transaction.remote)) session?.typed(tr)
    if (transactions.some(tr => tr.docChanged || tr.selection)) presence.soon()
  }

  const presence = throttled(120, () => {
    const { anchor, head } = view.state.selection.main
    if (view.hasFocus) session?.present(anchor, head)
  })

  const host: Host = {
    show(text, clientId, version) {
      view.setState(EditorState.create({ doc: text, extensions: [editorExtensions(true), replication(clientId, version)] }))
      return view
    },
    composing: () => view.composing,
    status(status) {
      unsaved = (status.kind === 'saving' || status.kind === 'offline') && status.count > 0
      saved.show(status)
      if (status.kind === 'gone') {
        allowEditing(view, false)
        panel.right(status.reason)
      }
    },
    joined(reply, replica) {
      you = reply.you.id
      places.begin(replica, you)
      host.people(reply.people)
      const bulletIds = [...new Set(reply.evidence.map(e => e.bulletId))]
      const evidence = bulletIds.map(bulletId => ({ bulletId, evidence: reply.evidence.filter(e => e.bulletId === bulletId) }))
      places.bullets({ version: reply.version, bullets: reply.bullets, evidence })
      presence.soon()
    },
    right(canEdit, notice) {
      allowEditing(view, canEdit)
      panel.right(notice)
    },
    people(people) {
      drawPeople(hosts.people, people, you)
      places.people(people)
    },
    cursors: places.cursors,
    bullets: places.bullets,
    moved: places.moved,
    lost: showLost,
    notKept() { kept = false },
  }

  session = openSession(options.talkId, host, dial, journals, await journals.adopt())
  for (const lost of await journals.listLost()) showLost(lost)
  void deliverLeftovers(options.talkId, dial, journals, showLost, () => disposed).catch(() => { /* they stay in their journals */ })

  const wake = () => session?.wake()
  const composed = () => setTimeout(() => session?.composed(), 60)
  const leaving = (event: BeforeUnloadEvent) => { if (unsaved && !kept) event.preventDefault() }
  addEventListener('online', wake)
  addEventListener('beforeunload', leaving)
  document.addEventListener('visibilitychange', wake)
  view.contentDOM.addEventListener('compositionend', composed)
  view.contentDOM.addEventListener('blur', composed)

  return {
    async dispose() {
      if (disposed) return
      disposed = true
      removeEventListener('online', wake)
      removeEventListener('beforeunload', leaving)
      document.removeEventListener('visibilitychange', wake)
      await session?.settled(2000)
      await session?.close()
      removeCard()
      view.destroy()
      journals.close()
    },
  }
}

function throttled(milliseconds: number, act: () => void): { soon(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    soon() {
      timer ??= setTimeout(() => {
        timer = undefined
        act()
      }, milliseconds)
    },
  }
}

function styleThePage(): void {
  if (document.getElementById('cs-editor-style')) return
  const style = document.createElement('style')
  style.id = 'cs-editor-style'
  style.textContent = pageStyle
  document.head.append(style)
}
