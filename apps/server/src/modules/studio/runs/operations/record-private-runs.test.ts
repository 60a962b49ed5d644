import * as billing from '@promptvault/contract/account/billing/routes';
import * as history from '@promptvault/contract/studio/history/routes';
import type { PrivateRunCounts } from '@promptvault/contract/studio/runs/private-shapes';
import * as contract from '@promptvault/contract/studio/runs/routes';
import * as sharing from '@promptvault/contract/vault/sharing/routes';
import { openRunHouse, type RunHouse } from '@promptvault/testing/run-house';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let runs: RunHouse;
beforeAll(async () => {
  runs = await openRunHouse();
});
afterAll(() => runs.close());

type Who = 'owner' | 'admin' | 'editor' | 'viewer' | 'stranger';

const counts = (more: Partial<PrivateRunCounts> = {}): PrivateRunCounts => ({
  promptId: runs.promptId,
  versionNumber: 1,
  provider: 'anthropic',
  ownAddress: false,
  model: 'claude-haiku-5-5',
  status: 'finished',
  finishReason: 'stop',
  errorCode: null,
  inputTokens: 1_000_000,
  outputTokens: 1_000_000,
  cachedInputTokens: null,
  reasoningTokens: null,
  usageEstimated: false,
  timeToFirstTokenMs: 310,
  durationMs: 1_900,
  agoMs: 60_000,
  ...more,
});
const record = (told: readonly object[], who: Who = 'editor') =>
  runs.house.as(who).call(contract.recordPrivateRuns, { body: { runs: told } });
const one = async (more: Partial<PrivateRunCounts> = {}, who: Who = 'editor') => {
  const { status, body } = await record([counts(more)], who);
  expect(status, JSON.stringify(body)).toBe(201);
  return body.runs[0];
};
const policy = async (who: Who = 'owner') =>
  (await runs.house.as(who).call(contract.getPrivateRunPolicy)).body;
const setPolicy = async (allowed: boolean, who: Who = 'owner', revision?: number) =>
  runs.house.as(who).call(contract.updatePrivateRunPolicy, {
    body: { allowed },
    revision: revision ?? (await policy()).revision,
  });

describe('a private run', () => {
  it('is kept as numbers, with what they cost by the table of prices, and nothing of what was said', async () => {
    const run = await one();
    expect(run).toMatchObject({
      private: true,
      status: 'finished',
      promptTitle: 'Tides',
      versionNumber: 1,
      connectionId: null,
      excerpt: '',
      sentHash: '',
      usage: { inputTokens: 1_000_000, outputTokens: 1_000_000, estimated: false },
      durationMs: 1_900,
      timeToFirstTokenMs: 310,
    });
    expect(run.cost.microDollars).toBeGreaterThan(0);
    expect(new Date(run.endedAt).getTime() - new Date(run.startedAt).getTime()).toBe(1_900);
    const detail = (await runs.house.as('editor').call(contract.getRun, { params: { runId: run.id } })).body;
    expect(detail).toMatchObject({
      output: '',
      reasoning: '',
      document: null,
      values: {},
      settings: {},
      messages: null,
      context: [],
    });
  });

  it('has no place for words: whatever else is sent is refused', async () => {
    for (const more of [
      { output: 'What the model said' },
      { messages: [] },
      { values: { topic: 'x' } },
      { key: 'sk-1' },
      { errorMessage: 'It says: …' },
      { promptTitle: 'x' },
      { sentHash: 'x' },
      { status: 'running' },
      { errorCode: 'It says: what was sent', status: 'failed' },
      { finishReason: 'what was sent' },
      { durationMs: -1 },
      { inputTokens: 1.5 },
      { agoMs: 91 * 86_400_000 },
      { provider: 'echo' },
    ]) {
      const { status, body } = await record([{ ...counts(), ...more }]);
      expect(status, JSON.stringify(more)).toBe(422);
      expect(body.code).toBe('request.invalid');
    }
    expect((await record([])).status).toBe(422);
    expect((await record(Array.from({ length: 101 }, () => counts()))).status).toBe(422);
  });

  it('has no price at an address of one’s own, where a famous name may stand for anything', async () => {
    expect((await one({ ownAddress: true })).cost).toBeNull();
    expect((await one({ provider: 'openai_compatible', ownAddress: true, model: 'gpt-4o' })).cost).toBeNull();
    expect((await one({ inputTokens: null })).cost).toBeNull();
  });

  it('says of a failure what kind it was, in our words', async () => {
    const run = await one({ status: 'failed', errorCode: 'model.unreachable', finishReason: null });
    expect(run.error).toEqual({
      code: 'model.unreachable',
      message: 'The browser could not reach the model.',
      retryable: false,
    });
    expect((await record([counts({ status: 'failed' })])).status).toBe(422);
    expect((await record([counts({ errorCode: 'model.cut' })])).status).toBe(422);
  });

  it('may be of a draft, or of no prompt; not of one that is not there', async () => {
    expect(await one({ versionNumber: null })).toMatchObject({ promptTitle: 'Tides', versionId: null });
    expect(await one({ promptId: null, versionNumber: null })).toMatchObject({ promptTitle: null });
    expect((await record([counts({ promptId: 'nobody' })])).body.code).toBe('resource.not_found');
    expect((await record([counts({ versionNumber: 99 })])).body.code).toBe('prompt.version_unknown');
    // One of many that is wrong leaves nothing behind.
    const before = (await list('editor')).length;
    await record([counts(), counts({ promptId: 'nobody' })]);
    expect((await list('editor')).length).toBe(before);
  });

  it('touches no budget, even where one is spent', async () => {
    const budget = async () => (await runs.house.as('owner').call(billing.getBudget)).body;
    const before = await budget();
    await runs.house.as('owner').call(billing.updateBudget, {
      body: { dayMicroDollars: 0 },
      revision: before.revision,
    });
    await one();
    const after = await budget();
    expect(after.day.spentMicroDollars).toBe(before.day.spentMicroDollars);
    await runs.house.as('owner').call(billing.updateBudget, {
      body: { dayMicroDollars: null },
      revision: after.revision,
    });
  });

  it('stands in the history of its author and of who may see all, and of nobody else', async () => {
    const { id } = await one({ model: 'claude-opus-5-5' });
    expect((await list('editor')).find((run) => run.id === id)).toMatchObject({ private: true });
    expect((await list('owner')).some((run) => run.id === id)).toBe(true);
    expect((await list('viewer')).some((run) => run.id === id)).toBe(false);
    expect((await list('stranger')).some((run) => run.id === id)).toBe(false);
  });

  it('cannot be repeated, continued, compared or shared', async () => {
    const cut = await one({ finishReason: 'length' });
    const params = { runId: cut.id };
    const editor = runs.house.as('editor');
    const other = (await runs.start([null])).runIds[0] as string;
    await runs.ended(other);
    for (const answer of [
      await editor.call(contract.retryRun, { params, body: {} }),
      await editor.call(contract.continueRun, { params, body: {} }),
      await editor.call(contract.compareRuns, { query: { left: other, right: cut.id } }),
      await editor.call(history.createJudgement, { body: { title: 'Both', runIds: [other, cut.id] } }),
      await editor.call(sharing.createShareLink, { body: { kind: 'run', id: cut.id, life: '7d' } }),
      await editor.call(sharing.createShareLink, {
        body: { kind: 'comparison', id: cut.comparisonId, life: '7d' },
      }),
    ])
      expect(answer.body.code, JSON.stringify(answer.body)).toBe('run.is_private');
  });

  it('is counted by who may run, and by nobody else', async () => {
    expect((await record([counts()], 'viewer')).status).toBe(403);
    // Somebody of another organization sees no prompt of this one.
    expect((await record([counts()], 'stranger')).body.code).toBe('resource.not_found');
  });
});

