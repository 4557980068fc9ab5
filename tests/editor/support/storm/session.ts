import { dialHub } from '../../../../src/editor/src/sync/signalr'
import { randomEdit, seeded, type Page } from '../page'
import { openBrowser, type Browser } from './browser'
import { stormy, witnessed, type Weather } from './network'

/** People editing one talk. */
export interface Plan {
  talkId: string
  seed: number
  /** Cookies, one for each editor. */
  editors: string[]
  /** Edits each makes; 0: whole words until `stop` is said, so that each can be counted in the text. */
  edits: number
  /** False: nothing but the server itself goes wrong. */
  storm: boolean
}

export interface Outcome {
  talkId: string
  seed: number
  version: number
  texts: string[]
  /** Client and number of every update the server acknowledged. */
  acknowledged: [string, number][]
  typed: number
  words: string[]
  lost: string[]
  failure: string | null
}

export interface Running {
  readonly acknowledged: [string, number][]
  stop(): void
  wake(): void
  ended: Promise<Outcome>
}

const patience = 180_000
/** People wait too, when nothing of what they type is taken. */
const mostUnsent = 40
const editable = new Set(['saved', 'saving', 'offline'])
const pause = (milliseconds: number) => new Promise<void>(resolve => setTimeout(resolve, milliseconds))

export function run(address: string, plan: Plan, told: () => void): Running {
  const random = seeded(plan.seed)
  const weather: Weather = { calm: !plan.storm }
  const browsers: Browser[] = []
  const acknowledged: [string, number][] = []
  const words: string[] = []
  let typed = 0
  let stopped = false
  const witness = { acknowledged(clientId: string, seq: number) { acknowledged.push([clientId, seq]); told() } }

  async function enter(cookie: string) {
    const line = { cut() {} }
    const hub = witnessed(dialHub(`${address}/hubs/editing`, { headers: { Cookie: cookie, Origin: address } }), witness)
    const browser = await openBrowser(plan.talkId, stormy(hub, random, weather, line), line, patience)
    browsers.push(browser)
    await browser.page.until(() => browser.page.replica !== null, 'it has joined')
  }

  /** Between the words of others, never inside one. */
  function typeWord(page: Page, name: number) {
    const word = `<${plan.seed}.${name}.${words.length}>`
    const places = [...page.text.matchAll(/</g)].map(x => x.index)
    page.type({ from: places[Math.floor(random() * (places.length + 1))] ?? page.text.length, insert: word })
    words.push(word)
    typed++
  }

  async function step(i: number) {
    const browser = browsers[i]
    if (!browser) return
    const { page } = browser
    if (!page.canEdit || !editable.has(page.status.kind)) return pause(20)
    if (plan.edits === 0) return 'count' in page.status && page.status.count > mostUnsent ? pause(20) : typeWord(page, i)
    const edit = randomEdit(page.text, random)
    if (!edit.empty) typed++
    page.type(edit)
    if (plan.storm && random() < 0.02) await browser.reload(random() < 0.5)
  }

  /** All have said all and heard all. */
  async function rest() {
    weather.calm = true
    for (let even = false; !even;) {
      for (const { page } of browsers) await page.until(() => page.status.kind === 'saved', 'all is sent')
      const head = Math.max(...browsers.map(b => b.page.replica?.version ?? 0))
      for (const { page } of browsers) await page.until(() => (page.replica?.version ?? 0) >= head, `version ${head} is here`)
      even = browsers.every(b => b.page.status.kind === 'saved' && b.page.replica?.version === head)
    }
  }

  async function whole(): Promise<Outcome> {
    let failure: string | null = null
    try {
      await Promise.all(plan.editors.map(enter))
      for (let i = 0; plan.edits === 0 ? !stopped : i < plan.edits * plan.editors.length; i++) {
        await step(Math.floor(random() * browsers.length))
        if (random() < 0.4) await pause(random() * 10)
      }
      await rest()
    } catch (error) {
      failure = error instanceof Error ? error.message : String(error)
    }
    const outcome = {
      talkId: plan.talkId, seed: plan.seed, version: browsers[0]?.page.replica?.version ?? 0, texts: browsers.map(b => b.page.text),
      acknowledged, typed, words, lost: browsers.flatMap(b => b.lost.map(x => `${x.reason}: ${x.text}`)), failure,
    }
    await Promise.all(browsers.map(b => b.close()))
    return outcome
  }

  return {
    acknowledged,
    stop() { stopped = true },
    wake() { for (const b of browsers) b.page.session.wake() },
    ended: whole(),
  }
}
