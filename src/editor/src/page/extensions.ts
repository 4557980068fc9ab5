import { defaultKeymap, history, historyKeymap, indentLess, indentMore } from '@codemirror/commands'
import { Compartment, EditorState, type Extension } from '@codemirror/state'
import { drawSelection, dropCursor, EditorView, highlightActiveLine, keymap, placeholder } from '@codemirror/view'
import { evidenceChips } from '../evidence/chips'
import { actButtons } from '../menus/buttons'
import { remoteCursors } from '../presence/cursors'
import { moveBulletDown, moveBulletUp } from '../text/bullets'
import { summaryText } from '../text/markdown'
import { theme } from '../text/theme'
import { wellFormed } from '../text/wellFormed'

const access = new Compartment()

function accessOf(canEdit: boolean): Extension {
  return [EditorState.readOnly.of(!canEdit), EditorView.editable.of(canEdit), EditorView.contentAttributes.of(canEdit ? {} : { tabindex: '0' })]
}

/** Everything the editor is made of but its replica. */
export function editorExtensions(canEdit: boolean): Extension {
  return [
    access.of(accessOf(canEdit)),
    EditorState.lineSeparator.of('\n'),
    history(),
    drawSelection(),
    dropCursor(),
    highlightActiveLine(),
    EditorView.lineWrapping,
    placeholder('Nothing here yet. Write “- ” and the first thing that was said.'),
    EditorView.contentAttributes.of({ 'aria-label': 'Summary', spellcheck: 'true', autocapitalize: 'sentences' }),
    summaryText(),
    wellFormed(),
    remoteCursors(),
    evidenceChips(),
    actButtons(),
    keymap.of([
      { key: 'Escape', run: view => { view.contentDOM.blur(); return true } },
      { key: 'Alt-ArrowUp', run: moveBulletUp },
      { key: 'Alt-ArrowDown', run: moveBulletDown },
      { key: 'Tab', run: indentMore, shift: indentLess },
      ...historyKeymap,
      ...defaultKeymap,
    ]),
    theme,
  ]
}

export function allowEditing(view: EditorView, canEdit: boolean): void {
  view.dispatch({ effects: access.reconfigure(accessOf(canEdit)) })
}