describe('private runs', () => {
  it('are allowed until an owner or admin forbids them; then none are counted', async () => {
    expect(await policy('viewer')).toEqual({ allowed: true, revision: 1 });
    expect((await setPolicy(false, 'editor')).status).toBe(403);
    expect((await setPolicy(false, 'admin')).body).toEqual({ allowed: false, revision: 2 });
    expect((await setPolicy(true, 'owner', 1)).status).toBe(412);
    const refused = await record([counts()]);
    expect(refused.status).toBe(403);
    expect(refused.body.code).toBe('run.private_forbidden');
    expect(await policy('stranger')).toMatchObject({ allowed: true });
    expect((await setPolicy(true)).body).toEqual({ allowed: true, revision: 3 });
    await one();
  });
});

async function list(who: Who): Promise<{ id: string; private: boolean }[]> {
  const { body } = await runs.house
    .as(who)
    .call(history.listRuns, { query: { author: 'all', limit: '200' } });
  return body.items;
}

describe.each(['before they are indexed', 'after'])('the list of runs, %s,', (when) => {
  const place = { author: 'all', limit: 100 } as const;
  const list = async (query: object) => {
    const { body } = await runs.house.as('owner').call(history.listRuns, { query: { ...place, ...query } });
    return body.items as { id: string; private: boolean; model: string }[];
  };

  it('has private runs with the others, alone, or not at all', async () => {
    const [openId = ''] = (await runs.start([null])).runIds;
    await runs.ended(openId);
    const { id } = await one({ model: `private-${when.slice(0, 5)}` });
    if (when === 'after') await runs.house.deliver();
    const all = await list({});
    const [only, without] = [await list({ private: 'only' }), await list({ private: 'without' })];
    expect(only.every((run) => run.private)).toBe(true);
    expect(without.some((run) => run.private)).toBe(false);
    expect(only.map((run) => run.id)).toContain(id);
    expect(without.map((run) => run.id)).toContain(openId);
    expect(only.length + without.length).toBe(all.length);
    for (const sort of ['oldest', 'dearest', 'slowest']) {
      expect(await list({ private: 'only', sort })).toHaveLength(only.length);
      expect(await list({ private: 'without', sort })).toHaveLength(without.length);
    }
    expect(await list({ private: 'without', model: 'echo' })).not.toEqual([]);
    expect(await list({ private: 'only', model: 'echo' })).toEqual([]);
  });
});
