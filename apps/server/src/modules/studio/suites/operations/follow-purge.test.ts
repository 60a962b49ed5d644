import { addCases, createCaseSet } from '@promptvault/contract/studio/cases/routes';
import { getOptimisation, startOptimisation } from '@promptvault/contract/studio/optimiser/routes';
import { createSuite, getSuiteRun, startSuite } from '@promptvault/contract/studio/suites/routes';
import { createPrompt, deletePrompt, getPrompt } from '@promptvault/contract/vault/prompts/routes';
import { document, openRunHouse, pause, type RunHouse } from '@promptvault/testing/run-house';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { purgeDeletedPrompts } from '../../../vault/prompts/operations/purge-prompts.ts';

let runs: RunHouse;
beforeAll(async () => {
  runs = await openRunHouse();
});
afterAll(() => runs.close());

const echo = { connectionId: null, model: 'echo' };
const editor = () => runs.house.as('editor');

async function over(read: () => Promise<{ body: { status: string } }>): Promise<void> {
  while ((await read()).body.status === 'running') await pause(20);
}

/** A prompt with cases, a suite that was run, and an optimisation that is over. */
async function make(title: string) {
  const prompt = await editor().call(createPrompt, { body: { title, document, commit: true } });
  const promptId: string = prompt.body.id;
  const set = await editor().call(createCaseSet, { body: { promptId, name: 'Tone' } });
  const cases = Array.from({ length: 4 }, (_, index) => ({
    name: `Case ${index}`,
    values: { topic: `tide ${index}` },
    assertions: [{ kind: 'contains' as const, values: ['moon'] }],
  }));
  await editor().call(addCases, { params: { caseSetId: set.body.id }, body: { cases } });
  const body = { promptId, caseSetId: set.body.id, name: 'Tone', models: [echo], passRate: 0 };
  const suiteId: string = (await editor().call(createSuite, { body })).body.id;
  const started = await editor().call(startSuite, { params: { suiteId }, body: {} });
  const suiteRunId: string = started.body.id;
  await over(() => editor().call(getSuiteRun, { params: { suiteRunId } }));
  const begun = await editor().call(startOptimisation, {
    body: { promptId, suiteId, model: echo, budgetMicroDollars: 50_000_000 } as never,
  });
  expect(begun.status, JSON.stringify(begun.body)).toBe(201);
  const optimisationId: string = begun.body.id;
  await over(() => editor().call(getOptimisation, { params: { optimisationId } }));
  return { promptId, suiteId, suiteRunId, caseSetId: set.body.id as string, optimisationId };
}

const rowsOf = ({
  promptId,
  suiteId,
  suiteRunId,
  caseSetId,
  optimisationId,
}: Awaited<ReturnType<typeof make>>) =>
  runs.house.within('owner', async ({ tx }) => {
    const rows = await tx.execute<{ what: string; found: boolean }>(
      `select 'prompt' as what, exists (select from prompt where id = '${promptId}') as found
       union all select 'cases', exists (select from case_set where prompt_id = '${promptId}')
       union all select 'case', exists (select from test_case where case_set_id = '${caseSetId}')
       union all select 'suite', exists (select from suite where prompt_id = '${promptId}')
       union all select 'run', exists (select from suite_run where suite_id = '${suiteId}')
       union all select 'item', exists (select from suite_item where suite_run_id = '${suiteRunId}')
       union all select 'optimisation', exists (select from optimisation where prompt_id = '${promptId}')
       union all select 'candidate', exists (
         select from optimisation_candidate where optimisation_id = '${optimisationId}')
       union all select 'tried', exists (select from optimisation_item where optimisation_id = '${optimisationId}')
       union all select 'step', exists (select from optimisation_step where optimisation_id = '${optimisationId}')`,
      'objects',
    );
    return rows.filter(({ found }) => found).map(({ what }) => what);
  });

const all = [
  ...['prompt', 'cases', 'case', 'suite', 'run', 'item'],
  ...['optimisation', 'candidate', 'tried', 'step'],
];

it('erases with a prompt its cases, suites, their runs and its optimisations, and leaves others alone', async () => {
  const [gone, kept] = [await make('Gone'), await make('Kept')];
  expect(await rowsOf(gone)).toEqual(all);
  const { promptId } = gone;
  const { revision } = (await editor().call(getPrompt, { params: { promptId } })).body;
  expect((await editor().call(deletePrompt, { params: { promptId }, revision })).status).toBe(204);
  const { db, ports } = runs.house.application.services;
  const later = new Date(Date.now() + 31 * 24 * 60 * 60_000);
  const work = { db, ports: { ...ports, clock: { ...ports.clock, now: () => later } } };
  await purgeDeletedPrompts({ ...work, signal: new AbortController().signal });
  await runs.house.deliver();
  expect(await rowsOf(gone)).toEqual([]);
  expect(await rowsOf(kept)).toEqual(all);
});
