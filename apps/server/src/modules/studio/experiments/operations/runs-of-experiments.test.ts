/** Runs that are made for subjects of an experiment: they say for which variant, and are found by it. */
import * as contract from '@promptvault/contract/studio/experiments/routes';
import { listRuns } from '@promptvault/contract/studio/history/routes';
import { getRun, retryRun } from '@promptvault/contract/studio/runs/routes';
import * as prompts from '@promptvault/contract/vault/prompts/routes';
import { document, openRunHouse, type RunHouse } from '@promptvault/testing/run-house';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let runs: RunHouse;
let experimentId: string;
beforeAll(async () => {
  runs = await openRunHouse();
  const { promptId } = runs;
  const editor = runs.house.as('editor');
  const place = { promptId, branch: 'main' };
  const second = { ...document, settings: { temperature: 0.5 } };
  await editor.call(prompts.replaceDraft, { params: place, body: { document: second }, revision: 1 });
  const body = { expectedParent: 1, message: '' };
  expect((await editor.call(prompts.commitVersion, { params: place, body })).status).toBe(201);
  await editor.call(prompts.publishPrompt, { params: { promptId }, revision: 1 });
  await editor.call(prompts.setLabel, {
    params: { promptId, label: 'production' },
    body: { targets: [{ version: 1, weight: 1 }] },
    revision: 0,
  });
  const planned = await editor.call(contract.createExperiment, {
    body: {
      ...{ promptId, label: 'production', name: 'Warmer', leastSubjects: 50, subjects: 400 },
      variants: [
        { name: 'A', version: 1, weight: 50 },
        { name: 'B', version: 2, weight: 50 },
      ],
      primary: { metric: 'solved', measure: 'share', better: 'higher', worthwhile: 0.02 },
    },
  });
  expect(planned.status, JSON.stringify(planned.body)).toBe(201);
  experimentId = planned.body.id;
  const started = await editor.call(contract.startExperiment, { params: { experimentId } });
  expect(started.status, JSON.stringify(started.body)).toBe(200);
});
afterAll(() => runs.close());

const runFor = async (source: object) => {
  const { status, body, runIds } = await runs.start([null], { source });
  if (status !== 201) return { status, code: body.code };
  return { status, run: await runs.ended(runIds[0] as string) };
};
const fetchFor = async (subject: string) =>
  (
    await runs.house.as('editor').call(prompts.getPromptFile, {
      params: { promptId: runs.promptId },
      query: { label: 'production', subject },
    })
  ).body as { version: number; assignment: { id: string; experimentId: string; variant: string } };
const found = async (query: object) => {
  const { body } = await runs.house.as('editor').call(listRuns, { query: { limit: 100, ...query } });
  return (body.items as { id: string }[]).map(({ id }) => id).sort();
};

describe('a run that is made for a subject of an experiment', () => {
  const made: Record<string, string[]> = { A: [], B: [] };

  it('tells the variant that the label meant for the subject', async () => {
    for (let index = 0; index < 12; index++) {
      const source = { kind: 'label', promptId: runs.promptId, label: 'production', subject: `s${index}` };
      const { run } = await runFor(source);
      const { version, assignment } = await fetchFor(`s${index}`);
      expect(run).toMatchObject({ assignment, versionNumber: version });
      made[assignment.variant]?.push(run?.id as string);
    }
    expect(made.A?.length).toBeGreaterThan(0);
    expect(made.B?.length).toBeGreaterThan(0);
    const { run } = await runFor({ kind: 'label', promptId: runs.promptId, label: 'production' });
    expect(run?.assignment).toBeNull();
  });

  it('tells it too where the program fetched the label first and runs the version it got', async () => {
    const { version, assignment } = await fetchFor('customer-42');
    const source = { kind: 'version', promptId: runs.promptId, number: version, assignmentId: assignment.id };
    const { run } = await runFor(source);
    expect(run?.assignment).toEqual({ ...assignment, experimentId });
    made[assignment.variant]?.push(run?.id as string);
    // Whoever looks at it again does not do it for the subject.
    const again = await runs.house
      .as('editor')
      .call(retryRun, { params: { runId: run?.id as string }, body: {} });
    expect(again.body.run.assignment).toBeNull();
    for (const wrong of [
      { ...source, number: version === 1 ? 2 : 1 },
      { ...source, assignmentId: '018f0000-0000-7000-8000-000000000000' },
      { ...source, assignmentId: 'customer-42' },
    ])
      expect(await runFor(wrong)).toEqual({ status: 422, code: 'run.assignment_unknown' });
  });

  it.each(['before', 'after'])('is found by experiment and variant, %s it is in the index', async (when) => {
    if (when === 'after') await runs.house.deliver();
    const all = [...(made.A ?? []), ...(made.B ?? [])].sort();
    expect(await found({ experimentId })).toEqual(all);
    for (const sort of ['oldest', 'slowest']) expect(await found({ experimentId, sort })).toEqual(all);
    for (const variant of ['A', 'B'])
      expect(await found({ experimentId, variant }), variant).toEqual([...(made[variant] ?? [])].sort());
    expect(await found({ experimentId: '018f0000-0000-7000-8000-000000000000' })).toEqual([]);
    const [seen] = all;
    const { body } = await runs.house.as('editor').call(getRun, { params: { runId: seen as string } });
    expect(body.assignment).toMatchObject({ experimentId });
  });

  it('is taken for none once the experiment is over', async () => {
    const { version, assignment } = await fetchFor('customer-42');
    const stopped = await runs.house
      .as('editor')
      .call(contract.stopExperiment, { params: { experimentId }, body: { note: '' } as never });
    expect(stopped.status, JSON.stringify(stopped.body)).toBe(200);
    const source = { kind: 'version', promptId: runs.promptId, number: version, assignmentId: assignment.id };
    expect(await runFor(source)).toEqual({ status: 422, code: 'run.assignment_unknown' });
  });
});
