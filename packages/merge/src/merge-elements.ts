import type { Json } from '@promptvault/document';
import { type ConflictDesk, pathOf } from './conflict.ts';
import type { Three } from './merge-fields.ts';
import { insertAdded, mergeOrder } from './merge-order.ts';
import { isSame } from './same-json.ts';

interface Element {
  id: string;
}

/** How the elements of one list are merged. */
export interface ElementMerge<T extends Element> {
  list: 'sections' | 'variables' | 'examples' | 'tools';
  most: number;
  isValid(value: unknown): boolean;
  /** Whether a name says what it is: two sides that add the same name mean one thing. */
  named: boolean;
  merge(desk: ConflictDesk, three: Three<T>, at: readonly string[]): T;
}

/** Merges a list by the ids of its elements. */
export function mergeElements<T extends Element>(
  desk: ConflictDesk,
  given: Three<readonly T[]>,
  how: ElementMerge<T>,
): T[] {
  const three = how.named ? joinNamesakes(given) : given;
  const base = byId(three.base);
  const ours = byId(three.ours);
  const theirs = byId(three.theirs);
  const merged = new Map<string, T>();
  for (const id of new Set([...base.keys(), ...[...ours.keys(), ...theirs.keys()].sort()])) {
    const one = { base: base.get(id), ours: ours.get(id), theirs: theirs.get(id) };
    const element = mergeElement(desk, one, id, how);
    if (element) merged.set(id, element);
  }
  const order = orderOf(desk, three, merged, how.list);
  const list = order.map((id) => merged.get(id) as T);
  return list.length <= how.most ? list : settleList(desk, given, how);
}

const byId = <T extends Element>(list: readonly T[]) => new Map(list.map((element) => [element.id, element]));
const idsOf = (list: readonly Element[]): string[] => list.map(({ id }) => id);

function mergeElement<T extends Element>(
  desk: ConflictDesk,
  { base, ours, theirs }: Three<T | undefined>,
  id: string,
  how: ElementMerge<T>,
): T | undefined {
  if (base && ours && theirs) return how.merge(desk, { base, ours, theirs }, [how.list, id]);
  if (isSame(ours, theirs) || isSame(base, theirs)) return ours;
  if (isSame(base, ours)) return theirs;
  const conflict = {
    path: pathOf(how.list, id),
    kind: 'element' as const,
    base: asJson(base),
    ours: asJson(ours),
    theirs: asJson(theirs),
  };
  const settled = desk.settle(
    conflict,
    (value) => value === null || (how.isValid(value) && (value as unknown as Element).id === id),
  );
  return (settled ?? undefined) as T | undefined;
}

const asJson = (element: object | undefined): Json => (element ?? null) as Json;

function orderOf<T extends Element>(
  desk: ConflictDesk,
  three: Three<readonly T[]>,
  merged: ReadonlyMap<string, T>,
  list: string,
): string[] {
  const ours = idsOf(three.ours);
  const theirs = idsOf(three.theirs);
  const kept = idsOf(three.base).filter((id) => merged.has(id));
  const known = new Set(kept);
  const order = mergeOrder(kept, ours, theirs);
  const settled =
    order === 'clash'
      ? desk.settle(
          {
            path: pathOf('order', list),
            kind: 'order',
            base: kept,
            ours: completed(kept, ours),
            theirs: completed(kept, theirs),
          },
          (value) => isOrderOf(value, known),
        )
      : order;
  return insertAdded(settled as string[], ours, theirs, (id) => merged.has(id));
}

/** The order of a side, with elements it removed and the merge keeps behind what they followed in the base. */
function completed(kept: readonly string[], side: readonly string[]): string[] {
  const known = new Set(kept);
  const order = side.filter((id) => known.has(id));
  return order.length === kept.length ? order : insertAdded(order, kept, [], () => true);
}

const isOrderOf = (value: unknown, ids: ReadonlySet<string>): boolean =>
  Array.isArray(value) &&
  value.length === ids.size &&
  new Set(value).size === ids.size &&
  value.every((id) => ids.has(id as string));

/** Both sides together hold more than a document may: a person decides what stays. */
function settleList<T extends Element>(
  desk: ConflictDesk,
  { base, ours, theirs }: Three<readonly T[]>,
  how: ElementMerge<T>,
): T[] {
  const conflict = {
    path: how.list,
    kind: 'list' as const,
    base: base as unknown as Json,
    ours: ours as unknown as Json,
    theirs: theirs as unknown as Json,
  };
  const isList = (value: unknown) =>
    Array.isArray(value) &&
    value.length <= how.most &&
    value.every((item) => how.isValid(item)) &&
    new Set(idsOf(value as Element[])).size === value.length;
  return desk.settle(conflict, isList) as unknown as T[];
}

/**
 * Gives what both sides added under one name one id, the smaller of the two: whoever writes `{{tone}}` on two
 * branches declares one variable.
 */
function joinNamesakes<T extends Element>({ base, ours, theirs }: Three<readonly T[]>): Three<readonly T[]> {
  const old = new Set(idsOf(base));
  const our = addedByName(ours, old);
  const their = addedByName(theirs, old);
  const ourIds = new Set(idsOf(ours));
  const theirIds = new Set(idsOf(theirs));
  const renamed = { ours: new Map<string, string>(), theirs: new Map<string, string>() };
  for (const [name, ourId] of our) {
    const theirId = their.get(name);
    if (theirId === undefined || theirId === ourId || ourIds.has(theirId) || theirIds.has(ourId)) continue;
    if (ourId < theirId) renamed.theirs.set(theirId, ourId);
    else renamed.ours.set(ourId, theirId);
  }
  const rename = (list: readonly T[], ids: ReadonlyMap<string, string>) =>
    ids.size === 0 ? list : list.map((element) => ({ ...element, id: ids.get(element.id) ?? element.id }));
  return { base, ours: rename(ours, renamed.ours), theirs: rename(theirs, renamed.theirs) };
}

/** The first of each name that was added. */
function addedByName(list: readonly Element[], old: ReadonlySet<string>): Map<string, string> {
  const names = new Map<string, string>();
  for (const element of list) {
    const { name } = element as Element & { name: string };
    if (!old.has(element.id) && !names.has(name)) names.set(name, element.id);
  }
  return names;
}
