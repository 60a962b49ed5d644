/**
 * Converts texts that mark variables as `${name}` or `${name:default}`. A mark counts when its name is
 * made of letters, digits, spaces and plain punctuation, as people write names; anything else, such as
 * `${error.message}` or `${index + 1}`, is program text and stays. Signs that would open a Mustache tag
 * in the source stay literal: the text then gets other delimiters.
 */
import type { Delimiters } from './ast.ts';
import { createProblemList, type Problem } from './problem.ts';
import { type TemplatePiece, writeTemplates } from './write-template.ts';

export type DollarVariable = {
  /** The name in the converted text. */
  name: string;
  /** The name as it was written. */
  original: string;
  /** The default that was written first, or null. */
  default: string | null;
};

export type DollarConversion = {
  source: string;
  /** Null for `{{` and `}}`. */
  delimiters: Delimiters | null;
  variables: DollarVariable[];
};

type Mark = { from: number; to: number; name: string };

const MARK = /\$\{([^{}]{1,2000})\}/g;
const WRITTEN_NAME = /^[\p{L}_][\p{L}\p{M}\p{N}_ '’/&,-]*$/u;
/**
 * Answers the converted text with its variables in order, and as problems what did not survive as
 * written: `dollar.renamed` (info), `dollar.other_default` (warning: a second, different default of a
 * name is dropped), `dollar.left_as_text` (info). Positions lie in the given source. Never throws.
 */
export function fromDollar(source: string): { value: DollarConversion; problems: Problem[] } {
  const problems = createProblemList(source);
  const variables = new Map<string, DollarVariable>();
  const taken = new Set<string>();
  const marks: Mark[] = [];
  for (const match of source.matchAll(MARK)) {
    const from = match.index;
    const to = from + match[0].length;
    const [written, fallback] = splitMark(match[1] ?? '');
    if (!WRITTEN_NAME.test(written)) {
      const message = `${match[0].slice(0, 80)} looks like program text and stays as it is.`;
      problems.add({ severity: 'info', code: 'dollar.left_as_text', message, from, to });
      continue;
    }
    const variable = variables.get(written) ?? declare(written, taken);
    if (!variables.has(written) && variable.name !== written) {
      const message = `"${written}" is now named "${variable.name}".`;
      problems.add({ severity: 'info', code: 'dollar.renamed', message, subject: variable.name, from, to });
    }
    variables.set(written, variable);
    if (fallback !== null && variable.default !== null && variable.default !== fallback) {
      const message = `"${written}" has another default already; "${fallback.slice(0, 80)}" is dropped.`;
      problems.add({
        severity: 'warning',
        code: 'dollar.other_default',
        message,
        subject: variable.name,
        from,
        to,
      });
    }
    variable.default ??= fallback;
    marks.push({ from, to, name: variable.name });
  }
  const converted = write(source, marks);
  return { value: { ...converted, variables: [...variables.values()] }, problems: problems.list() };
}

function splitMark(content: string): [name: string, fallback: string | null] {
  const colon = content.indexOf(':');
  if (colon === -1) return [content.trim(), null];
  return [content.slice(0, colon).trim(), content.slice(colon + 1).trim()];
}

function declare(written: string, taken: Set<string>): DollarVariable {
  const plain = /^[\p{L}\p{M}\p{N}_]+$/u.test(written);
  const stem = plain
    ? written
    : written
        .replace(/[^\p{L}\p{M}\p{N}_]+/gu, '_')
        .replace(/^_+|_+$/g, '')
        .toLowerCase();
  let name = stem;
  for (let count = 2; taken.has(name); count += 1) name = `${stem}_${count}`;
  taken.add(name);
  return { name, original: written, default: null };
}

function write(source: string, marks: readonly Mark[]): { source: string; delimiters: Delimiters | null } {
  const pieces: TemplatePiece[] = [];
  let done = 0;
  for (const mark of marks) {
    pieces.push(source.slice(done, mark.from), { tag: mark.name });
    done = mark.to;
  }
  const { sources, delimiters } = writeTemplates([[...pieces, source.slice(done)]]);
  return { source: sources[0] ?? '', delimiters };
}
