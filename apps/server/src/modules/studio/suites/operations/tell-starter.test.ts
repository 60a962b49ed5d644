import { listNotices } from '@promptvault/contract/account/notifications/routes';
import { addCases, createCaseSet } from '@promptvault/contract/studio/cases/routes';
import { createModelFacts } from '@promptvault/contract/studio/models/routes';
import * as contract from '@promptvault/contract/studio/suites/routes';
import { openRunHouse, pause, type RunHouse } from '@promptvault/testing/run-house';
import type { Caller } from '@promptvault/testing/test-house';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let runs: RunHouse;
beforeAll(async () => {
  runs = await openRunHouse();
  const body = { connectionId: runs.connectionId, model: 'steady', maxOutputTokens: 100 };
  const price = { inputMicroDollars: 1_000_000, outputMicroDollars: 1_000_000 };
  await runs.house.as('owner').call(createModelFacts, { body: { ...body, ...price } });
  runs.provider.script('steady', { text: 'The tides rise.', firstTokenDelayMs: 150 });
});
afterAll(() => runs.close());

const editor = () => runs.house.as('editor');
let made = 0;

async function newSuite(word: string, more: object = {}): Promise<string> {
  made += 1;
  const named = { promptId: runs.promptId, name: `Suite ${made}` };
  const set = await editor().call(createCaseSet, { body: named });
  const cases = Array.from({ length: 4 }, (_, index) => ({
    ...{ name: `Case ${index}`, values: { topic: `t${index}` } },
    assertions: [{ kind: 'contains', values: [word] }],
  }));
  await editor().call(addCases, { params: { caseSetId: set.body.id }, body: { cases } });
  const models = [{ connectionId: runs.connectionId, model: 'steady' }];
  const { body } = await editor().call(contract.createSuite, {
    body: { ...named, caseSetId: set.body.id, models, concurrency: 1, ...more },
  });
  return body.id;
}

/** Runs it as if it had been started so many minutes ago. */
async function run(suiteId: string, minutes: number, stopped = false): Promise<string> {
  const { body: started } = await editor().call(contract.startSuite, { params: { suiteId }, body: {} });
  const params = { suiteRunId: started.id };
  await runs.house.within('editor', async ({ tx }) => {
    await tx.execute(
      sql`update suite_run set created_at = created_at - ${`${minutes} minutes`}::interval where id = ${started.id}::uuid`,
    );
  });
  if (stopped) await runs.house.as('owner').call(contract.stopSuiteRun, { params });
  while ((await editor().call(contract.getSuiteRun, { params })).body.status === 'running') await pause(30);
  return started.id;
}

const told = async (caller: Caller = 'editor') => {
  const { body } = await runs.house.as(caller).call(listNotices, { query: { kind: 'suite.run_done' } });
  return (body.items as { title: string; body: string | null; address: string }[]).map((notice) => [
    notice.title,
    notice.body,
    notice.address,
  ]);
};

describe('a run of a suite that took longer than a minute', () => {
  it('tells whoever started it how it ended, and nobody else', async () => {
    const green = await run(await newSuite('tides'), 2);
    const red = await run(await newSuite('moon'), 2);
    const spent = await run(await newSuite('tides', { budgetMicroDollars: 140 }), 2);
    const [third, second, first] = await told();
    expect(first).toEqual(['The suite Suite 1 is green', '4 of 4 cases passed.', `/suites/runs/${green}`]);
    expect(second).toEqual(['The suite Suite 2 is not green', '0 of 4 cases passed.', `/suites/runs/${red}`]);
    expect(third).toEqual([
      'The suite Suite 3 stopped, since nothing was left to pay for it',
      expect.stringMatching(/^[0-3] of 4 cases passed\.$/),
      `/suites/runs/${spent}`,
    ]);
    for (const caller of ['owner', 'admin', 'viewer'] as const) expect(await told(caller)).toEqual([]);
  });

  it('tells nobody of one that was short, or that a person stopped', async () => {
    const before = (await told()).length;
    await run(await newSuite('tides'), 0);
    await run(await newSuite('tides'), 2, true);
    expect(await told()).toHaveLength(before);
  });
});
