import { emptyDocument, type PromptDocument } from '@promptvault/document';
import { describe, expect, it } from 'vitest';
import { readRewrites } from './read-rewrites.ts';

const original: PromptDocument = {
  ...emptyDocument(),
  sections: [{ id: 's1', kind: 'instructions', role: null, text: 'Explain {{topic}}.' }],
};
const read = (candidates: unknown, known: PromptDocument[] = [original]) =>
  readRewrites(typeof candidates === 'string' ? candidates : JSON.stringify({ candidates }), {
    ...{ base: original, original, known, most: 3 },
  });
const edited = (text: string) => ({ idea: 'Try', edits: [{ section: 's1', text }] });

describe('rewrites', () => {
  it('are made of edits, with fences and words around them', () => {
    const [one, two] =
      read(
        `Here:\n\`\`\`json\n${JSON.stringify({
          candidates: [
            edited('Explain {{topic}} briefly.'),
            { idea: 'A form', edits: [{ add: 'output_format', text: 'One sentence.' }] },
          ],
        })}\n\`\`\``,
      ) ?? [];
    expect(one).toMatchObject({ idea: 'Try', discarded: null });
    expect(one?.document?.sections[0]?.text).toBe('Explain {{topic}} briefly.');
    expect(two?.document?.sections).toMatchObject([
      { id: 's1' },
      { kind: 'output_format', text: 'One sentence.' },
    ]);
  });

  it('are found between words that name variables, and are the last that were said', () => {
    const said = (text: string) => JSON.stringify({ candidates: [edited(text)] });
    const [one, ...more] =
      read(
        `I keep {{topic}}. First {"idea": 1}: ${said('Say {{topic}}.')}\nBetter:\n${said('Tell of {{topic}}.')}\nAll keep {{topic}}.`,
      ) ?? [];
    expect(one?.document?.sections[0]?.text).toBe('Tell of {{topic}}.');
    expect(more).toEqual([]);
  });

  it.each<[string, unknown, RegExp]>([
    ['loses a variable', edited('Explain it.'), /no longer uses topic/],
    ['invents a variable', edited('Explain {{topic}} to {{reader}}.'), /uses reader/],
    ['takes in what a value names', edited('Explain {{> *topic}}.'), /takes in whatever prompt topic names/],
    ['does not parse', edited('Explain {{topic}} {{#if}}'), /error/],
    ['changes nothing', edited('Explain {{topic}}.'), /the same/],
    ['changes an unknown section', { idea: '', edits: [{ section: 's9', text: 'x' }] }, /does not have/],
    ['has no edits', { idea: 'x', edits: [] }, /no edits/],
    ['is a number', 5, /no edits/],
  ])('that %s are discarded with the reason', (_what, candidate, reason) => {
    const [one] = read([candidate]) ?? [];
    expect(one?.discarded).toMatch(reason);
  });

  it('that are the same are run once, and no more than asked for are read', () => {
    const found = read([edited('Explain {{topic}} well.'), edited('Explain {{topic}} well.'), 1, 2, 3]);
    expect(found?.map(({ discarded }) => discarded === null)).toEqual([true, false, false]);
  });

  it.each(['', 'I cannot.', '{"candidates": []}', '{"candidates": {}}', '[1]', '{'])(
    'are none in “%s”',
    (answer) => expect(read(answer)).toBeUndefined(),
  );
});
