import { listNotices } from '@promptvault/contract/account/notifications/routes';
import * as contract from '@promptvault/contract/studio/experiments/routes';
import type { ExperimentReportView } from '@promptvault/contract/studio/experiments/shapes';
import * as prompts from '@promptvault/contract/vault/prompts/routes';
import { emptyDocument, type PromptDocument } from '@promptvault/document';
import { fakeClock } from '@promptvault/testing/fake-clock';
import { callers, openTestHouse, type TestHouse } from '@promptvault/testing/test-house';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { labelExposure } from '../../../vault/prompts/schema.ts';
import { experimentValue } from '../schema.ts';
import { tendAll } from './keep-tending.ts';

const dayMs = 24 * 60 * 60 * 1_000;
const clock = fakeClock(new Date('2026-12-01T09:00:00Z'));
let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse({ clock });
});
afterAll(() => house.close());

const editor = () => house.as('editor');
const documentOf = (text: string): PromptDocument => ({
  ...emptyDocument(),
  sections: [{ id: 's1', kind: 'instructions', role: null, text }],
});
let made = 0;

/** A prompt whose label points at version 1, and an experiment on it with 1 and 2. */
async function plan(more: object = {}, label = 'production') {
  made += 1;
  const { body: prompt } = await editor().call(prompts.createPrompt, {
    body: { title: `Prompt ${made}`, document: documentOf('Version one'), commit: true },
  });
  const params = { promptId: prompt.id as string };
  await editor().call(prompts.replaceDraft, {
    params: { ...params, branch: 'main' },
    body: { document: documentOf('Version two') },
    revision: 1,
  });
  const saved = await editor().call(prompts.commitVersion, {
    params: { ...params, branch: 'main' },
    body: { expectedParent: 1, message: '' },
  });
  expect(saved.status, JSON.stringify(saved.body)).toBe(201);
  await editor().call(prompts.publishPrompt, { params, revision: 1 });
  await point(params.promptId, 1, 0, label);
  const { status, body } = await editor().call(contract.createExperiment, {
    body: {
      promptId: params.promptId,
      label,
      name: `Experiment ${made}`,
      variants: [
        { name: 'A', version: 1, weight: 50 },
        { name: 'B', version: 2, weight: 50 },
      ],
      primary: { metric: 'solved', measure: 'share', better: 'higher', worthwhile: 0.02 },
      leastSubjects: 50,
      subjects: 400,
      ...more,
    },
  });
  expect(status, JSON.stringify(body)).toBe(201);
  return { promptId: params.promptId, experimentId: body.id as string };
}

const point = (promptId: string, version: number, revision: number, label = 'production') =>
  editor().call(prompts.setLabel, {
    params: { promptId, label },
    body: { targets: [{ version, weight: 1 }] },
    revision,
  });

const start = (experimentId: string, caller: 'editor' | 'owner' | 'viewer' = 'editor') =>
  house.as(caller).call(contract.startExperiment, { params: { experimentId } });

async function running(more: object = {}) {
  const planned = await plan(more);
  const started = await start(planned.experimentId);
  expect(started.status, JSON.stringify(started.body)).toBe(200);
  return planned;
}

const weighed = (...weights: number[]) =>
  weights.map((weight, index) => ({ name: 'AB'.charAt(index), version: index + 1, weight }));

/** Agrees to it as it is, or as it was. */
const approve = async (experimentId: string, revision?: number, caller: 'editor' | 'owner' = 'owner') =>
  house.as(caller).call(contract.approveExperiment, {
    params: { experimentId },
    revision: revision ?? (await get(experimentId)).revision,
  });

const get = async (experimentId: string) =>
  (await editor().call(contract.getExperiment, { params: { experimentId } })).body;

async function fetchFor(promptId: string, subject?: string, attributes?: object) {
  const { status, body } = await house.as('viewer').call(prompts.getPromptFile, {
    params: { promptId },
    query: {
      label: 'production',
      ...(subject && { subject }),
      ...(attributes && { attributes: JSON.stringify(attributes) }),
    },
  });
  expect(status, JSON.stringify(body)).toBe(200);
  return body as { version: number; text: string; assignment: null | { id: string; variant: string } };
}

const send = (experimentId: string, outcomes: object[]) =>
  editor().call(contract.reportOutcomes, { params: { experimentId }, body: { outcomes } });

