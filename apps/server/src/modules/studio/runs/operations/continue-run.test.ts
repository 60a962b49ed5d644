import * as models from '@promptvault/contract/studio/models/routes';
import * as contract from '@promptvault/contract/studio/runs/routes';
import { openRunHouse, pause, type RunHouse } from '@promptvault/testing/run-house';
import type { Caller } from '@promptvault/testing/test-house';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { joinBefore, joinParts } from './answer-parts.ts';
import { engineOf } from './run-engine.ts';
import { sweepLostRuns } from './sweep-lost-runs.ts';

let runs: RunHouse;
let anthropic: string;
beforeAll(async () => {
  runs = await openRunHouse();
  const owner = runs.house.as('owner');
  const made = await owner.call(models.createConnection, {
    body: {
      name: 'Anthropic',
      provider: 'anthropic',
      baseUrl: runs.provider.baseUrls.anthropic,
      key: 'sk-ant-scripted-0123456789',
    },
  });
  anthropic = made.body.id;
  // A dollar for a thousand tokens each way.
  await owner.call(models.createModelFacts, {
    body: {
      connectionId: runs.connectionId,
      model: 'scripted-rate-100-1000',
      inputMicroDollars: 1_000_000_000,
      outputMicroDollars: 1_000_000_000,
    },
  });
});
afterAll(() => runs.close());

const goOn = (runId: string, body: object = {}, caller: Caller = 'editor') =>
  runs.house.as(caller).call(contract.continueRun, { params: { runId }, body });
const sentLast = () => {
  const body = runs.provider.requests.at(-1)?.body as { messages: { role: string; content: unknown }[] };
  return body.messages;
};
const file = { path: 'a.ts', text: 'const one = 1;', hash: 'whatever' };

/** A run that was stopped after some words. */
async function stopped(model: string, more: object = {}) {
  const { runIds, body } = await runs.start([model], more);
  await pause(500);
  engineOf(runs.house.application.services.ports).stop(runIds[0] as string);
  return { run: await runs.ended(runIds[0] as string), comparisonId: body.comparison.id };
}

