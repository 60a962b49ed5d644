import { emptyDocument } from '@promptvault/document';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type KillHouse, openKillHouse, pause } from './kill-house.ts';

const cases = 24;
const kills = 2;
const concurrency = 3;
const model = 'scripted-rate-40-20';
const judge = 'scripted-json';

let house: KillHouse;
beforeAll(async () => {
  house = await openKillHouse();
});
afterAll(() => house.close());

interface Item {
  position: number;
  status: string;
  runId: string | null;
  microDollars: number;
}

const sum = (amounts: readonly number[]) => amounts.reduce((all, one) => all + one, 0);

/** How often each case was asked of a model, by the topic that stands in what it was sent. */
function timesAsked(of: string): Map<string, number> {
  const times = new Map<string, number>();
  for (const { model: asked, body } of house.provider.requests) {
    const topic = asked === of ? JSON.stringify(body).match(/topic-\d+/)?.[0] : undefined;
    if (topic) times.set(topic, (times.get(topic) ?? 0) + 1);
  }
  return times;
}

async function set(): Promise<string> {
  const { send, connectionId } = house;
  for (const priced of [model, judge]) await house.price(priced, 1_000_000, 10_000_000);
  const sections = [{ id: 's1', kind: 'instructions', role: null, text: 'Explain {{topic}}.' }];
  const document = { ...emptyDocument(), sections };
  const { body: prompt } = await send('POST', '/prompts', { title: 'Killed', document, commit: true });
  const { body: caseSet } = await send('POST', '/case-sets', { promptId: prompt.id, name: 'Many' });
  const judges = [{ connectionId, model: judge }];
  const many = Array.from({ length: cases }, (_, index) => ({
    name: `Case ${index}`,
    values: { topic: `topic-${index}` },
    assertions: [
      { kind: 'contains', values: ['word20'] },
      { kind: 'judged', rubric: 'Is it kind?', judges, required: false },
    ],
  }));
  expect((await send('POST', `/case-sets/${caseSet.id}/cases`, { cases: many })).status).toBe(201);
  const { body: suite } = await send('POST', '/suites', {
    promptId: prompt.id,
    caseSetId: caseSet.id,
    name: 'Killed',
    models: [{ connectionId, model }],
    concurrency,
  });
  return suite.id;
}

it('goes on with a suite whose server is killed again and again: nothing is judged or paid twice', async () => {
  const suiteId = await set();
  const { send } = house;
  const started = await send('POST', `/suites/${suiteId}/runs`, {});
  expect(started.status, JSON.stringify(started.body)).toBe(201);
  const suiteRunId: string = started.body.id;
  const report = async () => (await send('GET', `/suite-runs/${suiteRunId}`)).body;
  const items = async (): Promise<Item[]> =>
    (await send('GET', `/suite-runs/${suiteRunId}/items?limit=100`)).body.items;
  const judged = async () => (await items()).filter(({ status }) => status === 'passed');

  let known: Item[] = [];
  const asked = new Map<string, number>();
  for (let kill = 1; kill <= kills; kill++) {
    for (const from = known.length; known.length < from + 4; known = await judged()) await pause(20);
    for (const of of [model, judge])
      for (const { position } of known) {
        const topic = `topic-${position}`;
        asked.set(`${of} ${topic}`, timesAsked(of).get(topic) ?? 0);
      }
    await house.kill();
  }
  for (let waits = 0; (await report()).status === 'running'; waits++) {
    expect(waits).toBeLessThan(600);
    await pause(100);
  }

  const done = await report();
  const all = await items();
  expect(done).toMatchObject({
    status: 'finished',
    total: cases,
    passed: cases,
    failed: 0,
    errors: 0,
    waiting: 0,
  });
  expect(all).toHaveLength(cases);
  // What was judged before a kill stays as it was, with its run and its cost.
  for (const before of known) expect(all[before.position]).toEqual(before);
  for (const [name, times] of asked) {
    const [of = '', topic = ''] = name.split(' ');
    expect(timesAsked(of).get(topic), name).toBe(times);
  }
  // At most what was on its way at a kill is asked again.
  for (const of of [model, judge])
    expect(sum([...timesAsked(of).values()]), of).toBeLessThanOrEqual(cases + kills * concurrency);
  // The suite costs what its items cost, and the budget what the runs cost that were really made.
  expect(done.microDollars).toBe(sum(all.map(({ microDollars }) => microDollars)));
  const runs = (await send('GET', '/runs?author=all&limit=100')).body.items as {
    cost: { microDollars: number } | null;
  }[];
  const spent = sum(runs.map(({ cost }) => cost?.microDollars ?? 0));
  const { day } = (await send('GET', '/budget')).body;
  expect(day).toMatchObject({ spentMicroDollars: spent, reservedMicroDollars: 0 });
  expect(done.microDollars).toBeLessThanOrEqual(spent);
}, 180_000);
