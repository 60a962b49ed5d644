import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyDocument } from '../empty-document.ts';
import { render } from '../render.ts';
import type { PromptDocument } from '../shape.ts';
import { choosePairs, type PairCandidate, writePair, writeValues } from './choose-pairs.ts';

const candidate = (id: string, input: string, expected = 'yes'): PairCandidate => ({
  ...{ id, name: id, input, expected },
});
const byLetter = (text: string) => text.length;
const ids = (chosen: readonly { id: string }[]) => chosen.map(({ id }) => id).join('');
/** What `writePair` adds to a pair, counted by letters. */
const around = byLetter(writePair({ input: '', output: '' }));

describe('pairs of cases', () => {
  const cases = [
    candidate('a', 'the red fox'),
    candidate('b', 'a blue whale'),
    candidate('c', 'the red fox runs'),
    candidate('d', 'the fox, red'),
  ];
  it.each([
    ['the most alike last, of equal ones the earlier nearer', 'the red fox sleeps', 4, 1_000, 'bcda', cases],
    ['as many as may stand', 'the red fox sleeps', 2, 1_000, 'da', cases],
    ['never what is asked itself', 'the red fox', 4, 1_000, 'bcd', cases],
    [
      'whatever fits, after one that does not',
      'x y',
      3,
      around + 6,
      'b',
      [candidate('a', 'x y z x'), candidate('b', 'x z')],
    ],
    ['none where none fits', 'x', 3, around, '', [candidate('a', 'x y')]],
    [
      'none without an expected answer',
      'x',
      3,
      1_000,
      'b',
      [candidate('a', 'x y', ' \n'), candidate('b', 'q')],
    ],
  ])('are %s', (_, own, pairs, tokens, expected, from) => {
    expect(ids(choosePairs(own, from, { pairs, tokens }, byLetter))).toBe(expected);
  });

  it('keep within their bounds, are told apart from what is asked, and are the same again', () => {
    const seed = Date.now();
    console.info(`seed of the chosen pairs: ${seed}`);
    const words = fc.array(fc.constantFrom('fox', 'red', 'Blue', 'whale', '😀'), { maxLength: 4 });
    const text = words.map((some) => some.join(' '));
    const list = fc.array(fc.record({ input: text, expected: text }), { maxLength: 30 });
    fc.assert(
      fc.property(
        text,
        list,
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 400 }),
        (own, some, pairs, tokens) => {
          const all = some.map((one, at) => ({ ...one, id: String(at), name: '' }));
          const chosen = choosePairs(own, all, { pairs, tokens }, byLetter);
          expect(choosePairs(own, all, { pairs, tokens }, byLetter)).toEqual(chosen);
          expect(chosen.length).toBeLessThanOrEqual(pairs);
          expect(chosen.reduce((sum, one) => sum + one.tokens, 0)).toBeLessThanOrEqual(tokens);
          expect(chosen.every(({ input, expected }) => input !== own && expected !== '')).toBe(true);
          expect(new Set(chosen.map(({ id }) => id)).size).toBe(chosen.length);
          for (const [at, one] of chosen.entries()) {
            const next = chosen[at + 1];
            if (!next) continue;
            expect(one.similarity).toBeLessThanOrEqual(next.similarity);
            if (one.similarity === next.similarity) expect(Number(one.id)).toBeGreaterThan(Number(next.id));
          }
          // Whoever was passed over did not fit beside the chosen ones, where there was a place.
          if (chosen.length === pairs) return;
          const spent = chosen.reduce((sum, one) => sum + one.tokens, 0);
          const taken = new Set(chosen.map(({ id }) => id));
          for (const { id, input, expected } of all) {
            if (taken.has(id) || input === own || expected === '') continue;
            expect(spent + byLetter(writePair({ input, output: expected }))).toBeGreaterThan(tokens);
          }
        },
      ),
      { seed, numRuns: 500 },
    );
  });
});

describe('values as a text', () => {
  const variablesOf = (text: string, variables: PromptDocument['variables'] = []) =>
    render({ ...emptyDocument(), sections: [{ id: 's', kind: 'system', role: null, text }], variables }, {})
      .variables;
  const tone = {
    ...{ id: 'v', name: 'tone', type: 'text' as const, description: '', required: false, options: [] },
    default: 'calm',
  };
  it.each([
    ['{{a}}', [], { a: 'x', other: 'no' }, 'x'],
    ['{{a}} {{b}}', [], { b: 'y', a: 'x' }, 'a: x\nb: y'],
    ['{{a}} {{b}}', [], { a: { z: 1, c: [2] } }, 'a: {"c":[2],"z":1}'],
    ['{{a.name}}', [], { a: { name: 'N' } }, '{"name":"N"}'],
    ['{{tone}} {{a}}', [tone], { a: 'x' }, 'tone: calm\na: x'],
    ['nothing', [], { a: 'x' }, ''],
  ])('of %j are the same for the same', (text, variables, values, expected) => {
    expect(writeValues(variablesOf(text, variables), values)).toBe(expected);
  });
});

describe('chosen pairs in a prompt', () => {
  const document: PromptDocument = {
    ...emptyDocument(),
    sections: [{ id: 's', kind: 'instructions', role: null, text: 'Go.' }],
    examples: [{ id: 'e', input: 'in', output: 'out' }],
  };
  const pairs = [{ input: '{{not}} a tag', output: 'o' }];
  it('stand after the written examples, as these are sent', () => {
    const [text] = render(document, {}, null, { pairs }).messages;
    expect(text?.content).toBe('Go.\n\nInput:\nin\nOutput:\nout\n\nInput:\n{{not}} a tag\nOutput:\no');
    const turns = render({ ...document, examplesAs: 'messages' }, {}, null, { pairs }).messages;
    expect(turns.map(({ role, content }) => `${role} ${content}`)).toEqual([
      'user in',
      'assistant out',
      'user {{not}} a tag',
      'assistant o',
      'user Go.',
    ]);
  });
});