describe('going on with an answer', () => {
  it('gives the text so far back, as a new run of the comparison that shows as one answer', async () => {
    const { run: first, comparisonId } = await stopped('scripted-rate-100-1000');
    const { status, body } = await goOn(first.id);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      changed: [],
      run: {
        kind: 'continuation',
        parentId: first.id,
        continuesId: first.id,
        comparisonId,
        model: first.model,
        totalMicroDollars: first.cost?.microDollars,
      },
    });
    await pause(400);
    const [system, user, assistant, instruction] = sentLast();
    expect([system?.role, user?.role]).toEqual(['system', 'user']);
    expect(assistant).toMatchObject({ role: 'assistant', content: first.output });
    expect(instruction?.role).toBe('user');
    await runs.house.as('editor').call(contract.stopRun, { params: { runId: body.run.id } });
    const second = await runs.ended(body.run.id);
    expect(second.continued).toEqual({ text: first.output, by: 'instruction' });
    expect(second.sentHash).not.toBe(first.sentHash);
    const cost = (first.cost?.microDollars ?? 0) + (second.cost?.microDollars ?? 0);
    expect(first.cost?.microDollars).toBeGreaterThan(0);
    expect(second.totalMicroDollars).toBe(cost);

    // And on from there: everything so far is given back, and everything is counted.
    const { body: third } = await goOn(second.id);
    expect(third.run.totalMicroDollars).toBe(cost);
    await pause(400);
    expect(sentLast().at(-2)).toMatchObject({ content: first.output + second.output });
    engineOf(runs.house.application.services.ports).stop(third.run.id);
    expect((await runs.ended(third.run.id)).continued?.text).toBe(first.output + second.output);
    const compared = await runs.house
      .as('editor')
      .call(contract.compareRuns, { query: { left: third.run.id, right: first.id } });
    expect(compared.body.diff.removed + compared.body.diff.added).toBeGreaterThan(0);
  });

  it('repeats a continuation from where it went on', async () => {
    const { run: first } = await stopped('scripted-rate-100-1000');
    const { body } = await goOn(first.id);
    engineOf(runs.house.application.services.ports).stop(body.run.id);
    const second = await runs.ended(body.run.id);
    const retried = await runs.house
      .as('editor')
      .call(contract.retryRun, { params: { runId: second.id }, body: {} });
    expect(retried.body.run).toMatchObject({
      kind: 'retry',
      parentId: second.id,
      continuesId: first.id,
      sentHash: second.sentHash,
      totalMicroDollars: first.cost?.microDollars,
    });
    engineOf(runs.house.application.services.ports).stop(retried.body.run.id);
    await runs.ended(retried.body.run.id);
  });

  it('lets a model begin with the text itself where it can', async () => {
    runs.provider.script(
      'claude-sonnet-4-5',
      { text: 'One, two, ', finishReason: 'length' },
      { text: 'three.' },
    );
    const { runIds } = await runs.start([], {
      models: [{ connectionId: anthropic, model: 'claude-sonnet-4-5' }],
    });
    const first = await runs.ended(runIds[0] as string);
    expect(first).toMatchObject({ status: 'finished', finishReason: 'length', output: 'One, two, ' });
    const { body } = await goOn(first.id);
    const second = await runs.ended(body.run.id);
    expect(second).toMatchObject({ output: 'three.', continued: { text: 'One, two,', by: 'prefill' } });
    expect(sentLast().at(-1)).toMatchObject({ role: 'assistant' });
    expect(JSON.stringify(sentLast().at(-1)?.content)).toContain('One, two,"');
  });

  it('goes on with what broke off, and not with what is whole, empty, or still going', async () => {
    const cut = await runs.start(['scripted-cut', 'scripted-fast', 'scripted-500']);
    const [broken, whole, empty] = await Promise.all(cut.runIds.map((id) => runs.ended(id)));
    expect(broken?.status).toBe('failed');
    expect((await goOn(broken?.id ?? '')).status).toBe(201);
    expect(await goOn(whole?.id ?? '')).toMatchObject({
      status: 409,
      body: { code: 'run.nothing_to_continue', params: { reason: 'complete' } },
    });
    expect((await goOn(empty?.id ?? '')).body).toMatchObject({ params: { reason: 'empty' } });
    const { runIds } = await runs.start(['scripted-rate-50-1000']);
    expect((await goOn(runIds[0] as string)).body.code).toBe('run.still_open');
    engineOf(runs.house.application.services.ports).stop(runIds[0] as string);
    await runs.ended(runIds[0] as string);
  });

  it('wants files again that were not kept, and says which changed', async () => {
    const { run } = await stopped('scripted-rate-50-1000', { context: [file] });
    expect((await goOn(run.id)).body).toMatchObject({
      code: 'run.context_needed',
      params: { paths: ['a.ts'] },
    });
    const { body } = await goOn(run.id, { context: [{ ...file, text: 'const two = 2;' }] });
    expect(body.changed).toEqual([{ path: 'a.ts', from: null, to: null }]);
    engineOf(runs.house.application.services.ports).stop(body.run.id);
    await runs.ended(body.run.id);
    const kept = await stopped('scripted-rate-50-1000', { context: [file], keepContext: true });
    const again = await goOn(kept.run.id);
    expect(again.status).toBe(201);
    engineOf(runs.house.application.services.ports).stop(again.body.run.id);
    await runs.ended(again.body.run.id);
  });

  it('is for whoever may run prompts and sees the run', async () => {
    const { run } = await stopped('scripted-rate-50-1000');
    expect((await goOn(run.id, {}, 'viewer')).status).toBe(403);
    expect((await goOn(run.id, {}, 'stranger')).status).toBe(404);
    expect((await goOn(run.id, {}, 'nobody')).status).toBe(401);
  });
});

it('prices what a dead process had said, as far as it is known', async () => {
  const { services } = runs.house.application;
  const { runIds } = await runs.start(['scripted-rate-100-1000']);
  const runId = runIds[0] as string;
  const written = async () =>
    (await runs.house.as('editor').call(contract.getRun, { params: { runId } })).body.output as string;
  while ((await written()) === '') await pause(50);
  expect(await sweepLostRuns(services, new Date(Date.now() + 60_000))).toBe(1);
  const run = (await runs.house.as('editor').call(contract.getRun, { params: { runId } })).body;
  expect(run).toMatchObject({ status: 'interrupted', usage: { estimated: true }, cost: { estimated: true } });
  expect(run.cost.microDollars).toBe((run.usage.inputTokens + run.usage.outputTokens) * 1_000);
  expect(run.usage.outputTokens).toBeGreaterThan(0);
});

it('joins parts as they were given back', () => {
  const parts = [
    { output: 'One, \n', continuedBy: null },
    { output: 'two', continuedBy: 'prefill' as const },
    { output: ' three', continuedBy: 'instruction' as const },
  ];
  expect(joinParts(parts)).toBe('One,two three');
  expect(joinBefore(parts)).toBe('One,two');
  expect(joinBefore(parts.slice(0, 2))).toBe('One,');
  expect(joinBefore(parts.slice(0, 1))).toBe('');
});
