// The kept files read again by other parsers: what would come of it first, then for good.
import { button, count, dialog, element } from './elements'
import { wordsOf, type Format, type KeptFile, type Parsed, type Requests } from './requests'

export function parseAgain(host: HTMLElement, requests: Requests, parsed: (formats: readonly string[]) => void): void {
  const { frame, body, problem } = dialog(host, 'Parse again as …')
  const outcome = element('div', 'outcome', 'Looking at the file…')
  outcome.setAttribute('role', 'status')
  const apply = button('Parse again', 'primary', () => void keep())
  apply.disabled = true
  const files = element('div', 'files')
  body.append(files, outcome, element('div', 'row acts', apply, button('Cancel', '', () => frame.close())))
  let selects: HTMLSelectElement[] = []
  let before: readonly string[] = []
  let asked = 0

  const chosen = () => selects.map(select => select.value)
  const look = async () => {
    const mine = ++asked
    const formats = chosen()
    apply.disabled = true
    problem('')
    outcome.textContent = 'Reading…'
    try {
      const would = await requests.parse(formats, true)
      if (mine !== asked) return
      outcome.replaceChildren(...describe(would))
      apply.disabled = formats.every((format, at) => format === before[at])
    } catch (reason) {
      if (mine !== asked) return
      outcome.textContent = ''
      problem(wordsOf(reason))
    }
  }
  const keep = async () => {
    apply.disabled = true
    try {
      await requests.parse(chosen(), false)
      frame.close()
      parsed(before)
    } catch (reason) {
      problem(wordsOf(reason))
      apply.disabled = false
    }
  }

  requests.files().then(({ files: kept, formats }) => {
    before = kept.map(file => file.format)
    selects = kept.map(file => choice(file, formats))
    files.append(...kept.map((file, at) => element('label', '', file.name, selects[at] as HTMLElement)))
    for (const select of selects) select.addEventListener('change', () => void look())
    selects[0]?.focus()
    void look()
  }, (reason: unknown) => { outcome.textContent = ''; problem(wordsOf(reason)) })
}

function choice(file: KeptFile, formats: readonly Format[]): HTMLSelectElement {
  const select = element('select', 'field')
  const group = (label: string, list: readonly Format[]) => {
    const made = document.createElement('optgroup')
    made.label = label
    made.append(...list.map(format => new Option(format.displayName, format.name, false, format.name === file.format)))
    return made
  }
  const near = new Set(file.guesses.map(guess => guess.name).concat(file.format))
  select.append(group('What the file looks like', formats.filter(format => near.has(format.name))), group('All others', formats.filter(format => !near.has(format.name))))
  return select
}

function describe(would: Parsed): Node[] {
  const facts = [
    would.segments === would.segmentsBefore ? count(would.segments, 'segment') : `${count(would.segmentsBefore, 'segment')} → ${would.segments.toLocaleString('en')}`,
    would.speakers === 0 ? 'no speakers named' : count(would.speakers, 'speaker'),
    would.passages === 0 ? 'no evidence to move' : `${would.passagesFound} of ${count(would.passages, 'passage')} found word for word`,
    ...would.corrections === 0 ? [] : [`${would.correctionsFit} of ${count(would.corrections, 'correction')} ${would.corrections === 1 ? 'fits' : 'fit'}`],
    ...would.warnings === 0 ? [] : [count(would.warnings, 'line to look at', 'lines to look at')],
  ]
  const turns = element('div', 'first-turns')
  turns.tabIndex = 0
  turns.setAttribute('role', 'region')
  turns.setAttribute('aria-label', 'First turns as they would be read')
  turns.innerHTML = would.turns // encoded by our own server: TurnRowHtml
  const lost = would.passages - would.passagesFound
  const notes = [
    ...lost > 0 ? [element('p', 'meta', `${count(lost, 'passage')} will point at the nearest lines and be marked “recheck”.`)] : [],
    ...would.correctionsFit < would.corrections ? [element('p', 'meta', 'Corrections that do not fit are kept, and hold again when the file is parsed as now.')] : [],
  ]
  return [element('div', 'facts', ...facts.map(fact => element('span', 'tag', fact))), ...notes, turns]
}
