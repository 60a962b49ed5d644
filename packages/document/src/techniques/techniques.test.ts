import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractAnswer } from './extract-answer.ts';
import type { AnswerRule } from './shape.ts';
import { takeVote } from './take-vote.ts';
import { createThoughtSplitter } from './think-first.ts';

const after = (marker: string): AnswerRule => ({ by: 'after', marker });
const json = (pointer: string): AnswerRule => ({ by: 'json', pointer });

describe('the answer in a text', () => {
  it.each<[AnswerRule, string, string | undefined]>([
    [{ by: 'whole' }, '  **Yes**.\n', 'yes'],
    [{ by: 'whole' }, ' \n ', undefined],
    [{ by: 'whole' }, 'well...', 'well...'],
    [{ by: 'last_line' }, 'First\n\nIt is  42.\n\n', 'it is 42'],
    [{ by: 'last_line' }, '', undefined],
    [{ by: 'last_number' }, 'Of 3 apples 1,250.50 remain', '1250.5'],
    [{ by: 'last_number' }, 'x2 and −7', '-7'],
    [{ by: 'last_number' }, 'about 1e3', '1000'],
    [{ by: 'last_number' }, 'none at all, v2', undefined],
    [{ by: 'last_number' }, '-0', '0'],
    [{ by: 'last_number' }, 'Die Antwort ist 12,5.', '12.5'],
    [{ by: 'last_number' }, 'Il y en a 1\u202f000 €', '1000'],
    [{ by: 'last_number' }, 'It costs 1 000', '1000'],
    [{ by: 'last_number' }, '1.234,50 €', '1234.5'],
    [{ by: 'last_number' }, 'pages 3-5', '5'],
    [{ by: 'last_number' }, '2,3,5,7', '7'],
    [{ by: 'last_number' }, 'values 10,20,30,40', '40'],
    [{ by: 'last_number' }, 'Es sind 12,5, also wenig', '12.5'],
    [{ by: 'last_number' }, 'on 2026-11-29, v1.2.3', '29'],
    [after('Answer:'), 'answer: no\nANSWER:  Yes.\nbye', 'yes'],
    [after('Answer:'), 'Answer:\nParis\nmore', 'paris'],
    [after('Answer:'), 'nothing', undefined],
    [after('ß'), 'İİ ß ja', 'ja'],
    [json(''), '```json\n{"b":1,"a":[2]}\n```', '{"a":[2],"b":1}'],
    [json('/a/1/x~1y'), '{"a":[0,{"x/y":"Z"}]}', '"Z"'],
    [json('/a'), '{"b":1}', undefined],
    [json('/toString'), '{}', undefined],
    [json('/a/01'), '{"a":[1,2]}', undefined],
    [json(''), 'not json', undefined],
  ])('%j in %j is %j', (rule, text, key) => {
    expect(extractAnswer(text, rule)?.key).toBe(key);
  });

  const rule = fc.oneof(
    fc.constantFrom<AnswerRule>({ by: 'whole' }, { by: 'last_line' }, { by: 'last_number' }),
    fc.string({ minLength: 1, maxLength: 5 }).map(after),
    fc.constantFrom('', '/a', '/0/b').map(json),
  );

  it('never throws, and takes the same however it is asked', () => {
    const seed = Date.now();
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), rule, (text, one) => {
        const found = extractAnswer(text, one);
        expect(extractAnswer(text, one)).toEqual(found);
        if (found) expect(found.key).not.toBe('');
      }),
      { seed, numRuns: 1_000 },
    );
  });

  it('takes a long text in a moment', () => {
    const long = `${'1,234 '.repeat(100_000)}${' '.repeat(300_000)}\n${'9'.repeat(300_000)}`;
    const from = performance.now();
    for (const by of ['whole', 'last_line', 'last_number'] as const) extractAnswer(long, { by });
    extractAnswer(long, after('4'));
    expect(performance.now() - from).toBeLessThan(15_000);
  });
});

describe('a vote', () => {
  it.each([
    ['the most often given', ['4', '5', '4.0'], 0, 2 / 3],
    ['the first of those given equally often', ['b: 2', 'a: 1', '1', '2'], 0, 0.5],
    ['those who gave no number agree with nobody', ['7', 'who knows', 'who knows'], 0, 1 / 3],
    ['those who did not answer count for nothing', [undefined, '7', undefined], 1, 1],
    ['nobody answered', [undefined, undefined], null, null],
    ['nobody gave a number', ['no'], null, null],
  ])('%s', (_name, texts, winner, agreement) => {
    const result = takeVote(texts, { by: 'last_number' });
    expect(result.winner).toBe(winner);
    if (agreement === null) expect(result.agreement).toBeNull();
    else expect(result.agreement).toBeCloseTo(agreement);
  });

  it('counts each sample at most once, and the winner is given as often as any', () => {
    const seed = Date.now();
    const text = fc.option(fc.constantFrom('1', '2', 'x 3', 'none', ''), { nil: undefined });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 20 }), (texts) => {
        const { votes, agreement, winner, answers } = takeVote(texts, { by: 'last_number' });
        const counted = votes.flatMap(({ samples }) => samples);
        expect(new Set(counted).size).toBe(counted.length);
        expect(counted.length).toBe(answers.filter((answer) => answer !== null).length);
        const counts = votes.map(({ samples }) => samples.length);
        expect(counts).toEqual([...counts].sort((a, b) => b - a));
        expect(winner === null).toBe(votes.length === 0);
        if (agreement !== null) expect(agreement > 0 && agreement <= 1).toBe(true);
      }),
      { seed, numRuns: 500 },
    );
  });
});

describe('thoughts before an answer', () => {
  const split = (pieces: readonly string[]) => {
    const splitter = createThoughtSplitter();
    const all = [...pieces.flatMap((piece) => splitter.take(piece)), ...splitter.rest()];
    const of = (kind: string) =>
      all
        .filter((piece) => piece.kind === kind)
        .map(({ text }) => text)
        .join('');
    return { thought: of('thought'), answer: of('answer') };
  };

  it.each([
    ['<thinking>\nA, so B.\n</thinking>\n\nIt is B.', 'A, so B.', 'It is B.'],
    [' \n<think>x</think>y', 'x', 'y'],
    ['No thoughts <thinking>later</thinking>', '', 'No thoughts <thinking>later</thinking>'],
    ['<thinking>never ends', 'never ends', ''],
    ['<thinking>a </think> b</thinking> c', 'a </think> b', 'c'],
    ['<thin', '', '<thin'],
    ['', '', ''],
    ['  plain', '', '  plain'],
    ['<thinking></thinking>c', '', 'c'],
  ])('%j', (text, thought, answer) => {
    expect(split([text])).toEqual({ thought, answer });
  });

  it('are the same however the text is cut', () => {
    const seed = Date.now();
    const piece = fc.constantFrom(
      '<thinking>',
      '</thinking>',
      '<think>',
      '</think>',
      '<',
      'a',
      ' ',
      '\n',
      '</thi',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 12 }),
        fc.infiniteStream(fc.integer({ min: 1, max: 4 })),
        (all, sizes) => {
          const text = all.join('');
          const cut: string[] = [];
          for (let at = 0; at < text.length; ) {
            const size = sizes.next().value as number;
            cut.push(text.slice(at, at + size));
            at += size;
          }
          expect(split(cut)).toEqual(split([text]));
        },
      ),
      { seed, numRuns: 1_000 },
    );
  });
});
