// Bundles TypeScript of the tests, with the editor's own sources and packages, for Node. As a command: bundle.mjs FOLDER ENTRY…
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const packages = join(dirname(fileURLToPath(import.meta.url)), '../../src/editor/node_modules')
const { build } = createRequire(join(packages, 'x.js'))('esbuild')

export async function bundleTo(folder, entries) {
  await build({
    entryPoints: entries,
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    nodePaths: [packages],
    // Without the paths of tsconfig.json, which lead to second copies of packages: a ChangeSet of one copy is nothing to the other.
    tsconfigRaw: {},
    sourcemap: 'inline',
    logLevel: 'warning',
    // SignalR asks for ws, a CommonJS package, in its own way.
    banner: { js: `import { createRequire as __r } from 'node:module'; const require = __r(${JSON.stringify(join(packages, 'x.js'))});` },
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundleTo(process.argv[2], process.argv.slice(3))
