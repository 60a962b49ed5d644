import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordSimilarity } from '../assertions/similarity.ts';
import { emptyDocument } from '../empty-document.ts';
import { render } from '../render.ts';
import type { PromptDocument } from '../shape.ts';
import { carryOut, stepOn } from '../steps.ts';
import * as pairing from './choose-pairs.ts';
import { type ExampleCase, writePair, writeValues } from './choose-pairs.ts';

interface Given {
  id: string;
  input: string;
  expected: string;
}
const candidate = (id: string, input: string, expected = 'yes'): Given => ({ id, input, expected });
const variables = render(
  { ...emptyDocument(), sections: [{ id: 's', kind: 'system', role: null, text: '{{text}}' }] },
  {},
).variables;
const asCase = ({ id, input, expected }: Given): ExampleCase => ({
  ...{ id, name: id, expected },
  values: { text: input },
});
const still = { now: () => 0 };
/** All at once. */
function choosePairs(
  own: string,
  from: readonly Given[],
  limits: { pairs: number; tokens: number },
  count: (text: string) => number,
): pairing.ChosenPair[] {
  const index = stepOn(pairing.indexPairs(variables, from.map(asCase)), still.now)?.outcome;
  if (!index) throw new Error('A clock that stands still never ends a slice.');
  return stepOn(pairing.choosePairs(own, index, limits, count), still.now)?.outcome ?? [];
}
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
          const all = some.map((one, at) => ({ ...one, id: String(at) }));
          const chosen = choosePairs(own, all, { pairs, tokens }, byLetter);
          expect(choosePairs(own, all, { pairs, tokens }, byLetter)).toEqual(chosen);
          expect(chosen.length).toBeLessThanOrEqual(pairs);
          expect(chosen.reduce((sum, one) => sum + one.tokens, 0)).toBeLessThanOrEqual(tokens);
          expect(chosen.every(({ input, expected }) => input !== own && expected !== '')).toBe(true);
          expect(new Set(chosen.map(({ id }) => id)).size).toBe(chosen.length);
          for (const [at, one] of chosen.entries()) {
            expect(one.similarity).toBe(wordSimilarity(own, one.input));
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

describe('choosing in slices', () => {
  const many = Array.from({ length: 300 }, (_, at) => asCase(candidate(String(at), `fox ${at} runs`)));
  /** Each look at the clock is a millisecond. */
  const clock = () => {
    let time = 0;
    return () => ++time;
  };

  it('lets others go first, and chooses the same', async () => {
    let paused = 0;
    const giveWay = async () => {
      paused += 1;
    };
    const pauses = { now: clock(), giveWay };
    const index = await carryOut(pairing.indexPairs(variables, many), pauses);
    expect(paused).toBeGreaterThan(30);
    const limits = { pairs: 3, tokens: 1_000 };
    const chosen = await carryOut(pairing.choosePairs('fox 7 runs', index, limits, byLetter), pauses);
    expect(chosen).toEqual(
      choosePairs(
        'fox 7 runs',
        many.map((one) => candidate(one.id, String(one.values.text))),
        limits,
        byLetter,
      ),
    );
  });

  it('ends where it is once nobody waits for it, and can be gone on with', async () => {
    const steps = pairing.indexPairs(variables, many);
    const stop = async () => {
      throw new Error('stopped');
    };
    await expect(carryOut(steps, { now: clock(), giveWay: stop })).rejects.toThrow('stopped');
    const { candidates } = await carryOut(steps, { now: clock(), giveWay: async () => undefined });
    expect(candidates.map(({ id }) => id)).toEqual(many.map(({ id }) => id));
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

  it('are told where they stand, and are a piece of their own', () => {
    const several = [...pairs, { input: 'two', output: 'x' }];
    const system = { id: 'y', kind: 'system' as const, role: null, text: 'Be kind.' };
    const closing = { id: 'o', kind: 'output_format' as const, role: null, text: 'As a line.' };
    const whole = { ...document, sections: [system, ...document.sections, closing] };
    const inText = render(whole, {}, null, { pairs: several });
    expect(
      inText.pairPlaces.map(({ message, from, to }) => inText.messages[message]?.content.slice(from, to)),
    ).toEqual(several.map(writePair));
    expect(inText.sections.filter(({ part }) => part === 'pairs')).toEqual([
      { sectionId: null, kind: 'examples', part: 'pairs', text: several.map(writePair).join('\n\n') },
    ]);
    const asTurns = render({ ...whole, examplesAs: 'messages' }, {}, null, { pairs: several });
    expect(asTurns.pairPlaces.map(({ message }) => asTurns.messages[message]?.content)).toEqual([
      '{{not}} a tag',
      'two',
    ]);
    expect(render(whole, {}).pairPlaces).toEqual([]);
  });
});
