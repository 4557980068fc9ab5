// The words of one turn, put right in place.
import type { Row } from '../transcript/rows'
import { button, element } from './elements'
import { wordsOf, type Changed, type Requests, type TurnWish } from './requests'

export type TurnActs = {
  readonly saved: (changed: Changed, back: TurnWish) => void
  readonly closed: () => void
}

/** Opens the turn's words in a field under which the file's own stay readable. Returns how to close it without saving. */
export function editTurn(row: Row, speakers: readonly string[], requests: Requests, acts: TurnActs): () => void {
  const words = row.element.querySelector('p') as HTMLElement
  const imported = row.element.querySelector('.was q')?.textContent ?? null
  const who = row.element.dataset['who'] ?? ''
  const place = row.element.querySelector('.at')?.textContent ?? ''
  const text = element('textarea', 'field words')
  text.value = row.text
  text.maxLength = 20000
  text.setAttribute('aria-label', `Words of the turn at ${place}`)
  const speaker = element('input', 'field')
  speaker.value = who
  speaker.maxLength = 200
  const names = element('datalist', '', ...speakers.map(name => { const option = element('option', ''); option.value = name; return option }))
  names.id = 'turn-speakers'
  speaker.setAttribute('list', names.id)
  const alert = element('p', 'notice bad')
  alert.setAttribute('role', 'alert')
  alert.hidden = true
  const save = element('button', 'btn primary', 'Save')
  const close = () => { form.remove(); words.hidden = false; row.element.classList.remove('open'); acts.closed() }
  const rows = element('div', 'row acts', save, button('Cancel', '', close))
  if (imported !== null) rows.append(button('Back to the file’s words', 'quiet', () => send(null)))
  const form = element('form', 'fix-form', text, element('label', '', 'Speaker ', speaker, names), alert, rows)
  if (imported !== null) form.insertBefore(element('p', 'meta', `The file says: ${imported}`), alert)

  const send = (corrected: string | null) => {
    const named = speaker.value.trim()
    const ends = { first: row.pieces[0]?.segment ?? 0, last: row.pieces.at(-1)?.segment ?? 0 }
    save.disabled = true
    requests.correct({ ...ends, was: row.text, text: corrected, speaker: named === who ? null : named }).then(
      changed => { acts.saved(changed, { ...ends, was: corrected ?? imported ?? row.text, text: row.text, speaker: named === who ? null : who }); close() },
      (reason: unknown) => { alert.textContent = wordsOf(reason); alert.hidden = false; save.disabled = false },
    )
  }
  form.addEventListener('submit', e => { e.preventDefault(); send(text.value.trim().replace(/\s+/g, ' ')) })
  form.addEventListener('keydown', e => {
    if (e.key === 'Escape') { e.preventDefault(); close() }
    if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) { e.preventDefault(); form.requestSubmit() }
  })
  words.hidden = true
  words.after(form)
  row.element.classList.add('open')
  text.focus()
  return close
}
