import * as billing from '@promptvault/contract/account/billing/routes';
import * as models from '@promptvault/contract/studio/models/routes';
import type { RunEvent } from '@promptvault/contract/studio/runs/events';
import * as contract from '@promptvault/contract/studio/runs/routes';
import type { RunDetailView } from '@promptvault/contract/studio/runs/shapes';
import type { PromptDocument, Tool, ToolImplementation } from '@promptvault/document';
import { document, openRunHouse, type RunHouse } from '@promptvault/testing/run-house';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mostSteps } from './converse.ts';

let runs: RunHouse;
beforeAll(async () => {
  runs = await openRunHouse();
});
afterAll(() => runs.close());

const toolOf = (name: string, implementation?: ToolImplementation): Tool => ({
  id: name,
  name,
  description: '',
  parameters: { type: 'object' },
  ...(implementation ? { implementation } : {}),
});
const calling = (name: string, input: unknown = {}, text = '') => ({ text, tool: { name, input } });

let count = 0;
type Behaviours = Parameters<RunHouse['provider']['script']> extends [string, ...infer Rest] ? Rest : never;

/** Runs a document with these tools on a model that answers so, step by step. */
async function run(tools: Tool[], behaviours: Behaviours, more: object = {}) {
  const model = `stepped-${++count}`;
  runs.provider.script(model, ...behaviours);
  const own: PromptDocument = { ...document, tools };
  const { status, body, runIds } = await runs.start([model], {
    source: { kind: 'document', document: own },
    ...more,
  });
  expect(status, JSON.stringify(body)).toBe(201);
  const id = runIds[0] as string;
  const events = (await runs.follow(id)).map(({ data }) => data as RunEvent);
  const detail: RunDetailView = await runs.ended(id);
  const sent = runs.provider.requests.filter((request) => request.model === model);
  return { id, events, detail, sent };
}

