import * as billing from '@promptvault/contract/account/billing/routes';
import * as models from '@promptvault/contract/studio/models/routes';
import type { RunEvent } from '@promptvault/contract/studio/runs/events';
import * as contract from '@promptvault/contract/studio/runs/routes';
import type { RunDetailView } from '@promptvault/contract/studio/runs/shapes';
import { type PromptDocument, SAMPLING_STRATEGIES } from '@promptvault/document';
import type { Techniques } from '@promptvault/document/techniques';
import { document, openRunHouse, type RunHouse } from '@promptvault/testing/run-house';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let runs: RunHouse;
beforeAll(async () => {
  runs = await openRunHouse();
});
afterAll(() => runs.close());

const withTechniques = (techniques: Techniques, more: Partial<PromptDocument> = {}): PromptDocument => ({
  ...document,
  ...more,
  techniques,
});
const voting = (samples: number, more: Partial<NonNullable<Techniques['selfConsistency']>> = {}) => ({
  selfConsistency: { samples, temperature: null, answer: { by: 'last_number' as const }, ...more },
});

let count = 0;
type Behaviours = Parameters<RunHouse['provider']['script']> extends [string, ...infer Rest] ? Rest : never;
async function run(own: PromptDocument, behaviours: Behaviours, name = `several-${++count}`) {
  runs.provider.script(name, ...behaviours);
  const { status, body, runIds } = await runs.start([name], {
    source: { kind: 'document', document: own },
  });
  expect(status, JSON.stringify(body)).toBe(201);
  const id = runIds[0] as string;
  const events = (await runs.follow(id)).map(({ data }) => data as RunEvent);
  const detail: RunDetailView = await runs.ended(id);
  const sent = runs.provider.requests.filter((request) => request.model === name);
  return { events, detail, sent, comparisonId: body.comparison.id };
}

