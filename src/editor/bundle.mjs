import { build } from 'esbuild'

await build({
  entryPoints: ['src/index.ts'],
  outfile: '../../wwwroot/editor/editor.js',
  bundle: true,
  format: 'esm',
  target: 'es2022',
  platform: 'browser',
  minify: true,
  legalComments: 'linked',
  logLevel: 'warning',
})
