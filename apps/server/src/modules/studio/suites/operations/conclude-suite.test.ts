import { addCases, createCaseSet } from '@promptvault/contract/studio/cases/routes';
import * as contract from '@promptvault/contract/studio/suites/routes';
import * as prompts from '@promptvault/contract/vault/prompts/routes';
import { openRunHouse, pause, type RunHouse } from '@promptvault/testing/run-house';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ports } from '../../../../foundation/context/ctx.ts';
import { findSuiteRun, type SuiteRunRow } from '../repository/suite-runs.ts';
import { concludeSuite } from './conclude-suite.ts';

let runs: RunHouse;
beforeAll(async () => {
  runs = await openRunHouse();
});
afterAll(() => runs.close());

const editor = () => runs.house.as('editor');
const check = 'suite:end';
let made = 0;

/** A run whose items are judged and whose end is still to be written, with its check on its way. */
async function unended(): Promise<SuiteRunRow> {
  made += 1;
  const { promptId } = runs;
  const set = await editor().call(createCaseSet, { body: { promptId, name: `Set ${made}` } });
  const cases = [{ name: 'One', values: { topic: 'tides' }, assertions: [] }];
  await editor().call(addCases, { params: { caseSetId: set.body.id }, body: { cases } });
  const models = [{ connectionId: null, model: 'echo' }];
  const suite = await editor().call(contract.createSuite, {
    body: { promptId, caseSetId: set.body.id, name: `Suite ${made}`, models, check },
  });
  const { body } = await editor().call(contract.startSuite, {
    params: { suiteId: suite.body.id },
    body: {},
  });
  while ((await read(body.id))?.status === 'running') await pause(20);
  await runs.house.within('owner', async ({ tx }) => {
    await tx.execute(
      `update suite_run set status = 'running', is_green = false, ended_at = null where id = '${body.id}'`,
    );
    await tx.execute(`update prompt_version_check set status = 'pending'`);
  });
  return (await read(body.id)) as SuiteRunRow;
}
const read = (id: string) => runs.house.within('owner', (ctx) => findSuiteRun(ctx, id));
const checks = async () =>
  (await editor().call(prompts.listVersionChecks, { params: { promptId: runs.promptId, number: '1' } })).body
    .items;
const ports = () => runs.house.application.services.ports;
const ended = (run: SuiteRunRow, more: { ports?: Ports; startedBy?: string | null } = {}) => {
  const onBehalfOf = more.startedBy === undefined ? run.startedBy : more.startedBy;
  const scope = { organizationId: run.organizationId, job: 'test', onBehalfOf };
  return { ports: more.ports ?? ports(), run, scope, name: 'Suite', promptId: runs.promptId };
};
const whole = (run: SuiteRunRow) => ({ wasStopped: false, owner: run.processId });

describe('the end of a suite', () => {
  it('reports its check with it: a process that dies right after it leaves nothing on its way', async () => {
    const run = await unended();
    expect(await checks()).toMatchObject([{ status: 'pending' }]);
    let transactions = 0;
    const dying: Ports = {
      ...ports(),
      within: (scope, fn) => {
        transactions += 1;
        return transactions > 1 ? Promise.reject(new Error('killed')) : ports().within(scope, fn);
      },
    };
    await concludeSuite(ended(run, { ports: dying }), whole(run)).catch(() => undefined);
    expect(await read(run.id)).toMatchObject({ status: 'finished', isGreen: true });
    expect(await checks()).toMatchObject([
      { name: check, status: 'passed', summary: 'Suite: 1 of 1 passed.' },
    ]);
  });

  it('reports it also where whoever started it is gone', async () => {
    const run = await unended();
    await concludeSuite(ended(run, { startedBy: runs.house.people.stranger.userId }), whole(run));
    expect(await checks()).toMatchObject([{ status: 'passed' }]);
  });

  it('leaves what somebody reported under the name meanwhile', async () => {
    const run = await unended();
    const told = { name: check, status: 'failed', summary: 'A person looked.' };
    const answer = await runs.house.as('owner').call(prompts.reportVersionCheck, {
      params: { promptId: runs.promptId, number: '1', name: check },
      body: { status: told.status, summary: told.summary },
    });
    expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
    await concludeSuite(ended(run), whole(run));
    expect(await read(run.id)).toMatchObject({ status: 'finished' });
    expect(await checks()).toMatchObject([told]);
  });

  it('is not written by a process that another has taken the suite from', async () => {
    const run = await unended();
    const taker = ports().newId();
    await runs.house.within('owner', async ({ tx }) => {
      await tx.execute(`update suite_run set process_id = '${taker}' where id = '${run.id}'`);
      await tx.execute(`update suite_item set status = 'running' where suite_run_id = '${run.id}'`);
    });
    await concludeSuite(ended(run), whole(run));
    expect(await read(run.id)).toMatchObject({ status: 'running', processId: taker });
    expect(await checks()).toMatchObject([{ status: 'pending' }]);
    const items = await editor().call(contract.listSuiteItems, { params: { suiteRunId: run.id } });
    expect(items.body.items).toMatchObject([{ status: 'running' }]);
    // A person who stops it stops it whoever has it.
    await concludeSuite(ended(run), { wasStopped: true, owner: null });
    expect(await read(run.id)).toMatchObject({ status: 'stopped' });
    expect(await checks()).toMatchObject([{ status: 'failed' }]);
  });
});
