/** Whether a key is meant for a field, the editor or a dialog instead of the page. */
export function isTyping(e: KeyboardEvent): boolean {
  if (e.ctrlKey || e.metaKey || e.altKey || e.isComposing || e.defaultPrevented) return true
  return (e.target instanceof Element && e.target.closest('input, textarea, select, [contenteditable="true"], .cm-editor, dialog, .mud-dialog') !== null) || isDialogOpen()
}

export function isDialogOpen(): boolean {
  return document.querySelector('dialog[open], .mud-dialog') !== null
}
