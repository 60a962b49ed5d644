import { processorMs } from '@promptvault/testing/processor-time';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, hashDocument } from './canonical-json.ts';
import { compareDocuments } from './compare-documents.ts';
import { compareTexts, type RowSide } from './compare-texts.ts';
import { emptyDocument } from './empty-document.ts';
import { randomDocuments } from './random-documents.ts';
import type { PromptDocument } from './shape.ts';

const randomDocument = randomDocuments(fc);

const text = (side: RowSide | null) =>
  side?.parts.map((part) => (part.changed ? `[${part.text}]` : part.text)).join('');

describe('compareTexts', () => {
  it('pairs changed lines and marks the words that differ', () => {
    const { rows, hunks, added, removed } = compareTexts(
      'one\ntwo words here\nthree\n',
      'one\ntwo other here\nthree\nfour\n',
    );
    expect(rows.map(({ change, before, after }) => [change, text(before), text(after)])).toEqual([
      ['same', 'one', 'one'],
      ['changed', 'two [words] here', 'two [other] here'],
      ['same', 'three', 'three'],
      ['added', undefined, '[four]'],
    ]);
    expect({ hunks, added, removed }).toEqual({
      hunks: [
        { from: 1, to: 2 },
        { from: 3, to: 4 },
      ],
      added: 2,
      removed: 1,
    });
  });

  it('numbers and keeps every line of both sides', () => {
    const seed = Date.now();
    const lines = fc
      .array(fc.constantFrom('a', 'b b', 'c', '', '😀 x', 'é'), { maxLength: 20 })
      .map((all) => all.join('\n'));
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const { rows } = compareTexts(before, after);
        for (const [side, whole] of [
          ['before', before],
          ['after', after],
        ] as const) {
          const sides = rows.map((row) => row[side]).filter((row) => row !== null);
          expect(sides.map(({ line }) => line)).toEqual(sides.map((_, index) => index + 1));
          const joined = sides.map(({ parts }) => parts.map((part) => part.text).join('')).join('\n');
          expect(joined).toBe(whole.endsWith('\n') ? whole.slice(0, -1) : whole);
        }
      }),
      { seed },
    );
  });

  it('compares a megabyte that is altogether different in bounded time', () => {
    const started = processorMs();
    const { rows } = compareTexts('a b c\n'.repeat(160_000), 'd e\n'.repeat(200_000));
    expect(rows.length).toBe(200_000);
    expect(processorMs() - started).toBeLessThan(10_000);
  });
});

describe('compareDocuments', () => {
  const base: PromptDocument = {
    ...emptyDocument(),
    sections: ['a', 'b', 'c', 'd'].map((id) => ({
      id,
      kind: 'instructions',
      role: null,
      text: `text ${id}`,
    })),
    settings: { temperature: 1 },
  };

  it('tells added, removed, changed and moved elements by id', () => {
    const [a, b, c, d] = base.sections as [never, never, never, never];
    const after: PromptDocument = {
      ...base,
      sections: [
        d,
        a,
        { ...(b as object), text: 'new b', kind: 'system' } as never,
        { id: 'e', kind: 'context', role: null, text: 'e' },
      ],
      settings: { temperature: 0.5, seed: 1 },
      examplesAs: 'messages',
    };
    void c;
    const made = compareDocuments(base, after);
    expect(made.sections.map(({ id, change, moved }) => [id, change, moved])).toEqual([
      ['d', 'same', true],
      ['a', 'same', false],
      ['b', 'changed', false],
      ['c', 'removed', false],
      ['e', 'added', false],
    ]);
    expect(made.sections[2]?.fields).toEqual([{ field: 'kind', before: 'instructions', after: 'system' }]);
    expect(made.sections[2]?.texts.text?.rows[0]?.change).toBe('changed');
    expect(made.settings).toEqual([
      { field: 'temperature', before: 1, after: 0.5 },
      { field: 'seed', before: undefined, after: 1 },
    ]);
    expect(made.document).toEqual([{ field: 'examplesAs', before: 'text', after: 'messages' }]);
    expect(made.identical).toBe(false);
  });

  it('calls documents identical exactly when their hashes are equal', () => {
    const seed = Date.now();
    fc.assert(
      fc.property(randomDocument, randomDocument, (one, other) => {
        expect(compareDocuments(one, JSON.parse(canonicalJson(one))).identical).toBe(true);
        expect(compareDocuments(one, other).identical).toBe(hashDocument(one) === hashDocument(other));
      }),
      { seed },
    );
  });
});