const report = async (experimentId: string): Promise<ExperimentReportView> =>
  (await editor().call(contract.getExperimentReport, { params: { experimentId } })).body;

/** Gives so many subjects a version, in one transaction through the same operation; @returns variant by subject. */
async function expose(promptId: string, count: number, prefix = 'user'): Promise<Map<string, string>> {
  const given = new Map<string, string>();
  const { loadSource, openPrompt } = await import('../../../vault/prompts/index.ts');
  await house.within('editor', async (ctx) => {
    const prompt = await openPrompt(ctx, { promptId }, 'prompt.read');
    for (let index = 0; index < count; index++) {
      const subject = `${prefix}-${index}`;
      const source = { kind: 'label', label: 'production', subject } as const;
      given.set(subject, (await loadSource(ctx, prompt, source)).assignment?.variant ?? '');
    }
  });
  return given;
}

async function inBatches(experimentId: string, outcomes: object[]): Promise<void> {
  for (let from = 0; from < outcomes.length; from += 1_000) {
    const { status, body } = await send(experimentId, outcomes.slice(from, from + 1_000));
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body.refused).toEqual([]);
  }
}

describe('an experiment', () => {
  it('of thousands is read soon, also where the database has not looked at them yet', async () => {
    const { promptId, experimentId } = await running();
    await house.within('editor', async ({ tx, organizationId }) => {
      const subjects = sql`generate_series(1, 6000) nth`;
      const [owner, own] = [sql`${organizationId}::uuid`, sql`${experimentId}::uuid`];
      await tx
        .insert(labelExposure)
        .select(
          sql`select ${owner}, ${own}, md5(nth::text), gen_random_uuid(), ${promptId}::uuid, nth % 2, 1, '', now() from ${subjects}`,
        );
      await tx
        .insert(experimentValue)
        .select(sql`select ${owner}, ${own}, 'solved', md5(nth::text), 1, 1 from ${subjects}`);
    });
    const before = performance.now();
    const { lanes } = await report(experimentId);
    // Read one by one for each value it takes many times as long.
    expect(performance.now() - before).toBeLessThan(5_000);
    expect(lanes).toMatchObject([
      { measured: 3_000, value: 1 },
      { measured: 3_000, value: 1 },
    ]);
  });

  it('gives each subject one version and keeps it, and counts it once', async () => {
    const { promptId, experimentId } = await running();
    const first = await fetchFor(promptId, 'ada');
    expect(first.assignment).toMatchObject({ variant: first.version === 1 ? 'A' : 'B' });
    expect(first.text).toContain(first.version === 1 ? 'Version one' : 'Version two');
    expect(await fetchFor(promptId, 'ada')).toEqual(first);
    const rendered = await editor().call(prompts.renderPrompt, {
      params: { promptId },
      body: { source: { kind: 'label', label: 'production', subject: 'ada' } },
    });
    expect(rendered.body).toMatchObject({ version: first.version, assignment: first.assignment });
    expect(await fetchFor(promptId)).toMatchObject({ version: 1, assignment: null });
    const given = [...(await expose(promptId, 300)).values()];
    const share = given.filter((variant) => variant === 'B').length / 300;
    expect(share).toBeGreaterThan(0.4);
    expect(share).toBeLessThan(0.6);
    expect(await report(experimentId)).toMatchObject({ subjects: 301, split: { isOff: false } });
  });

  it('counts many requests for one new subject at once as one, with one answer', async () => {
    const { promptId, experimentId } = await running();
    const answers = await Promise.all(Array.from({ length: 8 }, () => fetchFor(promptId, 'rush')));
    expect(new Set(answers.map(({ assignment }) => assignment?.id)).size).toBe(1);
    expect(await report(experimentId)).toMatchObject({ subjects: 1 });
  });

  it('is about those who fit its rules alone, and shows parts by the values it names', async () => {
    const { promptId, experimentId } = await running({
      rules: [
        { attribute: 'plan', is: 'one_of', values: ['pro', 'team'] },
        { attribute: 'country', is: 'none_of', values: ['DE'] },
      ],
      parts: { attribute: 'plan', values: ['pro'] },
    });
    expect((await fetchFor(promptId, 'a', { plan: 'free' })).assignment).toBeNull();
    expect((await fetchFor(promptId, 'b', { plan: 'pro', country: 'DE' })).assignment).toBeNull();
    expect((await fetchFor(promptId, 'c')).assignment).toBeNull();
    expect((await fetchFor(promptId, 'd', { plan: 'pro', country: 'IN' })).assignment).not.toBeNull();
    expect((await fetchFor(promptId, 'e', { plan: 'team' })).assignment).not.toBeNull();
    const { parts } = await report(experimentId);
    expect(
      parts.map(({ part, lanes }) => [part, lanes.reduce((sum, lane) => sum + lane.subjects, 0)]),
    ).toEqual([
      ['pro', 1],
      ['', 1],
    ]);
    const bad = await editor().call(prompts.getPromptFile, {
      params: { promptId },
      query: { label: 'production', subject: 'x', attributes: '{plan' },
    });
    expect(bad.status).toBe(422);
  });

  it('takes each outcome once, and says of each it refuses why', async () => {
    const { promptId, experimentId } = await running({
      guards: [{ metric: 'seconds', measure: 'mean', bound: 'at_most', against: 'value', limit: 20 }],
    });
    const { assignment } = await fetchFor(promptId, 'ada');
    const other = await running();
    const foreign = await fetchFor(other.promptId, 'ada');
    const later = new Date(clock.now().getTime() + dayMs).toISOString();
    const before = new Date(clock.now().getTime() - dayMs).toISOString();
    const answer = await send(experimentId, [
      { key: '1', subject: 'ada', metric: 'solved' },
      { key: '1', subject: 'ada', metric: 'solved' },
      { key: '2', assignmentId: assignment?.id, metric: 'seconds', value: 3.5 },
      { key: '3', subject: 'nobody', metric: 'solved' },
      { key: '4', assignmentId: foreign.assignment?.id, metric: 'solved' },
      { key: '5', subject: 'ada', metric: 'clicks' },
      { key: '6', subject: 'ada', metric: 'solved', value: 0.5 },
      { key: '7', subject: 'ada', metric: 'solved', at: later },
      { key: '8', subject: 'ada', metric: 'solved', at: before },
      { key: '9', assignmentId: 'no id', metric: 'solved' },
    ]);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ counted: 2, duplicates: 1 });
    expect(answer.body.refused.map((one: { key: string; reason: string }) => [one.key, one.reason])).toEqual([
      ['3', 'unknown_subject'],
      ['4', 'unknown_subject'],
      ['5', 'unknown_metric'],
      ['6', 'not_a_share'],
      ['7', 'in_future'],
      ['8', 'too_early'],
      ['9', 'unknown_subject'],
    ]);
    // The first of a key counts, whatever the second says.
    const again = await send(experimentId, [{ key: '2', subject: 'ada', metric: 'seconds', value: 100 }]);
    expect(again.body).toMatchObject({ counted: 0, duplicates: 1, refused: [] });
    const { lanes, guards } = await report(experimentId);
    expect(guards[0]?.lanes.flatMap(({ value }) => value ?? [])).toEqual([3.5]);
    expect(lanes.reduce((sum, { subjects, value }) => sum + subjects * (value ?? 0), 0)).toBe(1);
    const both = { key: '1', subject: 'ada', assignmentId: 'x', metric: 'solved' };
    expect((await send(experimentId, [both])).status).toBe(422);
  });

  it('says who is better, in an interval, and how many are missing where it cannot say yet', async () => {
    const { promptId, experimentId } = await running();
    const few = await report(experimentId);
    expect(few.verdicts).toMatchObject([{ kind: 'unclear', variant: 'B', missing: 100 }]);
    const given = await expose(promptId, 400);
    expect((await report(experimentId)).verdicts).toMatchObject([{ kind: 'unclear', variant: 'B' }]);
    const seen = { A: 0, B: 0 };
    const outcomes = [...given].flatMap(([subject, variant]) => {
      const nth = seen[variant as 'A' | 'B']++;
      const isSolved = variant === 'B' ? nth % 10 < 7 : nth % 10 < 4;
      return isSolved ? [{ key: subject, subject, metric: 'solved' }] : [];
    });
    await inBatches(experimentId, outcomes);
    const done = await report(experimentId);
    expect(done.verdicts).toMatchObject([{ kind: 'better', variant: 'B', missing: null }]);
    const [verdict] = done.verdicts;
    expect(verdict?.low).toBeGreaterThan(0.1);
    expect(verdict?.high).toBeLessThan(0.5);
    expect(done.lanes[0]?.value).toBeCloseTo(0.4, 1);
    await tendAll(house.application.services);
    expect((await report(experimentId)).looks.at(-1)?.readings[0]?.low).toBeCloseTo(verdict?.low ?? 0, 5);
  });

  it('stops by itself when a guard rail is crossed, and tells the people', async () => {
    const { promptId, experimentId } = await running({
      guards: [{ metric: 'failed', measure: 'share', bound: 'at_most', against: 'control', limit: 0.05 }],
    });
    const given = await expose(promptId, 300);
    const b = [...given].find(([, variant]) => variant === 'B')?.[0] ?? '';
    expect(await fetchFor(promptId, b)).toMatchObject({ version: 2 });
    await inBatches(
      experimentId,
      [...given].flatMap(([subject, variant], index) =>
        variant === 'B' && index % 2 === 0 ? [{ key: subject, subject, metric: 'failed' }] : [],
      ),
    );
    await tendAll(house.application.services);
    expect(await get(experimentId)).toMatchObject({
      status: 'stopped',
      end: { reason: 'guard', metric: 'failed', variant: 'B', by: null },
    });
    expect(await fetchFor(promptId, b)).toMatchObject({ version: 1, assignment: null });
    const { body } = await editor().call(listNotices);
    expect(JSON.stringify(body.items)).toContain('a guard rail was crossed');
  });

  it('neither says "same" nor stops while all values of a mean are equal', async () => {
    const { promptId, experimentId } = await running({
      primary: { metric: 'stars', measure: 'mean', better: 'higher', worthwhile: 0.1 },
      guards: [{ metric: 'seconds', measure: 'mean', bound: 'at_most', against: 'value', limit: 20 }],
    });
    const given = await expose(promptId, 300);
    await inBatches(
      experimentId,
      [...given.keys()].flatMap((subject) => [
        { key: `a-${subject}`, subject, metric: 'stars', value: 0 },
        { key: `b-${subject}`, subject, metric: 'seconds', value: 30 },
      ]),
    );
    await tendAll(house.application.services);
    const { status, verdicts, lanes, guards } = await report(experimentId);
    expect(status).toBe('running');
    expect(verdicts).toMatchObject([{ kind: 'unclear', low: null, high: null, missing: null, until: null }]);
    expect(lanes.map(({ difference }) => difference)).toEqual([null, null]);
    expect(guards[0]?.lanes.map(({ reading, isCrossed }) => [reading, isCrossed])).toEqual([
      [null, false],
      [null, false],
    ]);
  });

  it('does not stop for what may still be chance', async () => {
    const { promptId, experimentId } = await running({
      guards: [{ metric: 'failed', measure: 'share', bound: 'at_most', against: 'control', limit: 0.05 }],
    });
    const given = await expose(promptId, 300);
    await inBatches(
      experimentId,
      [...given].slice(0, 30).map(([subject]) => ({ key: subject, subject, metric: 'failed' })),
    );
    await tendAll(house.application.services);
    expect(await get(experimentId)).toMatchObject({ status: 'running' });
  });

  it('ends at its planned end, and gives the label back', async () => {
    const endsAt = new Date(clock.now().getTime() + dayMs).toISOString();
    const { promptId, experimentId } = await running({ endsAt });
    await fetchFor(promptId, 'ada');
    await clock.advance(dayMs + 1_000);
    await tendAll(house.application.services);
    expect(await get(experimentId)).toMatchObject({ status: 'stopped', end: { reason: 'end_date' } });
    expect((await fetchFor(promptId, 'ada')).assignment).toBeNull();
    expect((await start(experimentId)).body.code).toBe('experiment.wrong_status');
    const late = await send(experimentId, [{ key: 'l', subject: 'ada', metric: 'solved', at: endsAt }]);
    expect(late.body).toMatchObject({ counted: 1 });
    await clock.advance(8 * dayMs);
    const tooLate = await send(experimentId, [{ key: 'm', subject: 'ada', metric: 'solved', at: endsAt }]);
    expect(tooLate.body.refused).toMatchObject([{ reason: 'too_late' }]);
  });

  it('forgets its subjects thirty days after the end and keeps what it found', async () => {
    const { promptId, experimentId } = await running();
    await expose(promptId, 20);
    await editor().call(contract.stopExperiment, { params: { experimentId }, body: {} });
    await clock.advance(31 * dayMs);
    await tendAll(house.application.services);
    expect(await report(experimentId)).toMatchObject({ subjects: 20, status: 'stopped' });
    const { knownExposures } = await import('../repository/outcomes.ts');
    const { bucketOf } = await import('../../../vault/prompts/index.ts');
    const left = await house.within('editor', async (ctx) => {
      const { findExperiment } = await import('../repository/experiments.ts');
      const row = await findExperiment(ctx, experimentId);
      const subjects = [bucketOf(row?.salt ?? '', 'user-1').key];
      return knownExposures(ctx, experimentId, { subjects, ids: [] });
    });
    expect(left).toEqual([]);
  });

  it('is deleted with what is known of its subjects, and not while it goes on', async () => {
    const { promptId, experimentId } = await running();
    const given = await fetchFor(promptId, 'ada');
    const params = { experimentId };
    const remove = async () =>
      editor().call(contract.deleteExperiment, { params, revision: (await get(experimentId)).revision });
    expect((await remove()).body.code).toBe('experiment.wrong_status');
    await editor().call(contract.stopExperiment, { params, body: {} });
    expect((await remove()).status).toBe(204);
    expect((await editor().call(contract.getExperiment, { params })).status).toBe(404);
    const { knownExposures } = await import('../repository/outcomes.ts');
    const left = await house.within('editor', (ctx) =>
      knownExposures(ctx, experimentId, { subjects: [], ids: [given.assignment?.id ?? ''] }),
    );
    expect(left).toEqual([]);
  });

  it('pauses and goes on with the same versions, and keeps them when the weights change', async () => {
    const { promptId, experimentId } = await running();
    const given = await expose(promptId, 60);
    const params = { experimentId };
    expect((await editor().call(contract.pauseExperiment, { params })).body).toMatchObject({
      status: 'paused',
    });
    expect((await fetchFor(promptId, 'user-1')).assignment).toBeNull();
    expect((await start(experimentId)).status).toBe(200);
    expect(await expose(promptId, 60)).toEqual(given);
    const { revision } = await get(experimentId);
    const stale = await editor().call(contract.reweighExperiment, {
      params,
      body: { weights: [90, 10] },
      revision: revision - 1,
    });
    expect(stale.status).toBe(412);
    const changed = await editor().call(contract.reweighExperiment, {
      params,
      body: { weights: [90, 10] },
      revision,
    });
    expect(changed.status, JSON.stringify(changed.body)).toBe(200);
    expect(await expose(promptId, 60)).toEqual(given);
    const next = [...(await expose(promptId, 200, 'new')).values()];
    expect(next.filter((variant) => variant === 'B').length).toBeLessThan(40);
    expect(await report(experimentId)).toMatchObject({ subjects: 200, earlier: 60 });
  });

  it('runs alone on its label, from where the label points, and ends when the label is moved', async () => {
    const { promptId, experimentId } = await running();
    const body = {
      promptId,
      label: 'production',
      name: 'Second',
      variants: [
        { name: 'A', version: 1, weight: 50 },
        { name: 'B', version: 2, weight: 50 },
      ],
      primary: { metric: 'solved', measure: 'share', better: 'higher', worthwhile: 0.02 },
    };
    const { body: second } = await editor().call(contract.createExperiment, { body });
    expect((await start(second.id)).body.code).toBe('experiment.label_busy');
    const { body: labels } = await editor().call(prompts.listLabels, { params: { promptId } });
    const production = labels.items.find(({ name }: { name: string }) => name === 'production');
    expect(production.experimentId).toBe(experimentId);
    expect((await point(promptId, 2, production.revision)).status).toBe(200);
    expect(await get(experimentId)).toMatchObject({ status: 'stopped', end: { reason: 'label_moved' } });
    expect(await fetchFor(promptId, 'ada')).toMatchObject({ version: 2, assignment: null });
    expect((await start(second.id)).body.code).toBe('experiment.not_control');
  });

  it('is concluded by moving the label', async () => {
    const { promptId, experimentId } = await running();
    const conclude = (variant: string) =>
      editor().call(contract.concludeExperiment, { params: { experimentId }, body: { variant } });
    expect((await conclude('Z')).body.code).toBe('experiment.unknown_variant');
    expect((await conclude('B')).body).toMatchObject({
      isMoved: true,
      requestId: null,
      experiment: { status: 'concluded', end: { reason: 'concluded', variant: 'B' } },
    });
    expect(await fetchFor(promptId, 'ada')).toMatchObject({ version: 2, assignment: null });
    expect((await conclude('B')).body.code).toBe('experiment.wrong_status');
  });

  it('keeps to the rules of a protected label, at the start and at the end', async () => {
    await house.as('owner').call(prompts.setLabelRule, {
      params: { label: 'guarded' },
      body: { approvals: 1 },
      revision: 0,
    });
    const { promptId, experimentId } = await plan({}, 'kept');
    expect((await start(experimentId)).status).toBe(200);
    await house.as('owner').call(prompts.setLabelRule, {
      params: { label: 'kept' },
      body: { approvals: 1 },
      revision: 0,
    });
    await editor().call(contract.pauseExperiment, { params: { experimentId } });
    expect((await start(experimentId)).body.code).toBe('prompt.label_protected');
    const { body: draft } = await editor().call(contract.createExperiment, {
      body: {
        promptId,
        label: 'kept',
        name: 'Again',
        variants: [
          { name: 'A', version: 1, weight: 50 },
          { name: 'B', version: 2, weight: 50 },
        ],
        primary: { metric: 'solved', measure: 'share', better: 'higher', worthwhile: 0.02 },
      },
    });
    await editor().call(contract.stopExperiment, { params: { experimentId }, body: {} });
    const params = { experimentId: draft.id as string };
    expect((await start(draft.id)).body.code).toBe('prompt.label_protected');
    expect((await approve(draft.id, undefined, 'editor')).status).toBe(403);
    const agreed = await approve(draft.id);
    expect(agreed.body).toMatchObject({ approvalsNeeded: 1, approvals: [{ name: expect.any(String) }] });
    const changed = await editor().call(contract.updateExperiment, {
      params,
      body: { hypothesis: 'Other' },
      revision: agreed.body.revision,
    });
    expect(changed.body.approvals).toEqual([]);
    expect((await start(draft.id)).body.code).toBe('prompt.label_protected');
    await approve(draft.id);
    expect((await start(draft.id)).status).toBe(200);
    const ended = await editor().call(contract.concludeExperiment, { params, body: { variant: 'B' } });
    expect(ended.body).toMatchObject({ isMoved: false, requestId: expect.any(String) });
  });

  it('gives no version more of a protected label than was approved, and less to anybody', async () => {
    const { experimentId } = await plan({ variants: weighed(90, 10) }, 'careful');
    const params = { experimentId };
    await house.as('owner').call(prompts.setLabelRule, {
      params: { label: 'careful' },
      body: { approvals: 1 },
      revision: 0,
    });
    expect((await approve(experimentId)).status).toBe(200);
    expect((await start(experimentId)).status).toBe(200);
    const reweigh = async (...weights: number[]) =>
      editor().call(contract.reweighExperiment, {
        params,
        body: { weights },
        revision: (await get(experimentId)).revision,
      });
    const refused = await reweigh(1, 99);
    expect([refused.status, refused.body.code]).toEqual([409, 'prompt.label_protected']);
    await editor().call(contract.pauseExperiment, { params });
    expect((await reweigh(89, 11)).body.code).toBe('prompt.label_protected');
    expect((await start(experimentId)).status).toBe(200);
    expect(await get(experimentId)).toMatchObject({ variants: weighed(90, 10) });
    const less = await reweigh(95, 5);
    expect(less.status, JSON.stringify(less.body)).toBe(200);
    expect(less.body).toMatchObject({ variants: weighed(95, 5) });
    expect((await reweigh(90, 10)).body.code).toBe('prompt.label_protected');
  });

  it('gives less to anybody on a label that was protected after the start', async () => {
    const { experimentId } = await plan({}, 'later');
    expect((await start(experimentId)).status).toBe(200);
    await house.as('owner').call(prompts.setLabelRule, {
      params: { label: 'later' },
      body: { approvals: 1 },
      revision: 0,
    });
    const { revision } = await get(experimentId);
    const reweigh = (weights: number[]) =>
      editor().call(contract.reweighExperiment, { params: { experimentId }, body: { weights }, revision });
    expect((await reweigh([40, 60])).body.code).toBe('prompt.label_protected');
    expect((await reweigh([60, 40])).status).toBe(200);
  });

  it('is approved as it was seen: not another plan, and not without saying which', async () => {
    const { experimentId } = await plan({ variants: weighed(99, 1) }, 'seen');
    const params = { experimentId };
    const { revision } = await get(experimentId);
    const changed = await editor().call(contract.updateExperiment, {
      params,
      body: { variants: weighed(1, 99) },
      revision,
    });
    const stale = await approve(experimentId, revision);
    expect([stale.status, stale.body.code]).toEqual([412, 'request.stale']);
    expect(await get(experimentId)).toMatchObject({ approvals: [], revision: changed.body.revision });
    const blind = await house.as('owner').send('POST', `/api/v1/experiments/${experimentId}/approve`);
    expect(blind.status).toBe(428);
    const agreed = await approve(experimentId, changed.body.revision);
    expect(agreed.body.approvals).toHaveLength(1);
    // Sent twice, it is still one.
    const again = await approve(experimentId, changed.body.revision);
    expect([again.status, again.body.approvals?.length]).toEqual([200, 1]);
  });

  it('measures one metric in one way, whatever a change leaves out', async () => {
    const guards = [{ metric: 'seconds', measure: 'mean', bound: 'at_most', against: 'value', limit: 20 }];
    const { experimentId } = await plan({ guards });
    const change = async (body: object) =>
      editor().call(contract.updateExperiment, {
        params: { experimentId },
        body,
        revision: (await get(experimentId)).revision,
      });
    const primary = { metric: 'seconds', measure: 'share', better: 'lower', worthwhile: 0.1 };
    for (const body of [{ primary }, { guards: [{ ...guards[0], metric: 'solved' }] }]) {
      const refused = await change(body);
      expect([refused.status, refused.body.code]).toEqual([422, 'request.invalid']);
      expect(refused.body.errors).toMatchObject([{ path: ['guards'] }]);
    }
    expect(await get(experimentId)).toMatchObject({ primary: { metric: 'solved' }, guards });
    expect((await change({ primary, guards: [] })).status).toBe(200);
  });

  it('is for those who may: reading, planning, starting and reporting', async () => {
    const { experimentId } = await plan();
    const params = { experimentId };
    const seen: Record<string, number[]> = {};
    for (const caller of callers) {
      const as = house.as(caller);
      const { revision = 1 } = (await as.call(contract.getExperiment, { params })).body ?? {};
      seen[caller] = [
        (await as.call(contract.getExperiment, { params })).status,
        (await as.call(contract.updateExperiment, { params, body: { name: 'Mine' }, revision })).status,
        (
          await as.call(contract.reportOutcomes, {
            params,
            body: { outcomes: [{ key: '1', subject: 'a', metric: 'solved' }] },
          })
        ).status,
        (await as.call(contract.pauseExperiment, { params })).status,
      ];
    }
    expect(seen).toEqual({
      owner: [200, 200, 409, 409],
      admin: [200, 200, 409, 409],
      editor: [200, 200, 409, 409],
      viewer: [200, 403, 403, 403],
      guest: [403, 403, 403, 403],
      stranger: [404, 404, 404, 404],
      nobody: [401, 401, 401, 401],
    });
  });

  it('refuses what cannot be an experiment', async () => {
    const { promptId } = await plan();
    const variants = (...weights: number[]) =>
      weights.map((weight, index) => ({ name: `V${index}`, version: index + 1, weight }));
    const make = (more: object) =>
      editor().call(contract.createExperiment, {
        body: {
          promptId,
          label: 'production',
          name: 'X',
          variants: variants(50, 50),
          primary: { metric: 'solved', measure: 'share', better: 'higher', worthwhile: 0.02 },
          ...more,
        },
      });
    for (const more of [
      { variants: variants(60, 50) },
      { variants: variants(100) },
      { variants: [variants(50)[0], variants(50)[0]] },
      { guards: [{ metric: 'solved', measure: 'mean', bound: 'at_most', against: 'value', limit: 1 }] },
      { label: 'latest' },
    ])
      expect((await make(more)).status).toBe(422);
    expect((await make({ variants: variants(40, 30, 30) })).body.code).toBe('prompt.version_unknown');
  });
});
