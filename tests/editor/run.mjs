// Bundles every *.test.ts and runs them with Node's own test runner; other arguments go to it. A test that hangs, or leaves something open, fails instead of keeping everybody waiting.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleTo } from './bundle.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const tests = readdirSync(here).filter(name => name.endsWith('.test.ts'))
const out = mkdtempSync(join(tmpdir(), 'editor-tests-'))
await bundleTo(out, tests.map(name => join(here, name)))
const { status } = spawnSync(process.execPath, ['--test', '--test-timeout=120000', '--test-force-exit', ...process.argv.slice(2), out], { stdio: 'inherit' })
rmSync(out, { recursive: true })
process.exit(status ?? 1)
