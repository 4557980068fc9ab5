// Everybody in the transcript, to be called something else; two with one name become one speaker.
import type { Rows } from '../transcript/rows'
import { button, count, dialog, element } from './elements'
import { wordsOf, type Names, type Requests } from './requests'

export type Speaker = { readonly name: string; readonly turns: number }

/** In the order they speak first. */
export function speakersOf(rows: Rows): readonly Speaker[] {
  const turns = new Map<string, number>()
  for (const row of rows.list) {
    const name = row.element.dataset['who']
    if (name) turns.set(name, (turns.get(name) ?? 0) + 1)
  }
  return Array.from(turns, ([name, number]) => ({ name, turns: number }))
}

export function editSpeakers(host: HTMLElement, speakers: readonly Speaker[], requests: Requests, renamed: (words: string, names: Names | null) => void): void {
  const { frame, body, problem } = dialog(host, 'Speakers')
  const note = element('p', 'meta', 'Write another name to rename somebody everywhere; the same name for two makes them one.')
  note.setAttribute('role', 'status')
  const fields = speakers.map(speaker => {
    const field = element('input', 'field')
    field.value = speaker.name
    field.maxLength = 200
    field.required = true
    field.setAttribute('aria-label', `Name of ${speaker.name}`)
    return field
  })
  const list = element('ul', 'speaker-list', ...speakers.map((speaker, at) => element('li', '', fields[at] as HTMLElement, element('span', 'meta', count(speaker.turns, 'turn')))))
  const save = element('button', 'btn primary', 'Save')
  const form = element('form', '', note, list, element('div', 'row acts', save, button('Cancel', '', () => frame.close())))
  if (speakers.length === 0) note.textContent = 'The file names nobody. Open a turn with “Correct words” to say who speaks.'
  save.disabled = true
  body.append(form)

  const changes = (): Names => Object.fromEntries(speakers.flatMap((speaker, at) => {
    const name = (fields[at] as HTMLInputElement).value.trim().replace(/\s+/g, ' ')
    return name !== '' && name !== speaker.name ? [[speaker.name, name]] : []
  }))
  form.addEventListener('input', () => {
    const now = fields.map(field => field.value.trim())
    const twice = [...new Set(now.filter((name, at) => now.indexOf(name) !== at))]
    note.textContent = twice.length > 0 ? `${twice.join(', ')}: ${count(now.filter(name => twice.includes(name)).length, 'speaker')} become ${twice.length === 1 ? 'one' : twice.length}.` : 'The same name for two makes them one.'
    save.disabled = Object.keys(changes()).length === 0
  })
  form.addEventListener('submit', e => {
    e.preventDefault()
    const shown = changes()
    save.disabled = true
    requests.rename(shown).then(
      ({ names }) => { frame.close(); renamed(Object.entries(shown).map(([from, to]) => `${from} is now ${to}.`).slice(0, 3).join(' '), names) },
      (reason: unknown) => { problem(wordsOf(reason)); save.disabled = false },
    )
  })
}
