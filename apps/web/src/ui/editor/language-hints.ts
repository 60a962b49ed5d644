import { forEachDiagnostic } from '@codemirror/lint';
import type { Extension } from '@codemirror/state';
import { type EditorView, hoverTooltip } from '@codemirror/view';
import { uiText as t } from '../../messages/interface-text.ts';
import { openLayer } from './caret-layer.ts';
import type { EditorProblem } from './editor-types.ts';
import { hintElement, problemElement } from './hint-element.ts';
import { type LanguagePort, placeAt, placeOfCaret } from './language-port.ts';

/** Pointing at something says what it means. */
export const languageHover = (port: LanguagePort): Extension =>
  hoverTooltip(
    (view, pos) => {
      const hint = port.language()?.hint(placeAt(port, view, pos));
      if (!hint || pos < hint.from || pos > hint.to) return null;
      return { pos: hint.from, end: hint.to, above: true, create: () => ({ dom: hintElement(hint) }) };
    },
    { hoverTime: 250 },
  );

/** The same at the caret, with what is wrong there and how to mend it; the first repair has the focus. */
export function showHere(view: EditorView, port: LanguagePort): boolean {
  const head = view.state.selection.main.head;
  const hint = port.language()?.hint(placeOfCaret(port, view));
  const problems = problemsAt(view, head);
  if (!hint && problems.length === 0) return false;
  openLayer(view, {
    at: hint?.from ?? head,
    make: (_, close) => {
      const box = layerBox(t('hereMeans'));
      if (hint) box.append(hintElement(hint));
      box.append(...problems.map((problem) => problemElement(problem, close)));
      focusInside(box);
      return box;
    },
  });
  return true;
}

/** Says what is wrong at a place, without taking the focus out of the text. */
export function showProblemAt(view: EditorView, at: number): void {
  const problems = problemsAt(view, at);
  if (problems.length === 0) return;
  openLayer(view, {
    at,
    make: (_, close) => {
      const box = layerBox(t('hereMeans'));
      box.setAttribute('aria-live', 'polite');
      box.append(...problems.map((problem) => problemElement(problem, close)));
      return box;
    },
  });
}

function layerBox(label: string): HTMLElement {
  const box = document.createElement('div');
  box.className = 'text-13';
  box.setAttribute('role', 'group');
  box.setAttribute('aria-label', label);
  box.tabIndex = -1;
  return box;
}

const focusInside = (box: HTMLElement) =>
  requestAnimationFrame(() => (box.querySelector<HTMLElement>('button, pre') ?? box).focus());

function problemsAt(view: EditorView, at: number): EditorProblem[] {
  const found: EditorProblem[] = [];
  forEachDiagnostic(view.state, ({ severity, message, actions = [] }, from, to) => {
    if (from > at || at > to) return;
    const fixes = actions.map(({ name, apply }) => ({ label: name, apply: () => apply(view, from, to) }));
    found.push({ severity: severity === 'hint' ? 'info' : severity, message, from, to, fixes });
  });
  return found;
}
