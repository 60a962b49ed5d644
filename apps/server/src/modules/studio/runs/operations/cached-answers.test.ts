import * as billing from '@promptvault/contract/account/billing/routes';
import * as models from '@promptvault/contract/studio/models/routes';
import * as contract from '@promptvault/contract/studio/runs/routes';
import { heard, last, openRunHouse, pause, type RunHouse } from '@promptvault/testing/run-house';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let runs: RunHouse;
beforeAll(async () => {
  runs = await openRunHouse();
});
afterAll(() => runs.close());

type Who = 'owner' | 'admin' | 'editor' | 'viewer' | 'stranger';
const cache = async (who: Who = 'owner') => (await runs.house.as(who).call(contract.getAnswerCache)).body;
const change = async (body: object, who: Who = 'owner', revision?: number) =>
  runs.house.as(who).call(contract.updateAnswerCache, {
    body,
    revision: revision ?? (await cache('owner')).revision,
  });
const clear = (who: Who) => runs.house.as(who).call(contract.clearAnswerCache);

const cold = { temperature: 0 };
let made = 0;
/** A model that answers otherwise each time, so that an answer given again is told from a new one. */
const newModel = () => {
  const model = `cached-${made++}`;
  runs.provider.script(
    model,
    { text: 'First answer.' },
    { text: 'Second answer.' },
    { text: 'Third answer.' },
  );
  return model;
};
async function ask(model: string, more: object = {}, who: Who = 'editor') {
  const { runIds, status } = await runs.start([model], { settings: cold, ...more }, who);
  expect(status).toBe(201);
  return runs.ended(runIds[0] as string, who);
}
const callsOf = (model: string) => runs.provider.requests.filter((request) => request.model === model).length;

