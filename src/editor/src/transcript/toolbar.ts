// The tools over the transcript.

export type Toolbar = {
  readonly element: HTMLElement
  readonly query: HTMLInputElement
  readonly citedOnly: HTMLInputElement
  readonly previous: HTMLButtonElement
  readonly next: HTMLButtonElement
  readonly count: (at: number, of: number) => void
}

export function toolbar(): Toolbar {
  const element = document.createElement('div')
  element.className = 'tools'
  const query = document.createElement('input')
  query.type = 'search'
  query.className = 'field'
  query.placeholder = 'Find  /'
  query.setAttribute('aria-label', 'Find in the transcript')
  const counter = document.createElement('span')
  counter.className = 'count'
  counter.setAttribute('role', 'status')
  const previous = button('‹', 'Previous place found')
  const next = button('›', 'Next place found')
  const grow = document.createElement('span')
  grow.className = 'grow'
  const label = document.createElement('label')
  const citedOnly = document.createElement('input')
  citedOnly.type = 'checkbox'
  label.append(citedOnly, 'cited only')
  element.append(query, counter, previous, next, grow, label)
  const count = (at: number, of: number) => {
    counter.textContent = query.value.trim() === '' ? '' : of === 0 ? 'not found' : `${at + 1} of ${of}`
    previous.disabled = next.disabled = of === 0
  }
  count(0, 0)
  return { element, query, citedOnly, previous, next, count }
}

function button(text: string, label: string): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'btn quiet'
  made.textContent = text
  made.setAttribute('aria-label', label)
  return made
}
