import { getBudget, updateBudget } from '@promptvault/contract/account/billing/routes';
import { getCaseSet, listCases } from '@promptvault/contract/studio/cases/routes';
import { createModelFacts } from '@promptvault/contract/studio/models/routes';
import { stopRun } from '@promptvault/contract/studio/runs/routes';
import type { DescribedPromptView } from '@promptvault/contract/studio/suites/described';
import * as contract from '@promptvault/contract/studio/suites/routes';
import { getPrompt, listPrompts } from '@promptvault/contract/vault/prompts/routes';
import { openRunHouse, type RunHouse } from '@promptvault/testing/run-house';
import { type Caller, callers } from '@promptvault/testing/test-house';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let runs: RunHouse;
beforeAll(async () => {
  runs = await openRunHouse();
  const price = { inputMicroDollars: 1_000_000, outputMicroDollars: 1_000_000, maxOutputTokens: 1_000 };
  const body = { connectionId: runs.connectionId, model: 'scripted-json', ...price };
  await runs.house.as('owner').call(createModelFacts, { body });
});
afterAll(() => runs.close());

const scripted = (model = 'scripted-json') => ({ connectionId: runs.connectionId, model });
const about = 'Answers "letters" of customers: {{x}}';
const ask = (more: object = {}, caller: Caller = 'editor') =>
  runs.house
    .as(caller)
    .call(contract.describePrompt, { body: { model: scripted(), about, count: 2, ...more } });
const read = (runId: string, caller: Caller = 'editor') =>
  runs.house.as(caller).call(contract.getDescribedPrompt, { params: { runId } });
const create = (runId: string, body: object, caller: Caller = 'editor') =>
  runs.house.as(caller).call(contract.createDescribedPrompt, { params: { runId }, body: body as never });
async function described(more: object = {}): Promise<DescribedPromptView> {
  const asked = await ask(more);
  expect(asked.status, JSON.stringify(asked.body)).toBe(202);
  await runs.ended(asked.body.runId);
  return (await read(asked.body.runId)).body;
}
const all = async (call: (caller: Caller) => Promise<{ status: number }>) =>
  Object.fromEntries(await Promise.all(callers.map(async (caller) => [caller, (await call(caller)).status])));

const answer = {
  title: 'Letters',
  description: 'Answers letters.',
  sections: [{ kind: 'instructions', text: 'Answer: {{letter}}' }],
  variables: [{ name: 'letter', type: 'text', example: 'Where is it?' }],
  cases: [
    { name: 'Late', values: { letter: 'Where is it?' }, mustContain: ['sorry'] },
    { name: 'Empty', values: { letter: '' }, expected: 'Which letter?' },
  ],
};
const says = (given: unknown, model = 'scripted-json') =>
  runs.provider.script(model, { text: typeof given === 'string' ? given : JSON.stringify(given) });
const lastSent = () => JSON.stringify(runs.provider.requests.at(-1)?.body);

