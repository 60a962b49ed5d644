import type { EditorFix, EditorHint, EditorProblem } from './editor-types.ts';

const tones = {
  plain: 'border-edge text-ink-2',
  ok: 'border-ok/35 text-ok',
  warn: 'border-warn/35 text-warn',
  bad: 'border-bad/35 text-bad',
};

const severities: Record<EditorProblem['severity'], string> = {
  error: 'text-bad',
  warning: 'text-warn',
  info: 'text-ink-2',
};

/** More of a text than this is scrolled past by nobody. */
const shown = 4_000;

export function element(tag: string, className: string, text?: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

/** What a place means, as a small panel. */
export function hintElement({ title, facts = [], note, text }: EditorHint): HTMLElement {
  const box = element('div', 'grid max-w-[52ch] gap-1 px-2.5 py-2');
  const head = element('div', 'flex flex-wrap items-center gap-1.5');
  head.append(element('span', 'font-mono text-12 font-medium wrap-anywhere', title));
  for (const fact of facts)
    head.append(
      element('span', `rounded-full border px-1.5 text-12 ${tones[fact.tone ?? 'plain']}`, fact.text),
    );
  box.append(head);
  if (note) box.append(element('p', 'text-ink-2', note));
  if (text !== undefined) {
    const body = element(
      'pre',
      'mt-0.5 max-h-52 overflow-auto border-l-2 border-line pl-2 font-mono text-12 leading-[1.55] whitespace-pre-wrap',
      text.length > shown ? `${text.slice(0, shown)}…` : text,
    );
    body.tabIndex = 0;
    box.append(body);
  }
  return box;
}

/** A problem with its repairs as buttons. */
export function problemElement(problem: EditorProblem, done: () => void): HTMLElement {
  const box = element('div', 'grid max-w-[52ch] gap-1.5 border-t border-line px-2.5 py-2 first:border-t-0');
  box.append(element('p', severities[problem.severity], problem.message));
  if (problem.fixes?.length) {
    const row = element('div', 'flex flex-wrap gap-1.5');
    row.append(...problem.fixes.map((fix) => fixButton(fix, done)));
    box.append(row);
  }
  return box;
}

function fixButton({ label, apply }: EditorFix, done: () => void): HTMLElement {
  const button = element(
    'button',
    'rounded-md border border-edge bg-panel px-2 py-0.5 text-12 font-medium text-ink hover:bg-raise',
    label,
  ) as HTMLButtonElement;
  button.type = 'button';
  button.addEventListener('click', () => {
    apply();
    done();
  });
  return button;
}
