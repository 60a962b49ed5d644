import * as Y from 'yjs';
import { applyText } from './apply-text.ts';
import { canonicalJson } from './canonical-json.ts';
import { longestIncreasing } from './compare-documents.ts';
import {
  DOCUMENT_FIELDS,
  type Element,
  LISTS,
  type ListLayout,
  SETTING_FIELDS,
  TECHNIQUE_FIELDS,
} from './draft-layout.ts';
import { findJsonFault } from './json.ts';
import { isOrderKey, orderKeysBetween } from './order-key.ts';
import type { PromptDocument, Settings } from './shape.ts';
import type { Techniques } from './techniques/shape.ts';

/**
 * Edits a draft so that it reads as `next`, in one transaction, writing only what differs: elements are
 * matched by id, texts edited in place, an element keeps its order key unless it moved. Applying a
 * document a draft already reads as writes nothing. `next` must satisfy `promptDocumentSchema`. Throws
 * only when a root name was opened as another Yjs type in this process.
 */
export function applyDocument(ydoc: Y.Doc, next: PromptDocument, origin: unknown = null): void {
  ydoc.transact(() => {
    for (const layout of LISTS) applyList(ydoc.getMap(layout.name), layout, next[layout.name]);
    const settings = ydoc.getMap('settings');
    for (const name of Object.keys(SETTING_FIELDS) as (keyof Settings)[]) {
      setField(settings, name, next.settings[name]);
    }
    const techniques = ydoc.getMap('techniques');
    for (const name of Object.keys(TECHNIQUE_FIELDS) as (keyof Techniques)[]) {
      setField(techniques, name, next.techniques?.[name]);
    }
    const single = ydoc.getMap('document');
    for (const name of DOCUMENT_FIELDS) setField(single, name, next[name]);
  }, origin);
}

/** A draft without content. Yjs would name it by 32 random numbers, each drawn alone; nobody asks for the name. */
export const emptyYDoc = (): Y.Doc => new Y.Doc({ guid: 'draft' });

/**
 * A new draft that holds a document. Give a draft its first content once: two drafts made from the same
 * document do not merge. `clientId` makes the bytes reproducible; left out, Yjs draws one.
 */
export function toYDoc(document: PromptDocument, options: { clientId?: number } = {}): Y.Doc {
  const ydoc = emptyYDoc();
  if (options.clientId !== undefined) ydoc.clientID = options.clientId;
  applyDocument(ydoc, document);
  return ydoc;
}

function applyList(map: Y.Map<unknown>, layout: ListLayout, elements: readonly Element[]): void {
  const wanted = new Set(elements.map(({ id }) => id));
  for (const id of [...map.keys()]) if (!wanted.has(id)) map.delete(id);
  const orders = chooseOrders(elements.map(({ id }) => readOrder(map.get(id))));
  for (const [index, element] of elements.entries()) {
    let entry = map.get(element.id);
    if (!(entry instanceof Y.Map)) {
      entry = new Y.Map();
      map.set(element.id, entry);
    }
    applyElement(entry as Y.Map<unknown>, layout, element, orders[index] ?? '');
  }
}

function applyElement(entry: Y.Map<unknown>, layout: ListLayout, element: Element, order: string): void {
  setField(entry, 'order', order);
  for (const field of Object.keys(layout.fields)) {
    const value = (element as Record<string, unknown>)[field];
    if (!layout.texts.includes(field)) {
      setField(entry, field, value);
      continue;
    }
    const held = entry.get(field);
    if (isText(held)) applyText(held, value as string);
    else entry.set(field, new Y.Text(value as string));
  }
}

/** A plain Y.Text; its subclasses print themselves as markup. */
export function isText(value: unknown): value is Y.Text {
  return value instanceof Y.Text && value.constructor === Y.Text;
}

function setField(map: Y.Map<unknown>, field: string, value: unknown): void {
  if (value === undefined) {
    if (map.has(field)) map.delete(field);
    return;
  }
  const held = map.get(field);
  const same = held !== undefined && !findJsonFault(held) && canonicalJson(held) === canonicalJson(value);
  if (!same) map.set(field, structuredClone(value));
}

function readOrder(entry: unknown): string | undefined {
  const order = entry instanceof Y.Map ? entry.get('order') : undefined;
  return isOrderKey(order) ? order : undefined;
}

/** Keys for elements in their wanted order; as many as possible keep the key they have. */
function chooseOrders(held: readonly (string | undefined)[]): string[] {
  const ranks = new Map(
    [...new Set(held)]
      .filter(isOrderKey)
      .sort(compareKeys)
      .map((key, rank) => [key, rank]),
  );
  const placed = [...held.entries()].filter((entry): entry is [number, string] => entry[1] !== undefined);
  const stays = longestIncreasing(placed.map(([, key]) => ranks.get(key) ?? 0));
  const kept = new Map([...stays].sort((a, b) => a - b).map((at) => placed[at] as [number, string]));

  const orders: string[] = [];
  for (let index = 0; index < held.length; ) {
    const key = kept.get(index);
    if (key !== undefined) {
      orders.push(key);
      index += 1;
      continue;
    }
    let end = index;
    while (end < held.length && !kept.has(end)) end += 1;
    orders.push(...orderKeysBetween(orders.at(-1) ?? null, kept.get(end) ?? null, end - index));
    index = end;
  }
  return orders;
}

export function compareKeys(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
