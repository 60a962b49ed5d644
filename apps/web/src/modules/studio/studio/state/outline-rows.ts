/** The document as lines to go to: its sections with what is in them, and its names with their places. */
import {
  type DocumentSymbol,
  listSymbols,
  outlineDocument,
  type PromptDocument,
  type ResolvePartial,
} from '@promptvault/document';
import { createLocator } from '@promptvault/template';
import { sectionName } from './section-names.ts';

type Entry = ReturnType<typeof outlineDocument>[number]['entries'][number];

export type OutlineRow = {
  key: string;
  sectionId: string;
  offset: number;
  depth: number;
  kind: 'part' | Entry['kind'];
  name: string;
};

export function outlineRows(document: PromptDocument): OutlineRow[] {
  return outlineDocument(document).flatMap(({ sectionId, entries }) => {
    const section = document.sections.find(({ id }) => id === sectionId);
    const name = section ? sectionName(section, document.sections) : sectionId;
    const head: OutlineRow = { key: sectionId, sectionId, offset: 0, depth: 0, kind: 'part', name };
    return [head, ...entries.flatMap((entry) => entryRows(entry, sectionId, 1))];
  });
}

const entryRows = (entry: Entry, sectionId: string, depth: number): OutlineRow[] => [
  {
    key: `${sectionId} ${entry.from}`,
    sectionId,
    offset: entry.from,
    depth,
    kind: entry.kind,
    name: entry.name,
  },
  ...entry.children.flatMap((child) => entryRows(child, sectionId, depth + 1)),
];

export type NamePlace = {
  key: string;
  sectionId: string;
  offset: number;
  section: string;
  line: number;
  /** The line it stands in, cut to what is around it. */
  before: string;
  name: string;
  after: string;
};

export type NameRow = { key: string; kind: DocumentSymbol['kind']; name: string; places: NamePlace[] };

/** As it stands in an address: `variable:company`. */
export const symbolKey = (symbol: DocumentSymbol): string =>
  symbol.kind === 'reference' ? `reference:${symbol.reference}` : `${symbol.kind}:${symbol.name}`;

const ranks: Record<DocumentSymbol['kind'], number> = { variable: 0, field: 1, reference: 2, block: 3 };

/** Every name with its places, variables first. Closing tags are no places of their own here. */
export function nameRows(document: PromptDocument, partial: ResolvePartial): NameRow[] {
  const sections = new Map(
    document.sections.map((section) => [
      section.id,
      {
        text: section.text,
        locate: createLocator(section.text),
        name: sectionName(section, document.sections),
      },
    ]),
  );
  const rows = new Map<string, NameRow>();
  for (const { symbol, sectionId, from, to, as } of listSymbols(document, { partial })) {
    const section = sections.get(sectionId);
    if (!section || as === 'close') continue;
    const key = symbolKey(symbol);
    const name = symbol.kind === 'reference' ? symbol.reference : symbol.name;
    const row = rows.get(key) ?? { key, kind: symbol.kind, name, places: [] };
    rows.set(key, row);
    row.places.push({
      key: `${sectionId} ${from}`,
      sectionId,
      offset: from,
      section: section.name,
      line: section.locate(from).line,
      ...lineAround(section.text, from, to),
    });
  }
  return [...rows.values()].sort((a, b) => ranks[a.kind] - ranks[b.kind]);
}

const around = 60;

function lineAround(text: string, from: number, to: number) {
  const start = Math.max(text.lastIndexOf('\n', from - 1) + 1, from - around);
  const next = text.indexOf('\n', to);
  const end = Math.min(next < 0 ? text.length : next, to + around);
  return { before: text.slice(start, from), name: text.slice(from, to), after: text.slice(to, end) };
}
