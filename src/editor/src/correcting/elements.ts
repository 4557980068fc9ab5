// Small pieces of the page, made by hand.

export function element<K extends keyof HTMLElementTagNameMap>(name: K, className: string, ...children: (Node | string)[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(name)
  if (className) made.className = className
  made.append(...children)
  return made
}

export function button(text: string, className: string, act: () => void): HTMLButtonElement {
  const made = element('button', `btn ${className}`.trim(), text)
  made.type = 'button'
  made.addEventListener('click', act)
  return made
}

/** A dialog with a heading, gone when it is closed. */
export function dialog(host: HTMLElement, heading: string): { readonly frame: HTMLDialogElement; readonly body: HTMLElement; readonly problem: (words: string) => void } {
  const title = element('h2', '', heading)
  title.id = 'correcting-heading'
  const alert = element('p', 'notice bad')
  alert.setAttribute('role', 'alert')
  alert.hidden = true
  const body = element('div', 'body')
  const frame = element('dialog', 'sheet-dialog correcting-dialog', title, alert, body)
  frame.setAttribute('aria-labelledby', title.id)
  frame.addEventListener('close', () => frame.remove())
  // Escape closes the dialog and nothing behind it.
  frame.addEventListener('keydown', e => { if (e.key === 'Escape') e.stopPropagation() })
  host.append(frame)
  frame.showModal()
  return { frame, body, problem: words => { alert.textContent = words; alert.hidden = words === '' } }
}

export const count = (number: number, one: string, many = `${one}s`): string => `${number.toLocaleString('en')} ${number === 1 ? one : many}`
