/**
 * The browser asks before a reload or a close that would lose work: nothing is stored, because what is typed may contain credentials or
 * customers' data. Altair does not expose its state, so each editor's text is compared with what it was when the focus entered it.
 */

const editors = '.cm-content, .ant-modal input';

/** @type {WeakMap<Element, string>} */
const texts = new WeakMap();
let isEdited = false;

/** Without what Altair inserts between the lines. @param {Element} editor */
const textOf = (editor) =>
  editor instanceof HTMLInputElement
    ? editor.value
    : [...editor.querySelectorAll('.cm-line')].map((line) => line.textContent).join('\n');

/** @param {EventTarget | null} target */
const editorOf = (target) => (target instanceof Element ? target.closest(editors) : null);

/** @param {Element | null} editor */
const differs = (editor) => editor !== null && texts.has(editor) && texts.get(editor) !== textOf(editor);

document.addEventListener('focusin', ({ target }) => {
  const editor = editorOf(target);
  if (editor && !texts.has(editor)) texts.set(editor, textOf(editor));
});
document.addEventListener('focusout', ({ target }) => {
  isEdited ||= differs(editorOf(target));
});
addEventListener('beforeunload', (event) => {
  if (isEdited || differs(editorOf(document.activeElement))) event.preventDefault();
});