describe('several samples', () => {
  it('are asked beside each other, and the answer given most often counts', async () => {
    const { detail, events, sent, comparisonId } = await run(
      withTechniques(voting(5, { temperature: 0.9 }), { settings: { seed: 7 } }),
      [{ text: 'I get 4' }, { text: 'So 5.' }, { text: 'It is 4.0' }, { text: 'Surely 4' }, { text: 'none' }],
    );
    expect(sent).toHaveLength(5);
    const bodies = sent.map(({ body }) => body as { temperature: number; seed: number });
    expect(bodies.every(({ temperature }) => temperature === 0.9)).toBe(true);
    expect(bodies.map(({ seed }) => seed).sort((a, b) => a - b)).toEqual([7, 8, 9, 10, 11]);
    const vote = detail.techniqueResult?.vote;
    expect(vote?.agreement).toBeCloseTo(3 / 5);
    expect(vote?.votes.map(({ samples }) => samples.length)).toEqual([3, 1]);
    expect(vote?.samples.filter(({ answer }) => answer === null)).toHaveLength(1);
    expect(detail).toMatchObject({ status: 'finished', finishReason: 'stop' });
    expect(detail.output).toContain('4');
    expect(detail.parts.map(({ kind, origin, status }) => `${kind} ${origin} ${status}`)).toEqual(
      Array.from({ length: 5 }, () => 'vote part finished'),
    );
    const winner = vote?.samples[vote.winner ?? -1];
    const winning = await runs.ended(winner?.runId as string);
    expect(winning.output).toBe(detail.output);
    const told = events.filter(({ type }) => type === 'technique');
    expect(told).toHaveLength(6);
    // The comparison has them all, for whoever follows it; lists show the one run.
    const compared = await runs.house.as('editor').call(contract.getComparison, { params: { comparisonId } });
    expect(compared.body.runs).toHaveLength(6);
  });

  it('have no vote where they were declined, however alike they are', async () => {
    const refused = { text: 'Sorry, 0', finishReason: 'content_filter' } as const;
    const { detail } = await run(withTechniques(voting(4)), [refused, refused, refused, { text: 'So 5' }]);
    expect(detail).toMatchObject({ status: 'finished', finishReason: 'stop', output: 'So 5' });
    expect(detail.techniqueResult?.vote).toMatchObject({ agreement: 1 / 4, votes: [{ answer: '5' }] });
    expect(detail.warnings).toContainEqual(expect.stringContaining('3 of 4 samples were refused'));

    const none = (await run(withTechniques(voting(2)), [refused])).detail;
    expect(none).toMatchObject({ status: 'finished', finishReason: 'content_filter', output: 'Sorry, 0' });
    expect(none.techniqueResult?.vote).toMatchObject({ winner: null, votes: [] });
  });

  it('are spread over what the prompt names, and each says what it was drawn with', async () => {
    const drawn = async (draw: NonNullable<NonNullable<Techniques['selfConsistency']>['draw']>) => {
      const settings = { temperature: 2, topK: 3 };
      const { detail, sent } = await run(withTechniques(voting(4, { draw }), { settings }), [{ text: '1' }]);
      const samples = detail.techniqueResult?.vote?.samples ?? [];
      const rows = await Promise.all(samples.map(({ runId }) => runs.ended(runId)));
      const bodies = sent.map(({ body }) => body as Record<string, unknown>);
      return { detail, samples, rows, bodies };
    };
    const ladder = await drawn({ by: 'ladder', from: 0.2, to: 0.8 });
    const degrees = [0.2, 0.4, 0.6, 0.8];
    expect(ladder.bodies.map(({ temperature }) => temperature).sort()).toEqual(degrees);
    expect(ladder.samples.map((sample) => sample.drawn)).toEqual(
      degrees.map((temperature) => ({ sampling: null, temperature })),
    );
    expect(ladder.rows.map(({ settings }) => settings)).toEqual(
      degrees.map((temperature) => ({ temperature, topK: 3 })),
    );

    const turns = await drawn({ by: 'strategies', strategies: ['precise', 'diverse'] });
    expect(turns.samples.map((sample) => sample.drawn?.sampling)).toEqual([
      ...['precise', 'diverse', 'precise', 'diverse'],
    ]);
    expect(turns.rows[1]?.settings).toEqual({ sampling: 'diverse', ...SAMPLING_STRATEGIES.diverse });
    expect(turns.bodies.every((body) => !('top_k' in body) && !('sampling' in body))).toBe(true);
  });

  it('say on the run that votes what its model does not take of that', async () => {
    const source = {
      kind: 'document',
      document: withTechniques(voting(2, { draw: { by: 'strategies', strategies: ['greedy', 'precise'] } })),
    };
    const models = [{ connectionId: null, model: 'echo' }];
    const started = await runs.house
      .as('editor')
      .call(contract.startRuns, { body: { source, models, values: { topic: 'x' } } });
    expect(started.status, JSON.stringify(started.body)).toBe(201);
    const detail = await runs.ended(started.body.comparison.runs[0].id);
    expect(detail.warnings).toEqual(
      expect.arrayContaining([
        'The echo model ignores temperature.',
        'The echo model ignores temperature, topP.',
      ]),
    );
  });

  it('vote without those that failed, and fail where all do', async () => {
    const broken = { status: 400, body: { error: { message: 'No.' } } } as const;
    const some = await run(withTechniques(voting(3)), [{ text: '1' }, { text: '1' }, { text: '' }]);
    expect(some.detail.techniqueResult?.vote).toMatchObject({ agreement: 2 / 3 });
    const all = await run(withTechniques(voting(2)), [broken as never], 'scripted-400');
    expect(all.detail).toMatchObject({ status: 'failed', output: '' });
    expect(all.detail.error?.message).not.toBe('');
    expect(all.detail.techniqueResult?.vote).toMatchObject({ agreement: null, winner: null });
  });

  it('are judged by the form once, by the answer that won', async () => {
    const own = withTechniques(voting(3, { answer: { by: 'json', pointer: '/n' } }), {
      responseSchema: { type: 'object', properties: { n: { type: 'number' } }, required: ['n'] },
    });
    const { detail } = await run(own, [{ text: '{"n":1}' }, { text: '{"n":2}' }, { text: '{"n": 1.0}' }]);
    expect(detail.outcome?.kind).toBe('valid');
    expect(detail.json).toEqual({ n: 1 });
    expect(detail.techniqueResult?.vote?.votes[0]).toMatchObject({ answer: '1' });
  });

  it('stop with the run they belong to', async () => {
    const model = 'several-slow';
    runs.provider.script(model, { text: 'word '.repeat(300), tokensPerSecond: 10 });
    const { runIds } = await runs.start([model], {
      source: { kind: 'document', document: withTechniques(voting(3)) },
    });
    const runId = runIds[0] as string;
    await expect
      .poll(() => runs.provider.requests.filter((request) => request.model === model).length, {
        timeout: 8_000,
      })
      .toBe(3);
    await runs.house.as('editor').call(contract.stopRun, { params: { runId } });
    const detail = await runs.ended(runId);
    expect(detail.status).toBe('stopped');
    expect(detail.parts.map(({ status }) => status)).toEqual(['stopped', 'stopped', 'stopped']);
  });

  it('are held of the budget all together before the first is asked, and settled each by itself', async () => {
    const model = 'several-dear';
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
    // Each may cost 100,000 at its worst.
    await limit(250_000);
    const source = { kind: 'document', document: withTechniques(voting(3)) };
    const refused = await runs.start([model], { source });
    expect(refused.body.code).toBe('budget.exhausted');
    await limit(1_000_000);
    runs.provider.script(model, { text: 'It is 3' });
    const { runIds } = await runs.start([model], { source });
    const detail = await runs.ended(runIds[0] as string);
    const parts = detail.parts.map(({ cost }) => cost?.microDollars ?? 0);
    expect(Math.min(...parts)).toBeGreaterThan(0);
    const whole = parts.reduce((sum, each) => sum + each, 0);
    expect(detail).toMatchObject({ cost: null, totalMicroDollars: whole });
    expect((await budget()).day).toMatchObject({ reservedMicroDollars: 0, spentMicroDollars: whole });
    await limit(100_000_000);
  });
});

