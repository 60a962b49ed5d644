import { addCases, createCaseSet, getCaseSet } from '@promptvault/contract/studio/cases/routes';
import * as contract from '@promptvault/contract/studio/suites/routes';
import type { CaseProposalsView } from '@promptvault/contract/studio/suites/shapes';
import { openRunHouse, type RunHouse } from '@promptvault/testing/run-house';
import { type Caller, callers } from '@promptvault/testing/test-house';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readProposals, readWhole } from './read-proposals.ts';

let runs: RunHouse;
let caseSetId = '';
beforeAll(async () => {
  runs = await openRunHouse();
  const body = { promptId: runs.promptId, name: 'Proposals' };
  caseSetId = (await runs.house.as('editor').call(createCaseSet, { body })).body.id;
});
afterAll(() => runs.close());

const scripted = (model: string) => ({ connectionId: runs.connectionId, model });
const propose = (body: object, caller: Caller = 'editor', set = caseSetId) =>
  runs.house.as(caller).call(contract.proposeCases, { params: { caseSetId: set }, body });
const read = (runId: string, caller: Caller = 'editor') =>
  runs.house.as(caller).call(contract.getProposals, { params: { caseSetId, runId } });
async function proposals(body: object): Promise<CaseProposalsView> {
  const asked = await propose(body);
  expect(asked.status, JSON.stringify(asked.body)).toBe(202);
  await runs.ended(asked.body.runId);
  return (await read(asked.body.runId)).body;
}

const answer = {
  cases: [
    { name: 'Neap', values: { topic: 'neap tides' }, expected: null, mustContain: ['moon', ' '] },
    { name: 'Empty', values: { topic: '' }, expected: 'Nothing to explain.', mustContain: [] },
  ],
};

describe('proposed cases', () => {
  it('come from a model that is shown the prompt, and are stored only when they are added', async () => {
    runs.provider.script('scripted-proposals', {
      text: `Here:\n\`\`\`json\n${JSON.stringify(answer)}\n\`\`\``,
    });
    const before = runs.provider.requests.length;
    const found = await proposals({
      model: scripted('scripted-proposals'),
      count: 2,
      about: 'say "no" {{topic}}',
    });
    const sent = JSON.stringify(runs.provider.requests[before]?.body);
    for (const words of ['Write 2 cases', 'Explain {{topic}}.', 'no\\\\\\" {{topic}}'])
      expect(sent).toContain(words);
    expect(found).toMatchObject({
      status: 'finished',
      problems: [],
      cases: [
        {
          name: 'Neap',
          values: { topic: 'neap tides' },
          expected: null,
          tags: ['generated'],
          assertions: [{ kind: 'contains', values: ['moon'], ignoreCase: true }],
        },
        { name: 'Empty', values: { topic: '' }, expected: 'Nothing to explain.', assertions: [] },
      ],
    });
    const set = async () =>
      (await runs.house.as('editor').call(getCaseSet, { params: { caseSetId } })).body.cases;
    expect(await set()).toBe(0);
    expect(found).toMatchObject({ duplicates: [], microDollars: null });
    const body = { cases: found.cases.slice(0, 1) };
    expect((await runs.house.as('editor').call(addCases, { params: { caseSetId }, body })).status).toBe(201);
    expect(await set()).toBe(1);
    // What is in the set by now is a duplicate, also by other letters; so is what was proposed twice.
    const twice = [
      { name: 'Loud', values: { topic: 'NEAP TIDES' } },
      ...answer.cases.slice(1),
      answer.cases[1],
    ];
    runs.provider.script('scripted-proposals', { text: JSON.stringify({ cases: twice }) });
    const again = await proposals({ model: scripted('scripted-proposals') });
    expect(again.duplicates).toEqual([
      { index: 0, of: 'Neap' },
      { index: 2, of: 'Empty' },
    ]);
  });

  it('arrive one by one while the model writes', () => {
    const whole = JSON.stringify(answer);
    const counts = [0, 30, whole.indexOf('}') + 1, whole.length - 30, whole.length].map(
      (length) => readWhole(whole.slice(0, length)).cases.length,
    );
    expect(counts).toEqual([0, 0, 0, 1, 2]);
    expect(readWhole('[{"name":"a } \\" ]"},{"name":"b').cases.map(({ name }) => name)).toEqual(['a } " ]']);
    expect(readWhole('no list').cases).toEqual([]);
  });

  it('that are none are said so, and what a run could not answer too', async () => {
    expect(await proposals({ model: { connectionId: null, model: 'echo' } })).toMatchObject({
      status: 'finished',
    });
    expect(await proposals({ model: scripted('scripted-fast') })).toMatchObject({
      cases: [],
      problems: [expect.stringContaining('did not answer with cases')],
    });
    const failed = await proposals({ model: scripted('scripted-400') });
    expect(failed).toMatchObject({ status: 'failed', cases: [] });
    expect(failed.problems[0]).toBeTruthy();
  });

  it('are for whoever writes cases and sees the run', async () => {
    const body = { model: { connectionId: null, model: 'echo' } };
    const { runId } = (await propose(body)).body;
    await runs.ended(runId);
    const all = async (ask: (caller: Caller) => Promise<{ status: number }>) =>
      Object.fromEntries(
        await Promise.all(callers.map(async (caller) => [caller, (await ask(caller)).status])),
      );
    expect(await all((caller) => propose(body, caller))).toEqual({
      owner: 202,
      admin: 202,
      editor: 202,
      viewer: 403,
      guest: 403,
      stranger: 404,
      nobody: 401,
    });
    expect(await all((caller) => read(runId, caller))).toEqual({
      owner: 200,
      admin: 200,
      editor: 200,
      viewer: 403,
      guest: 403,
      stranger: 404,
      nobody: 401,
    });
  });

  it.each([
    ['nothing', '', 0, 1],
    ['words', 'I cannot do that.', 0, 1],
    ['a list', '[{"name":"A","values":{"x":1}}]', 1, 0],
    ['wrong kinds', '{"cases":[1,{"values":[],"expected":5,"mustContain":{}},null]}', 3, 0],
    ['a NUL and half a pair', '{"cases":[{"name":"a\\u0000\\ud800","values":{"x":"y"}}]}', 1, 0],
    ['values that cannot be stored', '{"cases":[{"values":{"x":"\\u0000"}}]}', 0, 1],
    ['too many', JSON.stringify({ cases: Array(60).fill({ name: 'A' }) }), 50, 1],
    ['a prototype', '{"cases":[{"values":{"__proto__":{"x":1}}}]}', 1, 0],
    ['words with brackets', 'I cannot do that, see [[1] and [2.', 0, 1],
    ['an answer that breaks off', '{"cases":[{"name":"A","values":{"x":"1"}},{"name":"B', 1, 1],
    ['a deep tree', `{"cases":[{"values":{"x":${'['.repeat(9_000)}${']'.repeat(9_000)}}}]}`, 0, 1],
  ])('are read of %s without a fault', (_what, output, cases, problems) => {
    const found = readProposals(output);
    expect([found.cases.length, found.problems.length]).toEqual([cases, problems]);
  });
});
