import * as contract from '@promptvault/contract/studio/runs/routes';
import { document, heard, last, openRunHouse, pause, type RunHouse } from '@promptvault/testing/run-house';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { engineOf } from './run-engine.ts';
import { sweepLostRuns } from './sweep-lost-runs.ts';

let runs: RunHouse;
beforeAll(async () => {
  runs = await openRunHouse();
});
afterAll(() => runs.close());

/** Makes a run look as if its process had died a minute ago. */
const orphan = (runId: string) =>
  runs.house.within('owner', ({ tx }) =>
    tx.execute(
      `update run set status = 'running', output = 'The text so far', output_event_id = 40, process_id = '${crypto.randomUUID()}', heartbeat_at = now() - interval '1 minute', ended_at = null, error_code = null where id = '${runId}'`,
    ),
  );

it('ends runs of dead processes as interrupted, whatever their organization, and no others', async () => {
  const { services } = runs.house.application;
  const mine = await runs.start([null]);
  const alive = await runs.start(['scripted-rate-50-1000']);
  const [lost, going] = [mine.runIds[0] as string, alive.runIds[0] as string];
  await runs.ended(lost);
  await orphan(lost);
  await pause(50);
  expect(await sweepLostRuns(services, new Date(Date.now() - 20_000))).toBe(1);
  expect(await sweepLostRuns(services, new Date(Date.now() - 20_000))).toBe(0);
  const run = await runs.house.as('editor').call(contract.getRun, { params: { runId: lost } });
  expect(run.body).toMatchObject({ status: 'interrupted', output: 'The text so far' });
  engineOf(services.ports).stop(going);
  expect(await runs.ended(going)).toMatchObject({ status: 'stopped' });
});

it('tells who followed from elsewhere', async () => {
  const { services } = runs.house.application;
  const { runIds } = await runs.start([null]);
  const runId = runIds[0] as string;
  await runs.ended(runId);
  await orphan(runId);
  const { ports } = services;
  const forgotten = new Set([`run:${runId}`]);
  const read = ports.streams.read.bind(ports.streams);
  // As in a process that shares no streams with the one that died.
  ports.streams.read = async (id, after, limit) =>
    forgotten.has(id) ? { events: [], gap: undefined, state: 'absent', last: 0 } : read(id, after, limit);
  const following = runs.follow(runId);
  await pause(400);
  await sweepLostRuns(services, new Date(Date.now() - 20_000));
  const events = await following;
  ports.streams.read = read;
  expect(heard(events)).toBe('The text so far');
  expect(last(events)).toMatchObject({ type: 'run-end', status: 'interrupted' });
});

it('lets a run go that another has ended', async () => {
  const { services } = runs.house.application;
  const { runIds } = await runs.start(['scripted-rate-50-1000']);
  const runId = runIds[0] as string;
  await pause(200);
  const request = runs.provider.requests.at(-1);
  expect(await sweepLostRuns(services, new Date(Date.now() + 60_000))).toBe(1);
  expect(await request?.over).toBe('closed-by-client');
  const run = await runs.house.as('editor').call(contract.getRun, { params: { runId } });
  expect(run.body.status).toBe('interrupted');
});

it('counts the vote of samples whose run lost its process, and finishes it where all of them answered', async () => {
  const { services } = runs.house.application;
  const selfConsistency = { samples: 3, temperature: null, answer: { by: 'last_number' } };
  const start = async (model: string) => {
    const source = { kind: 'document', document: { ...document, techniques: { selfConsistency } } };
    const { runIds } = await runs.start([model], { source });
    return runIds[0] as string;
  };
  const read = async (runId: string) =>
    (await runs.house.as('editor').call(contract.getRun, { params: { runId } })).body;

  runs.provider.script('two-of-three', { text: 'It is 4' }, { text: 'So 4.' }, { hang: 'after-headers' });
  const half = await start('two-of-three');
  const finished = async () =>
    (await read(half)).parts.filter(({ status }: { status: string }) => status === 'finished').length;
  while ((await finished()) < 2) await pause(50);
  expect(await sweepLostRuns(services, new Date(Date.now() + 60_000))).toBe(2);
  const swept = await read(half);
  expect(swept).toMatchObject({ status: 'interrupted', output: '' });
  expect(swept.techniqueResult.vote).toMatchObject({
    votes: [{ samples: [expect.any(Number), expect.any(Number)] }],
  });
  expect(swept.techniqueResult.vote.samples).toHaveLength(3);

  runs.provider.script('all-three', { text: 'It is 4' }, { text: 'I get 5' }, { text: 'So 4.' });
  const whole = await start('all-three');
  const lived = await runs.ended(whole);
  await orphan(whole);
  await runs.house.within('owner', ({ tx }) =>
    tx.execute(
      `update run set technique_result = null, output = '', rolled_micro_dollars = 0 where id = '${whole}'`,
    ),
  );
  expect(await sweepLostRuns(services, new Date(Date.now() - 20_000))).toBe(1);
  const recovered = await read(whole);
  expect(recovered).toMatchObject({ status: 'finished', finishReason: 'stop', output: lived.output });
  expect(recovered.techniqueResult).toEqual(lived.techniqueResult);
  expect(recovered.totalMicroDollars).toBe(lived.totalMicroDollars);
});
