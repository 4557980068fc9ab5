import { build } from 'esbuild'

await build({
  entryPoints: { editor: 'src/index.ts', import: 'src/importing/index.ts' },
  outdir: '../../wwwroot/editor',
  bundle: true,
  format: 'esm',
  target: 'es2022',
  platform: 'browser',
  minify: true,
  legalComments: 'linked',
  logLevel: 'warning',
})
