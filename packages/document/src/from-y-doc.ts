import * as Y from 'yjs';
import type * as z from 'zod';
import { compareKeys, isText } from './apply-document.ts';
import {
  DOCUMENT_FIELD_SCHEMAS,
  DOCUMENT_FIELDS,
  type Element,
  LISTS,
  type ListLayout,
  SETTING_FIELDS,
  TECHNIQUE_FIELDS,
} from './draft-layout.ts';
import { emptyDocument } from './empty-document.ts';
import { isOrderKey } from './order-key.ts';
import { documentProblem } from './parsed-document.ts';
import { DOCUMENT_LIMITS, type DocumentProblem, elementIdSchema, type PromptDocument } from './shape.ts';

/**
 * The document a draft holds. Anything may have been written into a Y.Doc, so every field is checked:
 * what is not valid is repaired (texts cleaned and cut, fields set back) or left out, and reported as
 * `draft.repaired` or `draft.dropped` (warnings) with the id as subject. The value always satisfies
 * `promptDocumentSchema`. Never throws; changes nothing in the draft.
 */
export function fromYDoc(ydoc: Y.Doc): { value: PromptDocument; problems: DocumentProblem[] } {
  const problems: DocumentProblem[] = [];
  const value: PromptDocument = emptyDocument();
  for (const layout of LISTS) {
    Object.assign(value, { [layout.name]: readList(ydoc, layout, problems) });
  }
  value.settings = readFields(ydoc, { root: 'settings', word: 'setting', fields: SETTING_FIELDS }, problems);
  const techniques = readFields(
    ydoc,
    { root: 'techniques', word: 'technique', fields: TECHNIQUE_FIELDS },
    problems,
  );
  if (Object.keys(techniques).length > 0) value.techniques = techniques;
  const single = readRoot(ydoc, 'document', problems);
  for (const name of DOCUMENT_FIELDS) {
    const held = single?.get(name);
    if (held === undefined) continue;
    const read = DOCUMENT_FIELD_SCHEMAS[name].safeParse(held);
    if (read.success) Object.assign(value, { [name]: structuredClone(read.data) });
    else problems.push(repaired(name, `"${name}" is not valid and is set back.`));
  }
  return { value, problems };
}

type NamedFields = { root: string; word: string; fields: Record<string, z.ZodType> };

/** The fields of a root map that are valid. */
function readFields(ydoc: Y.Doc, { root, word, fields }: NamedFields, problems: DocumentProblem[]): object {
  const map = readRoot(ydoc, root, problems);
  const found: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(fields)) {
    const held = map?.get(name);
    if (held === undefined) continue;
    const read = schema.safeParse(held);
    if (read.success) found[name] = structuredClone(read.data);
    else problems.push(repaired(name, `The ${word} "${name}" is not valid and is left out.`));
  }
  return found;
}

function readRoot(ydoc: Y.Doc, name: string, problems: DocumentProblem[]): Y.Map<unknown> | undefined {
  try {
    return ydoc.getMap(name);
  } catch {
    problems.push(dropped(name, `"${name}" of the draft cannot be read.`));
    return undefined;
  }
}

function readList(ydoc: Y.Doc, layout: ListLayout, problems: DocumentProblem[]): Element[] {
  const found: { order: string; element: Element }[] = [];
  for (const [id, entry] of readRoot(ydoc, layout.name, problems) ?? []) {
    if (!(entry instanceof Y.Map) || !elementIdSchema.safeParse(id).success) {
      problems.push(dropped(cleanText(id.slice(0, 128)), `An entry of "${layout.name}" cannot be read.`));
      continue;
    }
    const order = entry.get('order');
    found.push({ order: isOrderKey(order) ? order : '', element: readElement(id, entry, layout, problems) });
  }
  found.sort((a, b) => compareKeys(a.order, b.order) || compareKeys(a.element.id, b.element.id));
  for (const { element } of found.slice(layout.limit)) {
    problems.push(dropped(element.id, `There are more than ${layout.limit} ${layout.name}.`));
  }
  return found.slice(0, layout.limit).map(({ element }) => element);
}

function readElement(
  id: string,
  entry: Y.Map<unknown>,
  layout: ListLayout,
  problems: DocumentProblem[],
): Element {
  const element: Record<string, unknown> = { id };
  for (const [field, schema] of Object.entries(layout.fields)) {
    const held = entry.get(field);
    const raw = layout.texts.includes(field) && isText(held) ? held.toString() : held;
    const read = schema.safeParse(raw);
    if (read.success) {
      if (read.data !== undefined) element[field] = structuredClone(read.data);
      continue;
    }
    const cleaned = schema.safeParse(typeof raw === 'string' ? cleanText(raw) : undefined);
    const kept = cleaned.success ? cleaned.data : structuredClone(layout.fallback[field]);
    if (kept !== undefined) element[field] = kept;
    problems.push(repaired(id, `"${field}" of ${layout.name} is not valid and is repaired.`));
  }
  return element as Element;
}

function cleanText(text: string): string {
  return text.slice(0, DOCUMENT_LIMITS.text).toWellFormed().replaceAll('\0', '\u{fffd}');
}

function repaired(subject: string, message: string): DocumentProblem {
  return documentProblem({ severity: 'warning', code: 'draft.repaired', message, subject });
}

function dropped(subject: string, message: string): DocumentProblem {
  return documentProblem({ severity: 'warning', code: 'draft.dropped', message, subject });
}