describe('a prompt by a description', () => {
  it('is written by a model, looked at, and created with the cases that are wanted', async () => {
    says(answer);
    const found = await described();
    expect(found).toMatchObject({
      status: 'finished',
      faults: [],
      problems: [],
      draft: { title: 'Letters' },
    });
    expect(found.microDollars).toBeGreaterThan(0);
    for (const words of ['and 2 cases', '\\"letters\\\\\\" of customers: {{x}}'])
      expect(lastSent()).toContain(words.replaceAll('\\"l', '\\\\\\"l'));
    const prompts = async () => (await runs.house.as('editor').call(listPrompts, {})).body.items.length;
    const before = await prompts();
    const { title, description, document, cases } = found.draft as NonNullable<typeof found.draft>;
    const body = { title: `${title}, edited`, description, document, cases: cases.slice(0, 1) };
    const made = await create(found.runId, body);
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    expect(await prompts()).toBe(before + 1);
    const { promptId, caseSetId } = made.body as { promptId: string; caseSetId: string };
    const editor = runs.house.as('editor');
    expect((await editor.call(getPrompt, { params: { promptId } })).body).toMatchObject({
      title: 'Letters, edited',
      head: { number: 1 },
    });
    const set = (await editor.call(getCaseSet, { params: { caseSetId } })).body;
    expect(set).toMatchObject({ promptId, cases: 1 });
    const listed = (await editor.call(listCases, { params: { caseSetId } })).body.items;
    expect(listed).toMatchObject([{ name: 'Late', values: { letter: 'Where is it?' }, tags: ['generated'] }]);
    // As a draft without a version, and without cases there is no set.
    const kept = await create(found.runId, { title: 'Kept', document, commit: false });
    expect(kept.body).toMatchObject({ caseSetId: null });
    const shown = await editor.call(getPrompt, { params: { promptId: kept.body.promptId } });
    expect(shown.body.head).toBeNull();
  });

  it('that is nonsense is said in words, and asked for again with what is wrong and a remark', async () => {
    says({ ...answer, variables: [] });
    const first = await described();
    expect(first).toMatchObject({ draft: null, faults: ['It uses "letter" and does not declare it.'] });
    expect(first.answer).toContain('Answer: {{letter}}');
    says(answer);
    const next = await described({ previous: { runId: first.runId, remark: 'Shorter, please' } });
    for (const words of ['does not declare it', 'Shorter, please', 'Answer: {{letter}}'])
      expect(lastSent()).toContain(words);
    expect(next.draft).toMatchObject({ title: 'Letters' });
    says('I cannot do that.');
    expect(await described()).toMatchObject({
      draft: null,
      faults: ['The answer has no JSON object of a prompt.'],
    });
    const failed = await described({ model: scripted('scripted-400') });
    expect(failed).toMatchObject({ status: 'failed', draft: null });
    expect(failed.faults[0]).toBeTruthy();
  });

  it('is stopped like any run', async () => {
    runs.provider.script('scripted-json', { text: JSON.stringify(answer), tokensPerSecond: 2 });
    const { runId } = (await ask()).body;
    expect((await runs.house.as('editor').call(stopRun, { params: { runId } })).status).toBeLessThan(300);
    await runs.ended(runId);
    expect((await read(runId)).body).toMatchObject({ status: 'stopped', draft: null });
    says(answer);
  });

  it('holds the budget before and settles it after; with nothing left no model is called', async () => {
    const owner = runs.house.as('owner');
    const budget = async () => (await owner.call(getBudget)).body;
    const before = await budget();
    const found = await described();
    const after = await budget();
    expect(after.day.reservedMicroDollars).toBe(0);
    expect(after.day.spentMicroDollars - before.day.spentMicroDollars).toBe(found.microDollars);
    const limit = async (dayMicroDollars: number | null) =>
      owner.call(updateBudget, { body: { dayMicroDollars }, revision: (await budget()).revision });
    await limit(after.day.spentMicroDollars + 1);
    const asked = runs.provider.requests.length;
    const refused = await ask();
    expect(refused.body).toMatchObject({ code: 'budget.exhausted' });
    expect(runs.provider.requests.length).toBe(asked);
    await limit(null);
  });

  it('is for whoever creates prompts and sees the run', async () => {
    const model = { connectionId: null, model: 'echo' };
    expect(await all((caller) => ask({ model }, caller))).toEqual({
      ...{ owner: 202, admin: 202, editor: 202, viewer: 403, guest: 403 },
      ...{ stranger: 202, nobody: 401 },
    });
    const { runId } = (await ask({ model })).body;
    await runs.ended(runId);
    const allowed = {
      owner: 200,
      admin: 200,
      editor: 200,
      viewer: 403,
      guest: 403,
      stranger: 404,
      nobody: 401,
    };
    expect(await all((caller) => read(runId, caller))).toEqual(allowed);
    says(answer);
    const { document } = (await described()).draft as NonNullable<DescribedPromptView['draft']>;
    expect(await all((caller) => create(runId, { title: 'Theirs', document }, caller))).toEqual({
      ...allowed,
      ...{ owner: 201, admin: 201, editor: 201 },
    });
    expect((await ask({ model, previous: { runId, remark: '' } }, 'stranger')).status).toBe(404);
  });
});