describe('the cache of answers', () => {
  it('is off until an owner or admin switches it on', async () => {
    const model = newModel();
    expect(await cache('viewer')).toMatchObject({ enabled: false, answers: 0, revision: 1 });
    await ask(model);
    expect(await ask(model)).toMatchObject({ output: 'Second answer.', cached: null });
    expect((await change({ enabled: true }, 'editor')).status).toBe(403);
    expect((await clear('editor')).status).toBe(403);
    expect((await change({ hours: 0 })).body.code).toBe('request.invalid');
    expect((await change({ enabled: true, hours: 2 }, 'admin')).body).toMatchObject({
      enabled: true,
      hours: 2,
      revision: 2,
    });
    expect((await change({ enabled: false }, 'owner', 1)).status).toBe(412);
    expect((await cache('stranger')).enabled).toBe(false);
  });

  it('gives the same answer to what was sent before, without a call and without cost, and says so', async () => {
    const model = newModel();
    await runs.house.as('owner').call(models.createModelFacts, {
      body: { connectionId: runs.connectionId, model, inputMicroDollars: 1e9, outputMicroDollars: 1e9 },
    });
    const first = await ask(model);
    expect(first.cached).toBeNull();
    const budget = async () => (await runs.house.as('owner').call(billing.getBudget)).body;
    const before = await budget();
    // Also for somebody else who sends the same, and whatever the budget says.
    await runs.house.as('owner').call(billing.updateBudget, {
      body: { dayMicroDollars: 0 },
      revision: before.revision,
    });
    const { runIds } = await runs.start([model], { settings: cold }, 'admin');
    const events = await runs.follow(runIds[0] as string);
    const again = await runs.ended(runIds[0] as string, 'admin');
    expect(again).toMatchObject({
      status: 'finished',
      output: first.output,
      sentHash: first.sentHash,
      cached: { answeredAt: first.createdAt },
      cost: { microDollars: 0, priceVersion: 'cache' },
      usage: null,
      durationMs: 0,
    });
    expect(heard(events)).toBe(first.output);
    expect(last(events)).toMatchObject({ type: 'run-end', status: 'finished' });
    expect(callsOf(model)).toBe(1);
    const after = await budget();
    expect(after.day).toMatchObject({
      spentMicroDollars: before.day.spentMicroDollars,
      reservedMicroDollars: 0,
    });
    await runs.house.as('owner').call(billing.updateBudget, {
      body: { dayMicroDollars: null },
      revision: after.revision,
    });
    expect((await cache()).answers).toBeGreaterThan(0);
  });

  it('never holds what was asked with warmth, however often the very same is sent', async () => {
    for (const settings of [{ temperature: 0.1 }, {}]) {
      const model = newModel();
      await ask(model, { settings });
      expect(await ask(model, { settings })).toMatchObject({ output: 'Second answer.', cached: null });
    }
  });

  it('does not where anything that was sent differs, where it may differ, or where somebody asks afresh', async () => {
    const differing: [string, object][] = [
      ['another value', { values: { topic: 'the winds' } }],
      ['another setting', { settings: { ...cold, seed: 7 } }],
      ['a file', { context: [{ path: 'a.ts', text: 'a', hash: 'h' }] }],
      ['another form', { source: { kind: 'version', promptId: await withForm(), number: 1 } }],
      ['warmth', { settings: { temperature: 0.1 } }],
      ['no temperature', { settings: {} }],
      ['a wish', { fresh: true }],
      ['a wish for several', { samples: 2 }],
    ];
    for (const [what, more] of differing) {
      const model = newModel();
      await ask(model);
      expect((await ask(model, more)).cached, what).toBeNull();
      expect(callsOf(model), what).toBeGreaterThan(1);
    }
    // Who asks afresh renews what is kept; who repeats a run wants another answer, and renews it too.
    const model = newModel();
    const first = await ask(model);
    await ask(model, { fresh: true });
    expect((await ask(model)).output).toBe('Second answer.');
    const { body } = await runs.house
      .as('editor')
      .call(contract.retryRun, { params: { runId: first.id }, body: {} });
    expect((await runs.ended(body.run.id)).output).toBe('Third answer.');
    expect(await ask(model)).toMatchObject({ output: 'Third answer.', cached: {} });
  });

  it('keeps only what is whole', async () => {
    const cut = newModel();
    runs.provider.script(cut, { text: 'Half', finishReason: 'length' }, { text: 'Whole.' });
    await ask(cut);
    expect(await ask(cut)).toMatchObject({ output: 'Whole.', cached: null });
    const broken = newModel();
    runs.provider.script(broken, { status: 401 }, { text: 'Whole.' });
    await ask(broken);
    expect(await ask(broken)).toMatchObject({ output: 'Whole.', cached: null });
    const wrong = newModel();
    const source = { kind: 'version', promptId: await withForm(), number: 1 };
    runs.provider.script(wrong, { text: 'no' }, { text: 'no' }, { text: '{"a":1}' });
    expect((await ask(wrong, { source })).outcome?.kind).toBe('invalid');
    expect(await ask(wrong, { source })).toMatchObject({ outcome: { kind: 'valid' }, cached: null });
    // The form is judged again, and is the same.
    expect(await ask(wrong, { source })).toMatchObject({
      outcome: { kind: 'valid' },
      cached: {},
      json: { a: 1 },
    });
  });

  it('forgets when its time is over, when it is emptied, and when it is switched off', async () => {
    const model = newModel();
    const first = await ask(model);
    const expire = (at: string) =>
      runs.house.within('owner', ({ tx }) =>
        tx.execute(`update run_cached_answer set expires_at = ${at} where run_id = '${first.id}'`),
      );
    await expire("now() - interval '1 second'");
    expect((await ask(model)).output).toBe('Second answer.');
    expect((await ask(model)).output).toBe('Second answer.');
    expect((await clear('admin')).body.answers).toBe(0);
    expect((await ask(model)).output).toBe('Third answer.');
    await change({ enabled: false });
    await change({ enabled: true });
    expect((await ask(model)).cached).toBeNull();
    expect(callsOf(model)).toBe(4);
  });

  it('holds neither what was sent nor the answer', async () => {
    const model = newModel();
    await ask(model, { values: { topic: 'a secret of the sea' } });
    await pause(10);
    const rows = await runs.house.within('owner', ({ tx }) => tx.execute('select * from run_cached_answer'));
    const text = JSON.stringify((rows as unknown as { rows: unknown[] }).rows);
    expect(text).toContain('expires_at');
    expect(text).not.toContain('secret');
    expect(text).not.toContain('answer.');
  });
});

let formPrompt: string | undefined;
/** A prompt that asks for a form. */
async function withForm(): Promise<string> {
  const { createPrompt } = await import('@promptvault/contract/vault/prompts/routes');
  const { document } = await import('@promptvault/testing/run-house');
  const body = {
    title: 'Formed',
    document: { ...document, responseSchema: { required: ['a'] } },
    commit: true,
  };
  formPrompt ??= (await runs.house.as('editor').call(createPrompt, { body })).body.id as string;
  return formPrompt;
}
