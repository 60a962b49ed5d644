import {
  canonicalJson,
  emptyDocument,
  type PromptDocument,
  promptDocumentSchema,
} from '@promptvault/document';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomDocuments } from '../../document/src/random-documents.ts';
import type { Conflict } from './conflict.ts';
import { mergeDocuments } from './merge-documents.ts';

const section = (id: string, text: string) => ({ id, kind: 'instructions' as const, role: null, text });
const withSections = (...sections: ReturnType<typeof section>[]): PromptDocument => ({
  ...emptyDocument(),
  sections,
});
const variable = (id: string, name: string, more = {}): PromptDocument['variables'][number] => ({
  id,
  name,
  type: 'text',
  description: '',
  required: true,
  default: null,
  options: [],
  ...more,
});
const paths = (conflicts: Conflict[]) => conflicts.map(({ path }) => path);

describe('mergeDocuments', () => {
  it('takes in what each side did to other elements', () => {
    const base = withSections(section('a', 'first'), section('b', 'second'));
    const ours = { ...base, sections: [section('a', 'first, longer'), section('b', 'second')] };
    const theirs: PromptDocument = {
      ...base,
      sections: [section('a', 'first'), section('n', 'new'), section('b', 'the second')],
      settings: { temperature: 0.3 },
    };
    const { document, conflicts } = mergeDocuments(base, ours, theirs);
    expect(conflicts).toEqual([]);
    expect(document).toEqual({
      ...base,
      sections: [section('a', 'first, longer'), section('n', 'new'), section('b', 'the second')],
      settings: { temperature: 0.3 },
    });
  });

  it('leaves the same sentence open, tells where it stands, and takes what settles it', () => {
    const base = withSections(section('a', 'Intro.\nBe short.\nThanks.\nEnd.\n'));
    const ours = withSections(section('a', 'Intro.\nBe brief.\nThanks.\nEnd.\n'));
    const theirs = withSections(section('a', 'Intro.\nBe long.\nThanks.\nThe end.\n'));
    const open = mergeDocuments(base, ours, theirs);
    expect(open.conflicts).toEqual([
      {
        path: 'sections/a/text/0',
        kind: 'text',
        base: 'Be short.\n',
        ours: 'Be brief.\n',
        theirs: 'Be long.\n',
        at: { from: 7, to: 17 },
      },
    ]);
    expect(open.document.sections[0]?.text).toBe('Intro.\nBe short.\nThanks.\nThe end.\n');
    const settle = (resolution: object) =>
      mergeDocuments(base, ours, theirs, [{ path: 'sections/a/text/0', ...resolution } as never]);
    expect(settle({ choose: 'ours' }).document.sections[0]?.text).toBe(
      'Intro.\nBe brief.\nThanks.\nThe end.\n',
    );
    const edited = settle({ value: 'Be both.\n' });
    expect(edited).toMatchObject({ conflicts: [], refused: [] });
    expect(edited.document.sections[0]?.text).toBe('Intro.\nBe both.\nThanks.\nThe end.\n');
    expect(settle({ value: 7 })).toMatchObject({ refused: [{ reason: 'invalid' }], conflicts: [{}] });
    expect(settle({ value: 'NUL \0' }).refused).toEqual([{ path: 'sections/a/text/0', reason: 'invalid' }]);
    expect(mergeDocuments(base, base, theirs, [{ path: 'nowhere', choose: 'ours' }]).refused).toEqual([
      { path: 'nowhere', reason: 'unknown' },
    ]);
  });

  it('asks when one side removed what the other changed', () => {
    const base = withSections(section('a/b', 'one'), section('z', 'last'));
    const ours = withSections(section('z', 'last'));
    const theirs = withSections(section('a/b', 'two'), section('z', 'last'));
    const open = mergeDocuments(base, ours, theirs);
    expect(open.conflicts).toMatchObject([
      { path: 'sections/a%2Fb', kind: 'element', base: { text: 'one' }, ours: null, theirs: { text: 'two' } },
    ]);
    const path = 'sections/a%2Fb';
    const settled = (resolution: object) =>
      mergeDocuments(base, ours, theirs, [{ path, ...resolution } as never]).document.sections;
    expect(settled({ choose: 'ours' })).toEqual([section('z', 'last')]);
    expect(settled({ choose: 'theirs' })).toEqual([section('a/b', 'two'), section('z', 'last')]);
    expect(settled({ value: section('a/b', 'three') })[0]?.text).toBe('three');
    expect(settled({ value: section('other', 'three') })[0]?.text).toBe('one');
  });

  it('removes what the other side only moved', () => {
    const base = withSections(section('a', '1'), section('b', '2'), section('c', '3'));
    const ours = withSections(section('b', '2'), section('c', '3'));
    const theirs = withSections(section('b', '2'), section('c', '3'), section('a', '1'));
    expect(mergeDocuments(base, ours, theirs)).toMatchObject({ conflicts: [], document: ours });
  });

  it('joins moves of both sides, and asks when they go round in a circle', () => {
    const of = (...ids: string[]) => withSections(...ids.map((id) => section(id, id)));
    const merge = (base: string, ours: string, theirs: string) =>
      mergeDocuments(of(...base), of(...ours), of(...theirs));
    const ids = ({ document }: ReturnType<typeof merge>) => document.sections.map(({ id }) => id).join('');
    expect(ids(merge('abcde', 'bcdea', 'eabcd'))).toBe('ebcda');
    expect(ids(merge('abcde', 'bacde', 'abced'))).toBe('baced');
    expect(ids(merge('abcde', 'bacde', 'acde'))).toBe('acde');
    expect(paths(merge('abc', 'bac', 'acb').conflicts)).toEqual(['order/sections']);
    const open = merge('xay', 'axy', 'xya');
    expect(open.conflicts).toMatchObject([
      { path: 'order/sections', base: ['x', 'a', 'y'], ours: ['a', 'x', 'y'], theirs: ['x', 'y', 'a'] },
    ]);
    const settled = mergeDocuments(of(...'xay'), of(...'axy'), of(...'xya'), [
      { path: 'order/sections', value: ['y', 'a', 'x'] },
    ]);
    expect(ids(settled)).toBe('yax');
  });

  it('puts what both added at one place in the order of their ids', () => {
    const base = withSections(section('m', 'm'));
    const ours = withSections(section('m', 'm'), section('q', 'q'), section('r', 'r'));
    const theirs = withSections(section('m', 'm'), section('p', 'p'));
    const ids = (document: PromptDocument) => document.sections.map(({ id }) => id).join('');
    expect(ids(mergeDocuments(base, ours, theirs).document)).toBe('mpqr');
    expect(ids(mergeDocuments(base, theirs, ours).document)).toBe('mpqr');
  });

  it('takes a variable that both declared under one name as one', () => {
    const base = emptyDocument();
    const ours = { ...base, variables: [variable('v2', 'tone')] };
    const theirs = { ...base, variables: [variable('v1', 'tone')] };
    expect(mergeDocuments(base, ours, theirs)).toMatchObject({
      conflicts: [],
      document: { variables: [{ id: 'v1', name: 'tone' }] },
    });
    const other = { ...base, variables: [variable('v1', 'tone', { type: 'number' })] };
    expect(mergeDocuments(base, ours, other).conflicts).toMatchObject([
      {
        path: 'variables/v1',
        kind: 'element',
        base: null,
        ours: { type: 'text' },
        theirs: { type: 'number' },
      },
    ]);
  });

  it('merges settings, options and JSON by key, and leaves one key open that both changed', () => {
    const base: PromptDocument = {
      ...emptyDocument(),
      settings: { temperature: 1, seed: 7 },
      responseSchema: { type: 'object', properties: { a: { type: 'string' } } },
      variables: [variable('v', 'v', { options: ['a', 'b', 'c'] })],
    };
    const ours: PromptDocument = {
      ...base,
      settings: { temperature: 0.2, seed: 7 },
      responseSchema: { type: 'object', properties: { a: { type: 'string' }, b: { type: 'number' } } },
      variables: [variable('v', 'v', { options: ['A', 'b', 'c'] })],
    };
    const theirs: PromptDocument = {
      ...base,
      settings: { temperature: 0.5, topP: 0.9 },
      responseSchema: { type: 'object', properties: { a: { type: 'string', maxLength: 9 } } },
      variables: [variable('v', 'v', { options: ['a', 'b', 'C'] })],
    };
    const { document, conflicts } = mergeDocuments(base, ours, theirs);
    expect(conflicts).toEqual([
      { path: 'settings/temperature', kind: 'field', base: 1, ours: 0.2, theirs: 0.5 },
    ]);
    expect(document).toMatchObject({
      settings: { temperature: 1, topP: 0.9 },
      responseSchema: { properties: { a: { type: 'string', maxLength: 9 }, b: { type: 'number' } } },
      variables: [{ options: ['A', 'b', 'C'] }],
    });
    expect(document.settings).not.toHaveProperty('seed');
  });

  it('asks when both together would be too long', () => {
    const many = (prefix: string, count: number) =>
      Array.from({ length: count }, (_, index) => section(`${prefix}${index}`, ''));
    const base = withSections(...many('b', 100));
    const ours = withSections(...many('b', 100), ...many('o', 60));
    const theirs = withSections(...many('b', 100), ...many('t', 60));
    const full = mergeDocuments(base, ours, theirs);
    expect(paths(full.conflicts)).toEqual(['sections']);
    expect(full.document.sections).toHaveLength(100);
    const half = 'x\n'.repeat(200_000);
    const long = mergeDocuments(
      withSections(section('a', `${half}middle\n`)),
      withSections(section('a', `${half}middle\n${'y\n'.repeat(240_000)}`)),
      withSections(section('a', `${'z\n'.repeat(240_000)}${half}middle\n`)),
    );
    expect(paths(long.conflicts)).toEqual(['sections/a/text']);
  });
});