describe('a model that thinks first', () => {
  it('is asked to, and its thoughts are kept apart from its answer', async () => {
    const { detail, events, sent } = await run(withTechniques({ chainOfThought: { instruction: null } }), [
      { text: '<thinking>\nThe moon pulls the water.\n</thinking>\n\nThe moon makes the tides.' },
    ]);
    expect(JSON.stringify(sent[0]?.body)).toContain('between <thinking> and </thinking>');
    expect(detail).toMatchObject({
      output: 'The moon makes the tides.',
      reasoning: 'The moon pulls the water.',
    });
    expect(events.some(({ type }) => type === 'reasoning-delta')).toBe(true);
    const silent = await run(withTechniques({ chainOfThought: { instruction: 'Weigh it.' } }), [
      { text: '<thinking>All of it.' },
    ]);
    expect(silent.detail).toMatchObject({ output: '', reasoning: 'All of it.' });
    expect(silent.detail.warnings.join()).toContain('only thought');
  });

  it('votes by its answers alone', async () => {
    const { detail } = await run(
      withTechniques({ chainOfThought: { instruction: null }, ...voting(3, { answer: { by: 'whole' } }) }),
      [
        { text: '<thinking>one way</thinking>Blue' },
        { text: '<thinking>another way</thinking>blue.' },
        { text: '<thinking>a third</thinking>Red' },
      ],
    );
    expect(detail.techniqueResult?.vote).toMatchObject({ agreement: 2 / 3 });
    expect(detail.output.toLowerCase()).toContain('blue');
    expect(detail.reasoning).toContain('way');
  });
});
