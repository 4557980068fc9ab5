import { EditorView } from '@codemirror/view'
import { paletteOf } from '../presence/palette'

/** The page's own variables, so that light and dark come by themselves. */
export const theme = EditorView.theme({
  '&': { color: 'var(--ink)', backgroundColor: 'transparent', fontSize: '15px', ...paletteOf('light') },
  ':root[data-theme="dark"] &': paletteOf('dark'),
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--sans, system-ui, sans-serif)', lineHeight: '1.56', overflow: 'visible' },
  '.cm-content': { maxWidth: '74ch', padding: '4px 0 40px', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '1px 4px' },
  '.cs-bullet': { borderRadius: '6px', paddingTop: '4px', paddingBottom: '4px' },
  '.cs-depth-0': { paddingLeft: 'calc(4px + 1.1em)', textIndent: '-1.1em' },
  '.cs-depth-1': { paddingLeft: 'calc(4px + 2.2em)', textIndent: '-1.6em' },
  '.cs-depth-2': { paddingLeft: 'calc(4px + 3.3em)', textIndent: '-2.1em' },
  '.cs-depth-3': { paddingLeft: 'calc(4px + 4.4em)', textIndent: '-2.6em' },
  '.cm-activeLine': { backgroundColor: 'var(--surface)', boxShadow: '0 0 0 1px var(--line)', borderRadius: '6px' },
  '.cs-h1': { fontSize: '1.25em', fontWeight: '660', letterSpacing: '-.01em' },
  '.cs-h2': { fontSize: '1.12em', fontWeight: '640' },
  '.cs-h3': { fontWeight: '620' },
  '.cs-mark': { color: 'var(--ink-3)', fontWeight: '400' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': { backgroundColor: 'var(--accent-soft)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '.cm-placeholder': { color: 'var(--ink-3)' },
  '.chip': {
    display: 'inline-block', font: '500 12px/1 var(--mono, monospace)', padding: '3px 6px', borderRadius: '5px', textIndent: '0', background: 'var(--accent-soft)',
    color: 'var(--accent)', textDecoration: 'none', verticalAlign: '1px', cursor: 'pointer', whiteSpace: 'nowrap',
  },
  '.chip:focus-visible': { outline: '2px solid var(--accent)', outlineOffset: '1px' },
  '.chip.weak, .chip.recheck': { background: 'none', outline: '1px dotted var(--weak)', color: 'var(--weak)' },
  '.chip.unsupported': { background: 'var(--bad-soft)', color: 'var(--bad)' },
  '.cs-more-acts': {
    border: '0', background: 'none', color: 'var(--ink-3)', font: '600 15px/1 var(--sans, sans-serif)', padding: '4px 7px', marginLeft: '4px', borderRadius: '6px', cursor: 'pointer',
    verticalAlign: '-1px', textIndent: '0', minWidth: '24px', minHeight: '24px',
  },
  // Drawn, not written: what is copied from a line is its own text.
  '.cs-more-acts::before': { content: '"⋯"' },
  '.cs-more-acts:hover, .cm-activeLine .cs-more-acts': { color: 'var(--ink)', background: 'var(--sunken)' },
  '.chip.current': { outline: '2px solid var(--mark-line)' },
  '.cs-caret': { position: 'relative', borderLeft: '2px solid var(--person)', margin: '0 -1px', textIndent: '0' },
  '.cs-caret b': {
    position: 'absolute', top: '-1.35em', left: '-2px', font: '600 10.5px/1.4 var(--sans, sans-serif)', padding: '0 5px', borderRadius: '4px 4px 4px 0',
    background: 'var(--person)', color: 'var(--surface)', whiteSpace: 'nowrap', pointerEvents: 'none', zIndex: '2',
  },
  '.cs-selected': { backgroundColor: 'color-mix(in srgb, var(--person) 22%, transparent)' },
})

/** What stands outside the editor: the quote card, people, the panel with text that was not taken. */
export const pageStyle = `
.cs-menu { position: fixed; z-index: 41; min-width: 220px; max-width: calc(100vw - 16px); padding: 6px; background: var(--surface); color: var(--ink); border: 1px solid var(--line); border-radius: 10px; box-shadow: 0 10px 30px rgb(0 0 0 / .16); }
.cs-menu button { display: block; width: 100%; text-align: left; border: 0; background: none; color: inherit; font: 500 14px/1.3 var(--sans, sans-serif); padding: 9px 12px; border-radius: 6px; cursor: pointer; }
.cs-menu button:hover, .cs-menu button:focus-visible { background: var(--accent-soft); color: var(--accent); outline: none; }
.cs-offer { position: fixed; z-index: 39; border: 1px solid var(--line); background: var(--surface); color: var(--ink); font: 500 14px/1 var(--sans, sans-serif); padding: 9px 12px; border-radius: 8px; box-shadow: 0 6px 18px rgb(0 0 0 / .16); cursor: pointer; }
.cs-offer[hidden] { display: none; }
.cs-card em { display: block; font-style: normal; color: var(--ink-2); }
.cs-card { position: fixed; z-index: 40; max-width: min(340px, calc(100vw - 16px)); max-height: 50vh; overflow: auto; background: var(--surface); color: var(--ink); border: 1px solid var(--line); border-radius: 10px; box-shadow: 0 10px 30px rgb(0 0 0 / .16); padding: 12px 14px; font-size: 14px; line-height: 1.5; }
.cs-card[hidden] { display: none; }
.cs-card strong { font-weight: 600; }
.cs-card q { quotes: none; display: block; border-left: 3px solid var(--mark-line); padding-left: 10px; margin: 6px 0 4px; }
.cs-people { ${declare('light')} list-style: none; display: flex; margin: 0; padding: 0 0 0 6px; }
:root[data-theme="dark"] .cs-people { ${declare('dark')} }
.cs-people li { width: 28px; height: 28px; border-radius: 50%; display: grid; place-items: center; font-size: 11px; font-weight: 650; color: var(--surface); background: var(--person); margin-left: -6px; border: 2px solid var(--surface); }
.cs-people .cs-more { background: var(--sunken); color: var(--ink-2); }
.cs-saved { font-size: 13px; color: var(--ink-2); white-space: nowrap; }
.cs-saved i { display: inline-block; width: 7px; height: 7px; border-radius: 50%; margin-right: 6px; background: var(--ok); }
.cs-saved.saving i, .cs-saved.connecting i { background: var(--ink-3); }
.cs-saved.offline i { background: var(--weak); border-radius: 1px; }
.cs-saved.outOfSync i, .cs-saved.gone i { background: var(--bad); border-radius: 1px; }
.cs-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.cs-notice { background: var(--accent-soft); color: var(--ink); border-radius: 8px; padding: 8px 12px; margin: 0 0 8px; font-size: 14px; }
.cs-lost { background: var(--bad-soft); color: var(--ink); border-radius: 8px; padding: 10px 12px; margin: 0 0 8px; font-size: 14px; }
.cs-lost pre { white-space: pre-wrap; overflow-wrap: anywhere; max-height: 12em; overflow: auto; background: var(--surface); border: 1px solid var(--line); border-radius: 6px; padding: 8px; font: inherit; margin: 6px 0; }
.cs-lost button { border: 1px solid var(--line); background: var(--surface); color: var(--ink); border-radius: 8px; padding: 5px 12px; min-height: 32px; margin-right: 6px; font: inherit; cursor: pointer; }
`

function declare(which: 'light' | 'dark'): string {
  return Object.entries(paletteOf(which)).map(([name, value]) => `${name}: ${value};`).join(' ')
}
