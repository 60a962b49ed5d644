import type { EditorView } from '@codemirror/view';
import { uiText as t } from '../../messages/interface-text.ts';
import { openLayer } from './caret-layer.ts';
import type { EditorSymbol } from './editor-types.ts';
import { element } from './hint-element.ts';
import { type LanguagePort, placeOfCaret } from './language-port.ts';

/** The name at the caret is typed anew beside the text, with the number of places it will change. */
export function renameHere(view: EditorView, port: LanguagePort): boolean {
  const symbol = port.language()?.symbol(placeOfCaret(port, view));
  if (!symbol?.rename || view.state.readOnly) return false;
  openLayer(view, { at: symbol.from, make: (_, close) => renameBox(view, symbol, close) });
  return true;
}

function renameBox(view: EditorView, symbol: EditorSymbol, close: () => void): HTMLElement {
  const box = element('div', 'grid w-64 gap-1 p-2 text-13');
  const field = element(
    'input',
    'h-8 w-full rounded-md border border-edge bg-panel px-2 font-mono text-13 text-ink aria-invalid:border-bad',
  ) as HTMLInputElement;
  field.value = symbol.name;
  field.setAttribute('aria-label', t('renameTo', { name: symbol.name }));
  field.spellcheck = false;
  const note = element('p', 'text-12 text-ink-3', placesOf(symbol));
  note.id = `rename-${symbol.from}`;
  note.setAttribute('role', 'status');
  field.setAttribute('aria-describedby', note.id);
  field.addEventListener('input', () => {
    field.removeAttribute('aria-invalid');
    note.textContent = placesOf(symbol);
    note.className = 'text-12 text-ink-3';
  });
  field.addEventListener('keydown', (event) => {
    event.stopPropagation();
    if (event.key === 'Escape') return close();
    if (event.key !== 'Enter') return;
    event.preventDefault();
    const refusal = symbol.rename?.(field.value.trim());
    if (refusal === undefined) return close();
    field.setAttribute('aria-invalid', 'true');
    note.textContent = refusal;
    note.className = 'text-12 text-bad';
  });
  box.append(field, note);
  requestAnimationFrame(() => {
    if (!view.dom.isConnected) return;
    field.focus();
    field.select();
  });
  return box;
}

function placesOf({ uses }: EditorSymbol): string {
  const sections = new Set(uses.map(({ sectionId }) => sectionId)).size;
  return `${t('renamePlaces', { count: uses.length })} ${t('renameSections', { count: sections })}`;
}
