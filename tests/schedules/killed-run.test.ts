import { emptyDocument } from '@promptvault/document';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type KillHouse, openKillHouse, until } from './kill-house.ts';

let house: KillHouse;
beforeAll(async () => {
  house = await openKillHouse();
});
afterAll(() => house.close());

it('keeps text and cost of a run whose server is killed, and goes on with it after the start', async () => {
  const { send, connectionId } = house;
  const model = 'scripted-rate-20-60';
  await house.price(model, 1_000_000_000, 1_000_000_000);
  const sections = [{ id: 's1', kind: 'instructions', role: null, text: 'Count the words.' }];
  const started = await send('POST', '/runs', {
    source: { kind: 'document', document: { ...emptyDocument(), sections } },
    models: [{ connectionId, model }],
  });
  const runId = started.body.comparison.runs[0].id;
  const read = async (id: string) => (await send('GET', `/runs/${id}`)).body;
  const before = await until(
    () => read(runId),
    ({ output }) => output.includes('word5'),
  );

  await house.kill();

  const lost = await read(runId);
  expect(lost).toMatchObject({
    status: 'interrupted',
    usage: { estimated: true },
    cost: { estimated: true },
  });
  expect(lost.output.startsWith(before.output)).toBe(true);
  expect(lost.cost.microDollars).toBeGreaterThan(0);

  const { status, body } = await send('POST', `/runs/${runId}/continue`, {});
  expect(status).toBe(201);
  const whole = await until(
    () => read(body.run.id),
    (run) => run.status === 'finished',
  );
  expect(whole).toMatchObject({ kind: 'continuation', parentId: runId, continued: { text: lost.output } });
  expect(whole.output).toContain('word60');
  expect(whole.totalMicroDollars).toBe(lost.cost.microDollars + whole.cost.microDollars);
  const given = house.provider.requests.at(-1)?.body as { messages: { role: string; content: string }[] };
  expect(given.messages.map(({ role }) => role)).toEqual(['user', 'assistant', 'user']);
  expect(given.messages[1]?.content).toBe(lost.output);
}, 120_000);
