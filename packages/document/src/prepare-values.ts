import type { Values } from '@promptvault/template';
import { coerceValue } from './coerce-value.ts';
import type { DocumentVariable } from './merge-variables.ts';
import { documentProblem } from './parsed-document.ts';
import type { DocumentProblem } from './shape.ts';

export type PreparedValues = { values: Values; problems: DocumentProblem[] };

/**
 * The values a document renders with: what was given, dotted names put in place, declared ones fitted to
 * their types, defaults where none was given. Reports `variable.missing`, `variable.mistyped`,
 * `variable.bad_default` (errors) and `variable.extra` (warning). The given objects are not changed.
 */
export function prepareValues(variables: readonly DocumentVariable[], given: Values): PreparedValues {
  const tree = createValueTree();
  const keys = Object.keys(given);
  for (const key of keys) if (!key.includes('.')) tree.set(key, given[key]);
  for (const key of keys) if (key.includes('.')) tree.set(key, given[key]);

  const problems: DocumentProblem[] = [];
  const used = new Set<string>();
  for (const variable of variables) {
    used.add(variable.name).add(variable.name.split('.', 1)[0] ?? '');
    const raw = readGiven(given, variable.name);
    const { value, problem } = chooseValue(variable, raw);
    if (problem) problems.push(placeAtUse(variable, problem));
    if (value !== raw) tree.set(variable.name, value ?? undefined);
  }
  for (const key of keys) {
    if (used.has(key)) continue;
    const message = `A value is given for "${key}", which no text uses.`;
    problems.push(documentProblem({ severity: 'warning', code: 'variable.extra', message, subject: key }));
  }
  return { values: tree.values, problems };
}

type Fault = Pick<DocumentProblem, 'severity' | 'code' | 'message'>;

function chooseValue(variable: DocumentVariable, given: unknown): { value?: unknown; problem?: Fault } {
  const { name } = variable;
  // A name only found in a text has no declared type, so what is given stands as it is.
  const typed = variable.source === 'text' ? null : variable;
  const fitted = typed ? coerceValue(typed, given) : coerceUndeclared(given);
  if (fitted.outcome === 'misfit') {
    const message = `The value of "${name}" ${fitted.reason}.`;
    return { value: given, problem: { severity: 'error', code: 'variable.mistyped', message } };
  }
  if (fitted.outcome === 'value' && !(variable.required && isEmpty(fitted.value)))
    return { value: fitted.value };
  const fallback = fitted.outcome === 'missing' ? coerceValue(variable, variable.default) : fitted;
  if (fallback.outcome === 'misfit') {
    const message = `The default of "${name}" ${fallback.reason}.`;
    return { value: variable.default, problem: { severity: 'error', code: 'variable.bad_default', message } };
  }
  const value = fallback.outcome === 'value' ? fallback.value : undefined;
  if (!variable.required || !isEmpty(value)) return { value };
  // What the texts really ask for is found while rendering; a declaration alone is judged here.
  const judged = variable.source === 'document' && (variable.useCount > 0 || variable.included);
  if (!judged) return {};
  const message = `"${name}" needs a value.`;
  return { problem: { severity: 'error', code: 'variable.missing', message } };
}

/** A name only found in a text has no type, so what is given stands as it is. */
function coerceUndeclared(given: unknown): ReturnType<typeof coerceValue> {
  return given === undefined || given === null ? { outcome: 'missing' } : { outcome: 'value', value: given };
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

/** The value under a name as written, or along its dots. */
function readGiven(given: Values, name: string): unknown {
  if (Object.hasOwn(given, name)) return given[name];
  let value: unknown = given;
  for (const segment of name.split('.')) {
    const holds = typeof value === 'object' && value !== null && Object.hasOwn(value, segment);
    value = holds ? (value as Values)[segment] : undefined;
  }
  return value;
}

/** Values that are set along the dots of a name; objects that were given are copied before they change. */
function createValueTree(): { values: Values; set(name: string, value: unknown): void } {
  const values: Values = Object.create(null);
  const own = new WeakSet<object>([values]);
  const set = (name: string, value: unknown) => {
    const segments = name.split('.');
    const last = segments.pop() as string;
    let target = values;
    for (const segment of segments) {
      const held = Object.hasOwn(target, segment) ? target[segment] : undefined;
      // A name that goes through a list reads one of its items and sets none.
      if (Array.isArray(held)) return;
      if (!isRecord(held) || !own.has(held)) {
        const copy: Values = Object.assign(Object.create(null), isRecord(held) ? held : undefined);
        own.add(copy);
        target[segment] = copy;
      }
      target = target[segment] as Values;
    }
    target[last] = value;
  };
  return { values, set };
}

function isRecord(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function placeAtUse(variable: DocumentVariable, fault: Fault): DocumentProblem {
  const use = variable.firstUse;
  if (!use) return documentProblem({ ...fault, subject: variable.name });
  return { ...fault, subject: variable.name, sectionId: use.sectionId, from: use.from, to: use.to };
}
