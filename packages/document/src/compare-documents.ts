import { canonicalJson } from './canonical-json.ts';
import { compareTexts, type TextComparison } from './compare-texts.ts';
import type { Json } from './json.ts';
import type { Example, PromptDocument, Section, Settings, Tool, Variable } from './shape.ts';

/** A field that differs; undefined means the field was absent. */
export type FieldChange = { field: string; before: Json | undefined; after: Json | undefined };

/**
 * One element in both documents, matched by id. `before`/`after` are the elements (null where absent);
 * `moved`: its place among the elements both documents have is another; `texts` compares its long texts
 * that differ, by field name; `fields` lists its other fields that differ.
 */
export type ElementChange<T> = {
  id: string;
  change: 'same' | 'changed' | 'added' | 'removed';
  moved: boolean;
  before: T | null;
  after: T | null;
  fields: FieldChange[];
  texts: Record<string, TextComparison>;
};

export type DocumentComparison = {
  identical: boolean;
  /** In the order of the later document; a removed element stands after the one it followed. */
  sections: ElementChange<Section>[];
  variables: ElementChange<Variable>[];
  examples: ElementChange<Example>[];
  tools: ElementChange<Tool>[];
  settings: FieldChange[];
  /** `examplesAs`, `responseSchema`, `delimiters`, `extends`, `techniques`. */
  document: FieldChange[];
};

/** Compares two documents element by element, by id; unchanged elements are listed too. Never throws. */
export function compareDocuments(before: PromptDocument, after: PromptDocument): DocumentComparison {
  const sections = compareElements(before.sections, after.sections, ['text']);
  const variables = compareElements(before.variables, after.variables, ['description']);
  const examples = compareElements(before.examples, after.examples, ['input', 'output']);
  const tools = compareElements(before.tools, after.tools, ['description']);
  const settings = compareFields<Settings>(before.settings, after.settings, [
    'sampling',
    'temperature',
    'topP',
    'maxOutputTokens',
    'stop',
    'seed',
    'topK',
    'frequencyPenalty',
    'presencePenalty',
    'reasoningEffort',
    'minP',
    'repetitionPenalty',
    'reasoningTokens',
    'logitBias',
  ]);
  const document = compareFields<PromptDocument>(before, after, [
    'examplesAs',
    'responseSchema',
    'delimiters',
    'extends',
    'techniques',
  ]);
  const elements = [...sections, ...variables, ...examples, ...tools];
  const identical =
    settings.length === 0 &&
    document.length === 0 &&
    elements.every(({ change, moved }) => change === 'same' && !moved);
  return { identical, sections, variables, examples, tools, settings, document };
}

function compareElements<T extends { id: string }>(
  before: readonly T[],
  after: readonly T[],
  textFields: readonly (keyof T & string)[],
): ElementChange<T>[] {
  const old = new Map(before.map((element) => [element.id, element]));
  const now = new Map(after.map((element) => [element.id, element]));
  const moved = movedIds(
    before.filter(({ id }) => now.has(id)).map(({ id }) => id),
    after.filter(({ id }) => old.has(id)).map(({ id }) => id),
  );
  const changes = after.map((element) =>
    compareElement(old.get(element.id) ?? null, element, textFields, moved.has(element.id)),
  );
  for (const [index, element] of before.entries()) {
    if (now.has(element.id)) continue;
    const previous = before[index - 1]?.id;
    const place = changes.findIndex(({ id }) => id === previous) + 1;
    changes.splice(place, 0, compareElement(element, null, textFields, false));
  }
  return changes;
}

function compareElement<T extends { id: string }>(
  before: T | null,
  after: T | null,
  textFields: readonly (keyof T & string)[],
  moved: boolean,
): ElementChange<T> {
  const element = (after ?? before) as T;
  const { id } = element;
  const texts: Record<string, TextComparison> = {};
  for (const field of textFields) {
    const old = String(before?.[field] ?? '');
    const now = String(after?.[field] ?? '');
    if (old !== now) texts[field] = compareTexts(old, now);
  }
  if (!before || !after) {
    return { id, change: after ? 'added' : 'removed', moved, before, after, fields: [], texts };
  }
  const others = (Object.keys(element) as (keyof T & string)[]).filter(
    (field) => !textFields.includes(field),
  );
  const fields = compareFields(before, after, others);
  const changed = fields.length > 0 || Object.keys(texts).length > 0;
  return { id, change: changed ? 'changed' : 'same', moved, before, after, fields, texts };
}

function compareFields<T extends object>(
  before: T,
  after: T,
  fields: readonly (keyof T & string)[],
): FieldChange[] {
  return fields
    .filter((field) => canonicalJson([before[field]]) !== canonicalJson([after[field]]))
    .map((field) => ({
      field,
      before: before[field] as Json | undefined,
      after: after[field] as Json | undefined,
    }));
}

/** The ids that have to move so that one order becomes the other: all but a longest run that stays. */
export function movedIds(before: readonly string[], after: readonly string[]): Set<string> {
  const places = new Map(before.map((id, index) => [id, index]));
  const kept = longestIncreasing(after.map((id) => places.get(id) ?? 0));
  return new Set(after.filter((_, index) => !kept.has(index)));
}

/** Indexes of a longest strictly increasing choice of the numbers. */
export function longestIncreasing(numbers: readonly number[]): Set<number> {
  const tails: number[] = [];
  const previous: number[] = [];
  for (const [index, number] of numbers.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[tails[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    previous[index] = tails[low - 1] ?? -1;
    tails[low] = index;
  }
  const kept = new Set<number>();
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) kept.add(index);
  return kept;
}
