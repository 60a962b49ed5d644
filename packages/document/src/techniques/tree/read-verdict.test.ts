import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readVerdict } from './read-verdict.ts';
import { closingMessages, thoughtMessages, verdictMessages } from './tree-words.ts';

const scale = { from: 1, to: 10 };

describe('a verdict', () => {
  it.each([
    ['{"why": "It is right.", "score": 7}', { score: 7, why: 'It is right.' }],
    ['Well.\n```json\n{"score": "8.5", "reason": "good"}\n```', { score: 8.5, why: 'good' }],
    ['{"score": "7/10"}', { score: 7, why: '' }],
    ['I would say {so}.\n{"a":{"score":3},"score":4}', { score: 4, why: '' }],
    ['It leads nowhere.\n**Score: 3/10**', { score: 3, why: 'It leads nowhere.' }],
    ['Score = 9.', { score: 9, why: '' }],
    ['Score: 7 out of 10. It is right.', { score: 7 }],
    ['Score: 3 / 5', { unscored: 'no_score' }],
    ['Rating: 3 (out of 5)', { unscored: 'no_score' }],
    ['Score: 3, of which 2 are sure', { score: 3 }],
    [' 6 \n', { score: 6, why: '' }],
    ['{"score": 11}', { unscored: 'out_of_scale' }],
    ['{"score": 0}', { unscored: 'out_of_scale' }],
    ['{"score": 3} or rather {"score": 5}', { unscored: 'ambiguous' }],
    ['{"score": 3} yes, {"score": 3}', { score: 3 }],
    ['{"score": "7/20"}', { unscored: 'no_score' }],
    ['{"score": null, "why": "?"}', { unscored: 'no_score', why: '?' }],
    ['{"score": 7', { unscored: 'no_score' }],
    ['Bananas are yellow, 7 of them.', { unscored: 'no_score', why: 'Bananas are yellow, 7 of them.' }],
    ['', { unscored: 'no_score', why: '' }],
  ])('in %j', (text, expected) => {
    expect(readVerdict(text, scale)).toMatchObject(expected);
  });

  it('is read from whatever a model says, quickly, and never outside the scale', () => {
    const seed = Date.now();
    console.info(`seed of the verdicts: ${seed}`);
    const piece = fc.constantFrom(
      '{"score":',
      '"score"',
      '7',
      '}',
      '{',
      'Score: ',
      '\n',
      '/10',
      '-',
      '1e9',
      '\\',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 30 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, (said) => {
        const verdict = readVerdict(said, scale);
        if ('score' in verdict) expect(verdict.score >= 1 && verdict.score <= 10).toBe(true);
      }),
      { seed, numRuns: 2_000 },
    );
    const from = performance.now();
    for (const sign of ['{', '{"score":', 'score: ', '9'.repeat(9), '*'])
      readVerdict(sign.repeat(200_000), scale);
    expect(performance.now() - from).toBeLessThan(15_000);
  });
});

it('asks in the last message of the user, so that no two of one role stand in a row', () => {
  const task = [
    { role: 'system' as const, content: 'Be brief.' },
    { role: 'user' as const, content: 'Make 24 of 4 4 8 8.' },
  ];
  const asked = thoughtMessages(task, ['8 + 8 = 16'], { instruction: 'One move.', depth: 3 });
  expect(asked.map(({ role }) => role)).toEqual(['system', 'user']);
  expect(asked[1]?.content).toMatch(/^Make 24[\s\S]*8 \+ 8 = 16[\s\S]*step 2[\s\S]*One move/);
  const last = [...task, { role: 'assistant' as const, content: 'Hm.' }];
  expect(closingMessages(last, ['a']).map(({ role }) => role)).toEqual([
    'system',
    'user',
    'assistant',
    'user',
  ]);
  const [system, user] = verdictMessages(task, [], 'x', {
    evaluator: { by: 'prompt', prompt: 'Judge moves.' },
    scale,
  });
  expect(system?.content).toMatch(/^Judge moves\.\n\nThe score is a number from 1 to 10/);
  expect(user?.content).toContain('<step_to_judge>\nx\n</step_to_judge>');
});
