// Many talks edited at once against a real server: node storm.mjs PLAN.json. Says what happens in lines of JSON, and hears "up" (the server is there
// again), "tell" (all that was acknowledged so far) and "stop" (those who type until then end).
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { IDBKeyRange } from 'fake-indexeddb'
import { run, type Plan, type Running } from './session'

Object.assign(globalThis, { IDBKeyRange })
const { address, abreast, plans } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as { address: string; abreast: number; plans: Plan[] }
const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`)
const running = new Set<Running>()
let count = 0
let saying = false

function acknowledged() {
  count++
  if (saying) return
  saying = true
  setTimeout(() => { saying = false; say({ kind: 'count', count }) }, 10)
}

createInterface({ input: process.stdin }).on('line', line => {
  if (line === 'tell') say({ kind: 'told', acknowledged: [...running].flatMap(r => r.acknowledged) })
  for (const one of running) {
    if (line === 'up') one.wake()
    if (line === 'stop') one.stop()
  }
})

async function worker() {
  for (let plan = plans.shift(); plan; plan = plans.shift()) {
    const one = run(address, plan, acknowledged)
    running.add(one)
    const outcome = await one.ended
    running.delete(one)
    say({ kind: 'ended', outcome })
  }
}

await Promise.all(Array.from({ length: abreast }, worker))
process.stdout.write('', () => process.exit(0))
