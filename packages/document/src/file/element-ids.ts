/**
 * Ids of elements in a file. An element without one gets an id made from its kind, name and place, so that the
 * same file always reads as the same document. Ids that differ from that stand in the front matter, under the name
 * they would have had.
 */
import type { PromptDocument } from '../shape.ts';

const LISTS = ['sections', 'variables', 'examples', 'tools'] as const;
type List = (typeof LISTS)[number];
export type ElementIds = Partial<Record<List, Record<string, string>>>;

type Element = { kind?: string; name?: string; input?: string };
type WithoutIds = Record<List, readonly Element[]>;

const STEMS: Record<List, (element: Element) => string> = {
  sections: ({ kind }) => kind ?? '',
  variables: ({ name }) => `variable-${name?.slice(0, 80).toWellFormed()}`,
  examples: () => 'example',
  tools: ({ name }) => `tool-${name?.slice(0, 80).toWellFormed()}`,
};

/** `instructions`, `instructions-2`, `variable-topic`: unique in its list. */
function nameElements(list: List, elements: readonly Element[]): string[] {
  const counts = new Map<string, number>();
  const taken = new Set<string>();
  return elements.map((element) => {
    const stem = STEMS[list](element);
    let count = (counts.get(stem) ?? 0) + 1;
    let id = count === 1 ? stem : `${stem}-${count}`;
    while (taken.has(id)) {
      count += 1;
      id = `${stem}-${count}`;
    }
    counts.set(stem, count);
    taken.add(id);
    return id;
  });
}

/** Ids that have to be written down; undefined when there are none. */
export function idsToWrite(document: PromptDocument): ElementIds | undefined {
  const ids: ElementIds = {};
  for (const list of LISTS) {
    const names = nameElements(list, document[list]);
    const other = document[list].flatMap(({ id }, index) => {
      const name = names[index] as string;
      return id === name ? [] : [[name, id] as const];
    });
    if (other.length > 0) ids[list] = Object.fromEntries(other);
  }
  return Object.keys(ids).length > 0 ? ids : undefined;
}

/** The ids of each list, in its order; none twice, whatever was written down. */
export function idsToRead(elements: WithoutIds, written: ElementIds): Record<List, string[]> {
  const read = (list: List) => {
    const names = nameElements(list, elements[list]);
    const own = written[list] ?? {};
    const taken = new Set<string>();
    return names.map((name) => {
      const wanted = Object.hasOwn(own, name) ? (own[name] as string) : name;
      let id = wanted;
      for (let count = 2; taken.has(id); count += 1) id = `${wanted.slice(0, 120)}-${count}`;
      taken.add(id);
      return id;
    });
  };
  return {
    sections: read('sections'),
    variables: read('variables'),
    examples: read('examples'),
    tools: read('tools'),
  };
}