describe('a run with tools', () => {
  it('goes on with what a tool answered, tells each step, and stores them', async () => {
    const double = toolOf('double', { kind: 'javascript', code: 'input.n * 2' });
    const { events, detail, sent } = await run(
      [double],
      [calling('double', { n: 4 }, 'I count.'), calling('double', { n: 8 }), { text: 'It is 16.' }],
    );
    expect(detail).toMatchObject({
      status: 'finished',
      finishReason: 'stop',
      output: 'I count.\n\nIt is 16.',
    });
    expect(
      detail.toolCalls.map(({ name, input, result }) => [name, input, result?.ok, result?.output]),
    ).toEqual([
      ['double', { n: 4 }, true, '8'],
      ['double', { n: 8 }, true, '16'],
    ]);
    expect(new Set(detail.toolCalls.map(({ id }) => id)).size).toBe(2);
    const steps = events.filter(({ type }) => type === 'tool-call' || type === 'tool-result');
    expect(steps.map(({ type }) => type)).toEqual(['tool-call', 'tool-result', 'tool-call', 'tool-result']);
    expect(sent).toHaveLength(3);
    expect(JSON.stringify(sent[2]?.body)).toContain('"16"');
    // What all three calls took together.
    const usages = events.flatMap((event) => (event.type === 'usage' ? [event.inputTokens] : []));
    expect(usages).toHaveLength(3);
    expect(detail.usage?.inputTokens).toBe(usages[2]);
    expect(usages[2]).toBeGreaterThan(usages[0] ?? 0);
  });

  it('tells the model what failed, and lets it go on', async () => {
    const broken = toolOf('broken', { kind: 'javascript', code: 'throw new Error("out of order")' });
    const { detail, sent } = await run([broken], [calling('broken'), { text: 'Then without.' }]);
    expect(detail).toMatchObject({ status: 'finished', output: 'Then without.' });
    expect(detail.toolCalls[0]?.result).toMatchObject({ ok: false });
    expect(JSON.stringify(sent[1]?.body)).toContain('out of order');
    const unknown = await run([broken], [calling('no_such_tool'), { text: 'Oh.' }]);
    expect(unknown.detail.toolCalls[0]?.result?.output).toContain('no tool named');
    expect(unknown.detail.output).toBe('Oh.');
  });

  it('tells the model which arguments do not follow the schema, and calls nothing', async () => {
    const add: Tool = {
      ...toolOf('add', { kind: 'javascript', code: 'input.a + input.b' }),
      parameters: {
        type: 'object',
        properties: { a: { type: 'number' }, b: { type: 'number' } },
        required: ['a', 'b'],
      },
    };
    const { detail, sent } = await run(
      [add],
      [calling('add', { a: 'four' }), calling('add', { a: 4, b: 5 }), { text: 'Nine.' }],
    );
    const [wrong, right] = detail.toolCalls;
    expect(wrong?.result).toMatchObject({ ok: false });
    expect(wrong?.result?.output).toContain('\n- /a: ');
    expect(JSON.stringify(sent[1]?.body)).toContain('do not follow the schema');
    expect(right?.result).toMatchObject({ ok: true, output: '9' });
    const odd: Tool = { ...add, parameters: { type: 'nonsense' } };
    const unusable = await run([odd], [calling('add', { a: 1, b: 1 }), { text: 'Two.' }]);
    expect(unusable.detail.toolCalls[0]?.result).toMatchObject({ ok: true, output: '2' });
  });

  it('has its steps in its row before it is over', async () => {
    const model = 'stepped-kept';
    runs.provider.script(
      model,
      { tool: { name: 'note', input: { a: 1 } } },
      { text: 'word '.repeat(100), tokensPerSecond: 20 },
    );
    const { runIds } = await runs.start([model], {
      source: {
        kind: 'document',
        document: { ...document, tools: [toolOf('note', { kind: 'mock', reply: 'noted' })] },
      },
    });
    const runId = runIds[0] as string;
    const read = async () =>
      (await runs.house.as('editor').call(contract.getRun, { params: { runId } })).body;
    await expect
      .poll(async () => (await read()).toolCalls, { timeout: 8_000 })
      .toMatchObject([{ name: 'note', input: { a: 1 }, result: { ok: true, output: 'noted' } }]);
    expect((await read()).status).toBe('running');
    await runs.house.as('editor').call(contract.stopRun, { params: { runId } });
    await runs.ended(runId);
  });

  it('ends with the call of a tool that is only declared', async () => {
    const { detail, sent } = await run([toolOf('lookup')], [calling('lookup', { q: 1 }), { text: 'never' }]);
    expect(detail).toMatchObject({ status: 'finished', finishReason: 'tool_calls' });
    expect(detail.toolCalls).toMatchObject([{ name: 'lookup', result: null }]);
    expect(sent).toHaveLength(1);
  });

  it('is ended where it calls tools for ever', async () => {
    const { detail, sent } = await run(
      [toolOf('again', { kind: 'mock', reply: 'more' })],
      [calling('again')],
    );
    expect(sent).toHaveLength(mostSteps);
    expect(detail).toMatchObject({ status: 'finished', finishReason: 'tool_calls' });
    expect(detail.warnings.join()).toContain(`${mostSteps} times`);
  });

  it('is stopped while a tool works, and calls the model no more', async () => {
    const model = 'stepped-endless';
    runs.provider.script(model, calling('spin'), { text: 'never' });
    const endless = toolOf('spin', { kind: 'javascript', code: 'for (;;) {}' });
    const { runIds } = await runs.start([model], {
      source: { kind: 'document', document: { ...document, tools: [endless] } },
    });
    const runId = runIds[0] as string;
    await expect
      .poll(() => runs.provider.requests.filter((request) => request.model === model).length, {
        timeout: 10_000,
      })
      .toBe(1);
    await runs.house.as('editor').call(contract.stopRun, { params: { runId } });
    const detail = await runs.ended(runId);
    expect(detail).toMatchObject({ status: 'stopped' });
    expect(runs.provider.requests.filter((request) => request.model === model)).toHaveLength(1);
  });

  it('calls what may change something only where whoever started it agreed', async () => {
    const address = `${new URL(runs.provider.baseUrls.openai_compatible).origin}/nowhere`;
    const http = { kind: 'http' as const, method: 'POST' as const, url: address, headers: [], body: null };
    const book = toolOf('book', { ...http, safe: false });
    const refused = await run([book], [calling('book'), { text: 'A' }]);
    expect(refused.detail.toolCalls[0]?.result?.output).toContain('did not agree');
    const agreed = await run([book], [calling('book'), { text: 'A' }], { confirmedTools: ['book'] });
    expect(agreed.detail.toolCalls[0]?.result?.output).toMatch(/^It answered 4/);
    const again = await runs.house.as('editor').call(contract.retryRun, {
      params: { runId: agreed.id },
      body: {},
    });
    const repeated = await runs.ended(again.body.run.id);
    expect(repeated.toolCalls.every(({ result }) => !result || !/^It answered/.test(result.output))).toBe(
      true,
    );
  });

  it('refuses a prompt whose tools no model can call', async () => {
    const start = (tools: Tool[]) =>
      runs.start(['scripted-fast'], { source: { kind: 'document', document: { ...document, tools } } });
    const twice = await start([toolOf('a'), { ...toolOf('a'), id: 'b' }]);
    expect([twice.status, twice.body.code]).toEqual([422, 'run.prompt_has_errors']);
    const url = 'https://{{host}}/';
    const http = { kind: 'http' as const, method: 'GET' as const, url, headers: [], body: null };
    expect((await start([toolOf('a', { ...http, safe: true })])).status).toBe(422);
  });
});

describe('a budget', () => {
  it('is held for each step before it is made, and settled as a whole', async () => {
    const model = 'stepped-dear';
    await runs.house.as('owner').call(models.createModelFacts, {
      body: {
        connectionId: runs.connectionId,
        model,
        inputMicroDollars: 0,
        outputMicroDollars: 1_000_000_000,
        maxOutputTokens: 100,
      },
    });
    const budget = async () => (await runs.house.as('owner').call(billing.getBudget)).body;
    const limit = async (dayMicroDollars: number) =>
      runs.house.as('owner').call(billing.updateBudget, {
        body: { dayMicroDollars },
        revision: (await budget()).revision,
      });
    // Room for one call at its worst, 100,000, and not for a second beside it.
    await limit(150_000);
    const tools = [toolOf('again', { kind: 'mock' as const, reply: 'more' })];
    runs.provider.script(model, calling('again'), { text: 'never' });
    const source = { kind: 'document', document: { ...document, tools } };
    const { runIds } = await runs.start([model], { source });
    const ended = await runs.ended(runIds[0] as string);
    expect(ended).toMatchObject({ status: 'failed', error: { code: 'budget.exhausted' } });
    expect(runs.provider.requests.filter((request) => request.model === model)).toHaveLength(1);
    expect((await budget()).day).toMatchObject({
      reservedMicroDollars: 0,
      spentMicroDollars: ended.cost?.microDollars,
    });
    await limit(900_000);
    const { runIds: more } = await runs.start([model], { source });
    expect(await runs.ended(more[0] as string)).toMatchObject({ status: 'finished', output: 'never' });
    expect((await budget()).day.reservedMicroDollars).toBe(0);
  });
});
