import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { emptyDocument, type ToolImplementation } from '@promptvault/document';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type KillHouse, openKillHouse, pause, until } from './kill-house.ts';

const model = 'acting';
let house: KillHouse;
let tool: Server;
let origin = '';
/** Calls of the tool that never answers. */
let called = 0;

beforeAll(async () => {
  house = await openKillHouse();
  await house.price(model, 1_000_000, 10_000_000);
  tool = createServer(() => {
    called += 1;
  });
  await new Promise<void>((resolve) => tool.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(tool.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await house.close();
  tool.closeAllConnections();
  tool.close();
});

const act = { text: 'I act.', tool: { name: 'act', input: { n: 4 } } };

async function start(implementation: ToolImplementation | undefined): Promise<string> {
  house.provider.script(model, act);
  const sections = [{ id: 's1', kind: 'instructions', role: null, text: 'Act at once.' }];
  const one = { id: 't1', name: 'act', description: 'It acts.', parameters: { type: 'object' } };
  const tools = [{ ...one, ...(implementation && { implementation }) }];
  const { status, body } = await house.send('POST', '/runs', {
    source: { kind: 'document', document: { ...emptyDocument(), sections, tools } },
    models: [{ connectionId: house.connectionId, model }],
    confirmedTools: ['act'],
  });
  expect(status, JSON.stringify(body)).toBe(201);
  return body.comparison.runs[0].id;
}
const read = async (id: string) => (await house.send('GET', `/runs/${id}`)).body;

/** What one step takes by the provider's own count: the same, of a tool that nobody carries out here. */
async function oneStep() {
  const id = await start(undefined);
  return until(
    () => read(id),
    ({ status }) => status === 'finished',
  );
}

describe('a server that is killed', () => {
  it('inside the call of an HTTP tool leaves the step, what it cost, and a run that calls nothing again', async () => {
    const { usage, cost } = await oneStep();
    const id = await start({
      kind: 'http',
      method: 'POST',
      url: `${origin}/act`,
      headers: [],
      body: null,
      safe: false,
    });
    await until(
      async () => called,
      (times) => times === 1,
    );
    const asked = house.provider.requests.length;

    await house.kill();

    const lost = await read(id);
    expect(lost).toMatchObject({ status: 'interrupted', finishReason: 'interrupted', output: 'I act.' });
    expect(lost.toolCalls).toMatchObject([{ name: 'act', input: { n: 4 }, result: null }]);
    const { inputTokens, outputTokens } = usage;
    expect(lost.usage).toMatchObject({ inputTokens, outputTokens, estimated: true });
    expect(lost.cost.microDollars).toBe(cost.microDollars);
    await pause(1_500);
    expect(called).toBe(1);
    expect(house.provider.requests).toHaveLength(asked);

    // Only a person has it go on, and then the model decides anew.
    const { status, body } = await house.send('POST', `/runs/${id}/continue`, { confirmedTools: ['act'] });
    expect(status, JSON.stringify(body)).toBe(201);
    await until(
      async () => called,
      (times) => times === 2,
    );
    await house.send('POST', `/runs/${body.run.id}/stop`);
    const stopped = await until(
      () => read(body.run.id),
      (run) => run.status === 'stopped',
    );
    expect(stopped.totalMicroDollars).toBe(stopped.cost.microDollars + lost.cost.microDollars);
  }, 120_000);

  it('inside the call of a JavaScript tool leaves the same', async () => {
    const { cost } = await oneStep();
    const id = await start({ kind: 'javascript', code: 'for (;;) {}' });
    await until(
      () => read(id),
      ({ toolCalls }) => toolCalls.length === 1,
    );
    const asked = house.provider.requests.length;

    await house.kill();

    const lost = await read(id);
    expect(lost).toMatchObject({ status: 'interrupted', output: 'I act.' });
    expect(lost.toolCalls).toMatchObject([{ name: 'act', result: null }]);
    expect(lost.cost.microDollars).toBe(cost.microDollars);
    await pause(1_500);
    expect(house.provider.requests).toHaveLength(asked);
  }, 120_000);
});
