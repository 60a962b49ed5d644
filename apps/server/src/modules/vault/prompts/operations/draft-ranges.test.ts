import * as contract from '@promptvault/contract/vault/prompts/routes';
import { emptyDocument } from '@promptvault/document';
import { openTestHouse, type TestHouse } from '@promptvault/testing/test-house';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPrompt } from '../open.ts';
import { type KeptRange, keepRange, readDraftRanges, replaceRange } from './draft-ranges.ts';

let house: TestHouse;
let promptId: string;
let branchId: string;
let range: KeptRange;

const text = 'Answer kindly. Never promise a date. Sign with your name.';
const documentOf = (instructions: string) => ({
  ...emptyDocument(),
  sections: [{ id: 's1', kind: 'instructions' as const, role: null, text: instructions }],
});

const write = async (instructions: string) => {
  const params = { promptId, branch: 'main' };
  const { revision } = (await house.as('editor').call(contract.getDraft, { params })).body;
  const body = { document: documentOf(instructions) };
  const answer = await house.as('editor').call(contract.replaceDraft, { params, body, revision });
  expect(answer.status).toBe(200);
};
const within = <T>(
  fn: (ctx: Parameters<typeof openPrompt>[0], prompt: Awaited<ReturnType<typeof opened>>) => Promise<T>,
) => house.within('editor', async (ctx) => fn(ctx, await opened(ctx)));
const opened = (ctx: Parameters<typeof openPrompt>[0]) => openPrompt(ctx, { promptId }, 'prompt.write');
const draftText = async () =>
  (await house.as('editor').call(contract.getDraft, { params: { promptId, branch: 'main' } })).body.document
    .sections[0].text;

beforeAll(async () => {
  house = await openTestHouse();
  const body = { title: 'Refund reply', document: documentOf(text) };
  promptId = (await house.as('editor').call(contract.createPrompt, { body })).body.id;
});
afterAll(() => house.close());

describe('a kept range of a draft', () => {
  it('is kept where its words stand, even when the caller’s text is a little older', async () => {
    const wanted = { branch: 'main', sectionId: 's1', quote: 'Never promise a date.', from: 3, to: 24 };
    const kept = await within((ctx, prompt) => keepRange(ctx, prompt, wanted));
    if (typeof kept === 'string') throw new Error(kept);
    ({ branchId, range } = kept);
    const reader = await within((ctx) => readDraftRanges(ctx, branchId));
    expect(reader?.place(range)).toEqual({ from: 15, to: 36, text: 'Never promise a date.' });
    const other = { ...wanted, quote: 'Always promise' };
    expect(await within((ctx, prompt) => keepRange(ctx, prompt, other))).toBe('gone');
    expect(await within((ctx, prompt) => keepRange(ctx, prompt, { ...wanted, sectionId: 's9' }))).toBe(
      'no section',
    );
  });

  it('stays with its words while others write around and inside them', async () => {
    await write(`Dear colleague! ${text.replace('a date', 'any date')} Bye.`);
    const reader = await within((ctx) => readDraftRanges(ctx, branchId));
    expect(reader?.place(range)?.text).toBe('Never promise any date.');
  });

  it('is replaced only where exactly the expected words stand', async () => {
    const find = (reader: { place(range: KeptRange): { from: number; to: number } | null }) =>
      reader.place(range);
    const edit = { branchId, sectionId: 's1', find, text: 'Name no date.' };
    const before = await draftText();
    expect(
      await within((ctx, prompt) =>
        replaceRange(ctx, prompt, { ...edit, expected: 'Never promise a date.' }),
      ),
    ).toBe(false);
    expect(await draftText()).toBe(before);
    expect(
      await within((ctx, prompt) =>
        replaceRange(ctx, prompt, { ...edit, expected: 'Never promise any date.' }),
      ),
    ).toBe(true);
    expect(await draftText()).toBe('Dear colleague! Answer kindly. Name no date. Sign with your name. Bye.');
  });

  it('is nowhere once its words are gone', async () => {
    await write('Translate.');
    const reader = await within((ctx) => readDraftRanges(ctx, branchId));
    expect(reader?.place(range)).toBeNull();
  });
});
