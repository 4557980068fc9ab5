import type { PersonMessage } from '../sync/protocol'
import { colorOf } from './palette'

const most = 5

/** Draws who is here into the host element. */
export function drawPeople(host: HTMLElement, people: readonly PersonMessage[], you: string | null): void {
  const others = people.filter(p => p.id !== you)
  const list = document.createElement('ul')
  list.className = 'cs-people'
  list.setAttribute('aria-label', others.length === 0 ? 'Nobody else is here' : `Also here: ${others.map(p => p.name).join(', ')}`)
  for (const person of others.slice(0, most)) {
    const item = document.createElement('li')
    item.textContent = initials(person.name)
    item.title = person.canEdit ? person.name : `${person.name} (reads)`
    item.style.setProperty('--person', colorOf(person.color))
    list.append(item)
  }
  if (others.length > most) {
    const rest = document.createElement('li')
    rest.className = 'cs-more'
    rest.textContent = `+${others.length - most}`
    rest.title = others.slice(most).map(p => p.name).join(', ')
    list.append(rest)
  }
  host.replaceChildren(...(others.length > 0 ? [list] : []))
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/u)
  const letters = words.length > 1 ? [...(words[0] ?? '')].slice(0, 1).concat([...(words.at(-1) ?? '')].slice(0, 1)) : [...(words[0] ?? '')].slice(0, 2)
  return letters.join('').toLocaleUpperCase()
}
