import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReActReader, reactWords } from './react.ts';

function read(parts: readonly string[]) {
  const reader = createReActReader();
  const told = parts.flatMap((part) => reader.take(part));
  const { pieces, action, said } = reader.end();
  const of = (kind: string) =>
    [...told, ...pieces]
      .filter((piece) => piece.kind === kind)
      .map(({ text }) => text)
      .join('');
  return { thought: of('thought'), answer: of('answer'), action, said };
}

describe('a step in words', () => {
  it.each([
    [
      'Thought: I add.\nAction: add\nAction Input: {"a":1,"b":{"c":"}"}}\nObservation: 9\nFinal Answer: 9',
      { thought: 'Thought: I add.\n', answer: '', action: { name: 'add', input: { a: 1, b: { c: '}' } } } },
    ],
    [
      'Thought: Done.\nFinal Answer:  It is 4.\nTwo lines.',
      { thought: 'Thought: Done.\n', answer: 'It is 4.\nTwo lines.', action: undefined },
    ],
    ['Final Answer:\n\n4', { thought: '', answer: '4', action: undefined }],
    ['Thought: it is simply 4', { answer: 'it is simply 4', action: undefined }],
    ['Action: `look`', { answer: '', action: { name: 'look', input: undefined } }],
    ['action: look\naction input: the moon\n', { action: { name: 'look', input: 'the moon' } }],
    ['Action: look\nAction Input:\n```json\n{"q": 1}\n```', { action: { name: 'look', input: { q: 1 } } }],
    ['Action: look\nAction Input: {"q": ', { action: { name: 'look', input: '{"q":' } }],
    ['', { thought: '', answer: '', action: undefined }],
    [
      '**Thought:** I look.\n**Action:** look\n**Action Input:** {"q": 1}\n**Observation:** made up',
      { thought: '**Thought:** I look.\n', action: { name: 'look', input: { q: 1 } } },
    ],
    ['### Thought\nhm\n### Final Answer\n4', { answer: '4', action: undefined }],
    ['**Final Answer:** 4', { answer: '4', action: undefined }],
    ['__Final Answer__: 4', { answer: '4', action: undefined }],
    [
      'Thought 1: so\nAction 1: look\nAction Input 1: {"q": 2}',
      { action: { name: 'look', input: { q: 2 } } },
    ],
    ['**Thought:** it is simply 4', { answer: 'it is simply 4' }],
    ['* Action: none of this\nFinal Answer: 5', { answer: '5', action: undefined }],
    ['My final answer is not yet known.\nFinal Answer: 5', { answer: '5' }],
  ])('%j', (text, expected) => {
    expect(read([text])).toMatchObject(expected);
  });

  it('is given back up to its action, without what was made up after it', () => {
    const { said } = read(['Thought: a\nAction: x\nAction Input: {"a":1} and so on\nObservation: made up']);
    expect(said).toBe('Thought: a\nAction: x\nAction Input: {"a":1}');
  });

  it('is the same however it is cut, and never throws', () => {
    const seed = Date.now();
    const piece = fc.constantFrom(
      'Thought: ',
      'Action: x',
      '\n',
      'Action Input: ',
      '{"a":1}',
      '{',
      'Final Answer: ',
      '**Action:** ',
      '### Final Answer',
      'Observation: ',
      ' ',
      'yes',
      '\r\n',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 14 }),
        fc.infiniteStream(fc.integer({ min: 1, max: 5 })),
        (all, sizes) => {
          const text = all.join('');
          const cut: string[] = [];
          for (let at = 0; at < text.length; ) {
            const size = sizes.next().value as number;
            cut.push(text.slice(at, at + size));
            at += size;
          }
          expect(read(cut)).toEqual(read([text]));
        },
      ),
      { seed, numRuns: 1_000 },
    );
  });

  it.each(['so on ', 'Final Answer: ', 'Action: x\nAction Input: {"a": "'])(
    'is read in time linear in it: %j',
    (beginning) => {
      const reader = createReActReader();
      const began = performance.now();
      reader.take(beginning);
      for (let count = 0; count < 200_000; count += 1) reader.take('word');
      reader.end();
      expect(performance.now() - began).toBeLessThan(15_000);
    },
  );

  it('is asked for with each tool and the form of the answer', () => {
    const words = reactWords([{ name: 'add', description: 'Adds.', parameters: { type: 'object' } }], {
      type: 'number',
    });
    expect(words).toContain('- add: Adds.\n  Arguments, as a JSON schema: {"type":"object"}');
    expect(words).toContain('by this schema: {"type":"number"}');
  });
});
