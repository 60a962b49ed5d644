import { addCases, createCaseSet } from '@promptvault/contract/studio/cases/routes';
import { getConnection, testConnection } from '@promptvault/contract/studio/models/routes';
import { startRuns } from '@promptvault/contract/studio/runs/routes';
import * as contract from '@promptvault/contract/studio/suites/routes';
import { openRunHouse, pause, type RunHouse } from '@promptvault/testing/run-house';
import { suiteEnded, suiteReport } from '@promptvault/testing/suite-ended';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentLog } from '../../../../foundation/log/log.ts';
import { createPatience } from './await-connection.ts';

type Tell = Parameters<typeof createPatience>[1];

describe('patience with a connection', () => {
  const resting = 'model.resting';
  const signal = new AbortController().signal;
  function ground(states: readonly string[], failure = 'model.overloaded', tell?: Tell) {
    let now = 0;
    let asked = 0;
    const llm = {
      healthOf: () => {
        const [state, isTried] = (states[Math.min(asked++, states.length - 1)] ?? '').split(' ');
        return { state, isTried: isTried !== undefined, lastFailure: { code: failure } } as never;
      },
    };
    const sleep = async (ms: number) => {
      await pause(0);
      now += ms;
    };
    const clock = { monotonic: () => now, sleep };
    return { patience: createPatience({ llm, clock, log: silentLog }, tell), waited: () => now };
  }

  it('waits until it may be called, and for nothing else', async () => {
    const { patience, waited } = ground(['open', 'open', 'closed']);
    expect(await patience.isWorthAgain('one', 'model.refused_request', signal)).toBe(false);
    expect(await patience.isWorthAgain(null, resting, signal)).toBe(false);
    expect(waited()).toBe(0);
    expect(await patience.isWorthAgain('one', resting, signal)).toBe(true);
    expect(waited()).toBe(1_500);
  });

  it('ends, and is not begun anew before it answers', async () => {
    const { patience, waited } = ground(['open']);
    expect(await patience.isWorthAgain('one', resting, signal)).toBe(false);
    expect(waited()).toBe(300_000);
    patience.ended('one', 'failed');
    expect(await patience.isWorthAgain('one', resting, signal)).toBe(false);
    expect(waited()).toBe(300_000);
    patience.ended('one', 'finished');
    expect(await patience.isWorthAgain('one', resting, signal)).toBe(false);
    expect(waited()).toBe(600_000);
  });

  it('says what is waited for when that changes, and no longer once it answers', async () => {
    const said: string[][] = [];
    const { patience } = ground(['open', 'open', 'closed'], 'model.overloaded', async (ids) => {
      said.push(ids);
    });
    await patience.ended('one', 'finished');
    const waits = [1, 2].map(() => patience.isWorthAgain('one', resting, signal));
    expect(await Promise.all(waits)).toEqual([true, true]);
    expect(said).toEqual([['one']]);
    await patience.ended('one', 'finished');
    expect(said).toEqual([['one'], []]);
  });

  it('waits all the same where that cannot be said, and says it later', async () => {
    const said: string[][] = [];
    const { patience } = ground(['open', 'closed'], 'model.overloaded', async (ids) => {
      if (ids.length > 0) throw new Error('the database is away');
      said.push(ids);
    });
    expect(await patience.isWorthAgain('one', resting, signal)).toBe(true);
    await patience.ended('one', 'finished');
    expect(said).toEqual([[]]);
  });

  it('waits for what comes of a trial of somebody else', async () => {
    const { patience, waited } = ground(['half_open tried', 'half_open tried', 'half_open']);
    expect(await patience.isWorthAgain('one', resting, signal)).toBe(true);
    expect(waited()).toBe(1_500);
  });

  it('lets another go where the one who went first never called', async () => {
    const { patience, waited } = ground(['half_open']);
    expect(await patience.isWorthAgain('one', resting, signal)).toBe(true);
    expect(await patience.isWorthAgain('one', resting, signal)).toBe(true);
    expect(waited()).toBe(30_500);
  });

  it('lets one go first, and does not wait for a key that is not taken', async () => {
    const { patience, waited } = ground(['half_open']);
    expect(await patience.isWorthAgain('one', resting, signal)).toBe(true);
    const second = patience.isWorthAgain('one', resting, signal);
    await pause(10);
    patience.ended('one', 'failed');
    expect(await second).toBe(true);
    expect(waited()).toBeGreaterThan(0);
    const refused = ground(['open'], 'model.unauthorized');
    expect(await refused.patience.isWorthAgain('one', resting, signal)).toBe(false);
    expect(refused.waited()).toBe(500);
  });
});

describe('a suite', () => {
  let runs: RunHouse;
  beforeAll(async () => {
    runs = await openRunHouse();
  });
  afterAll(() => runs.close());
  const editor = () => runs.house.as('editor');
  const scripted = (model: string) => ({ connectionId: runs.connectionId, model });
  let made = 0;

  async function started(model: string, assertions: object[]): Promise<string> {
    const name = `Patience ${made++}`;
    const set = await editor().call(createCaseSet, { body: { promptId: runs.promptId, name } });
    const cases = Array.from({ length: 6 }, (_, index) => ({
      ...{ name: `Case ${index}`, values: { topic: `t${index}` }, assertions },
    }));
    await editor().call(addCases, { params: { caseSetId: set.body.id }, body: { cases } });
    const { body: suite } = await editor().call(contract.createSuite, {
      body: { ...{ promptId: runs.promptId, caseSetId: set.body.id, name }, models: [scripted(model)] },
    });
    const run = await editor().call(contract.startSuite, { params: { suiteId: suite.id }, body: {} });
    return run.body.id;
  }
  const report = (suiteRunId: string) => suiteReport(runs, suiteRunId);
  const ended = (suiteRunId: string) => suiteEnded(runs, suiteRunId);

  it('waits while its connection is left alone, in place of failing all its cases', async () => {
    for (let failed = 0; failed < 5; failed++) {
      const { body } = await editor().call(startRuns, {
        body: {
          source: { kind: 'version', promptId: runs.promptId, number: 1 },
          values: { topic: 't' },
          models: [scripted('scripted-500')],
        },
      });
      expect(body.comparison.runs).toHaveLength(1);
    }
    for (;;) {
      const { body } = await editor().call(getConnection, { params: { connectionId: runs.connectionId } });
      if (body.health?.state === 'open') break;
      await pause(50);
    }
    const id = await started('scripted-fast', []);
    await pause(1_500);
    const connectionName = (
      await editor().call(getConnection, { params: { connectionId: runs.connectionId } })
    ).body.name;
    expect(await report(id)).toMatchObject({
      ...{ status: 'running', errors: 0 },
      waitsFor: [{ connectionId: runs.connectionId, connectionName }],
    });
    // A test of the connection that succeeds lets calls out again.
    await runs.house.as('owner').call(testConnection, { params: { connectionId: runs.connectionId } });
    expect(await ended(id)).toMatchObject({
      ...{ status: 'finished', passed: 6, errors: 0 },
      waitsFor: [],
    });
  });

  it('says nothing of cases whose judges were stopped', async () => {
    const judged = { kind: 'judged', rubric: 'Says why.', judges: [scripted('scripted-slow')] };
    const id = await started('scripted-fast', [judged]);
    await pause(1_500);
    await editor().call(contract.stopSuiteRun, { params: { suiteRunId: id } });
    expect(await ended(id)).toMatchObject({ status: 'stopped', failed: 0, errors: 0, waiting: 6 });
  });
});
