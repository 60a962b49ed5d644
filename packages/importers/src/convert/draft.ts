/**
 * A prompt of another language while it is being converted: texts and tags of our language, the variables found so
 * far, and what was lost. Places lie in the text that was given.
 */
import type { Json, MessageRole, VariableType } from '@promptvault/document';
import { createProblemList, type Problem, type ProblemList, type TemplatePiece } from '@promptvault/template';

export type DraftVariable = {
  type: VariableType;
  description: string;
  required: boolean;
  default: Json;
  options: string[];
};

export type Place = { from: number; to: number };

/** A variable that stands for what our language cannot say. Whoever has values can calculate what it is. */
export type Calculated = {
  name: string;
  /** A text is written as a template, a switch as an expression. */
  as: 'text' | 'switch';
  source: string;
};

export type Draft = {
  /** One text of a role each; null where no role was named. */
  sections: { role: MessageRole | null; pieces: TemplatePiece[] }[];
  variables: Map<string, DraftVariable>;
  /** Whether variables that stand for expressions are calculated, so that nothing of those is lost. */
  calculates: boolean;
  calculated: Calculated[];
  /** Notes what a variable stands for, and tells that it is given with the values. */
  calculate(what: Calculated, place: Place): void;
  /** The name of what stands for an expression: the same for the same one, for no other and no variable of its own. */
  nameFor(expression: string): string;
  text(text: string): void;
  tag(tag: string): void;
  startRole(role: MessageRole | null): void;
  /** Notes a variable; of several uses the one that says most about it decides its type. */
  use(name: string, type: VariableType, more?: Partial<DraftVariable>): void;
  report(severity: Problem['severity'], code: string, message: string, place: Place): void;
  problems(): Problem[];
};

const WEIGHTS: Partial<Record<VariableType, number>> = { boolean: 0, text: 1, list: 2, json: 3 };

export function startDraft(source: string, calculates = false): Draft {
  const problems: ProblemList = createProblemList(source);
  const sections: Draft['sections'] = [{ role: null, pieces: [] }];
  const variables = new Map<string, DraftVariable>();
  const names = new Map<string, string>();
  const taken = new Set<string>();
  /** Where the numbers behind a name go on. */
  const nextOf = new Map<string, number>();
  const push = (piece: TemplatePiece) => sections.at(-1)?.pieces.push(piece);
  const calculated: Calculated[] = [];
  const noted = new Set<string>();
  return {
    sections,
    variables,
    calculates,
    calculated,
    calculate(what, place) {
      if (noted.has(what.name)) return;
      noted.add(what.name);
      calculated.push(what);
      const message = `"${quote(what.source)}" becomes the variable "${what.name}", which each case gives.`;
      problems.add({ severity: 'info', code: 'convert.calculated', message, ...place });
    },
    nameFor(expression) {
      const key = expression.replaceAll(/\s+/g, ' ').trim();
      const known = names.get(key);
      if (known !== undefined) return known;
      const base = nameOf(key);
      let name = base;
      let next = nextOf.get(base) ?? 2;
      while (taken.has(name) || isWordOf(source, name)) name = `${base}_${next++}`;
      nextOf.set(base, next);
      taken.add(name);
      names.set(key, name);
      return name;
    },
    text: (text) => {
      if (text !== '') push(text);
    },
    tag: (tag) => push({ tag }),
    startRole: (role) => sections.push({ role, pieces: [] }),
    use(name, type, more = {}) {
      const known = variables.get(name);
      if (!known) {
        const required = type === 'text';
        variables.set(name, { type, description: '', required, default: null, options: [], ...more });
        return;
      }
      if ((WEIGHTS[type] ?? 9) > (WEIGHTS[known.type] ?? 9)) known.type = type;
      Object.assign(known, more);
    },
    report: (severity, code, message, place) =>
      problems.add({ severity, code: `convert.${code}`, message, ...place }),
    problems: () => problems.list(),
  };
}

/** A name that the text uses itself means something else there. */
const isWordOf = (source: string, name: string): boolean => {
  for (let at = source.indexOf(name); at !== -1; at = source.indexOf(name, at + 1))
    if (!/[\p{L}\p{N}_]/u.test(`${source[at - 1] ?? ''}${source[at + name.length] ?? ''}`)) return true;
  return false;
};

/** `user.first_name` from a path of another language such as `user["first name"]` or `items[0].x`; else undefined. */
export function readPath(expression: string): string | undefined {
  const parts = expression
    .trim()
    .replace(/\[\s*(?:'([^']*)'|"([^"]*)"|(\d+))\s*\]/g, (_all, single, double, digits) => {
      const key: string = single ?? double ?? digits;
      return `.${key}`;
    })
    .split('.');
  const isPath = parts.every((part) => /^[\p{L}_][\p{L}\p{M}\p{N}_-]*$|^\d+$/u.test(part));
  return isPath && !/^\d/.test(parts[0] ?? '') ? parts.join('.') : undefined;
}

/** A name made of the words of any expression: `age >= 18` becomes `age_18`. */
export function nameOf(expression: string): string {
  const words = expression
    .replace(/(?<![<>!=])={2,3}/g, ' is ')
    .replace(/!=/g, ' is not ')
    .match(/[\p{L}\p{N}]+/gu);
  const name = (words ?? []).join('_').toLowerCase().slice(0, 60).toWellFormed();
  return /^[\p{L}_]/u.test(name) ? name : `value_${name}`;
}

export const quote = (text: string) => {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 79).toWellFormed()}…` : line;
};