const random = randomDocuments(fc);
const canonical = (document: PromptDocument) => canonicalJson(document);
const exchanged = (conflicts: Conflict[]) =>
  conflicts.map((conflict) => ({ ...conflict, ours: conflict.theirs, theirs: conflict.ours }));

describe('the laws of merging', () => {
  it('hold for any three documents: one change wins, sides are equal, and the result is valid', () => {
    const seed = Date.now();
    fc.assert(
      fc.property(random, random, random, (base, ours, theirs) => {
        expect(canonical(mergeDocuments(base, base, theirs).document)).toBe(canonical(theirs));
        expect(canonical(mergeDocuments(base, ours, base).document)).toBe(canonical(ours));
        expect(mergeDocuments(base, base, theirs).conflicts).toEqual([]);
        expect(canonical(mergeDocuments(base, ours, ours).document)).toBe(canonical(ours));
        const there = mergeDocuments(base, ours, theirs);
        const back = mergeDocuments(base, theirs, ours);
        expect(canonical(back.document)).toBe(canonical(there.document));
        expect(exchanged(back.conflicts)).toEqual(there.conflicts);
        expect(promptDocumentSchema.safeParse(there.document).error).toBeUndefined();
        expect(new Set(paths(there.conflicts)).size).toBe(there.conflicts.length);
        for (const choose of ['base', 'ours', 'theirs'] as const) {
          const all = there.conflicts.map(({ path }) => ({ path, choose }));
          const settled = mergeDocuments(base, ours, theirs, all);
          expect(settled).toMatchObject({ conflicts: [], refused: [] });
          expect(promptDocumentSchema.safeParse(settled.document).error).toBeUndefined();
        }
      }),
      { seed, numRuns: 400 },
    );
  });

  it('never leave disjoint changes open, in whatever order they come', () => {
    const seed = Date.now();
    const owner = fc.constantFrom('a', 'b', 'c');
    fc.assert(
      fc.property(random, fc.array(owner, { minLength: 40, maxLength: 40 }), (base, owners) => {
        const [a, b, c] = ['a', 'b', 'c'].map((who) =>
          changedBy(base, who, (index) => owners[index % owners.length] === who),
        ) as [PromptDocument, PromptDocument, PromptDocument];
        const join = (ours: PromptDocument, theirs: PromptDocument) => {
          const { document, conflicts } = mergeDocuments(base, ours, theirs);
          expect(conflicts).toEqual([]);
          return document;
        };
        const once = canonical(join(join(a, b), c));
        expect(canonical(join(a, join(b, c)))).toBe(once);
        expect(canonical(join(join(c, a), b))).toBe(once);
      }),
      { seed, numRuns: 300 },
    );
  });
});

/** The document with each of its places changed or removed that `mine` picks, and with a section more. */
function changedBy(base: PromptDocument, who: string, mine: (index: number) => boolean): PromptDocument {
  let index = 0;
  const change = <T extends { id: string }>(list: readonly T[], field: keyof T): T[] =>
    list.flatMap((element) => {
      index += 1;
      if (!mine(index)) return [element];
      return index % 3 === 0 ? [] : [{ ...element, [field]: `changed ${index}` }];
    });
  return {
    ...base,
    sections: [...change(base.sections, 'text'), section(`new-${who}`, who)],
    variables: change(base.variables, 'description'),
    examples: change(base.examples, 'input'),
    tools: change(base.tools, 'name'),
    settings: mine(32) ? { ...base.settings, temperature: 9 } : base.settings,
    examplesAs: mine(33) ? (base.examplesAs === 'text' ? 'messages' : 'text') : base.examplesAs,
    extends: mine(34) ? 'other/base@2' : base.extends,
  };
}
