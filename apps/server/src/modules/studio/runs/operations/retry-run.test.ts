import { createConnection, deleteConnection } from '@promptvault/contract/studio/models/routes';
import * as contract from '@promptvault/contract/studio/runs/routes';
import { commitVersion } from '@promptvault/contract/vault/prompts/routes';
import { document, openRunHouse, pause, type RunHouse } from '@promptvault/testing/run-house';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let runs: RunHouse;
beforeAll(async () => {
  runs = await openRunHouse();
});
afterAll(() => runs.close());

const retry = (runId: string, body: object = {}) =>
  runs.house.as('editor').call(contract.retryRun, { params: { runId }, body });
const file = { path: 'a.ts', text: 'const one = 1;', hash: 'whatever' };

describe('retrying a run', () => {
  it('runs the same again beside it, under the same hash', async () => {
    const { runIds, body } = await runs.start(['scripted-cut']);
    const first = await runs.ended(runIds[0] as string);
    const { status, body: again } = await retry(first.id);
    expect(status).toBe(201);
    expect(again).toMatchObject({
      run: { parentId: first.id, kind: 'retry', comparisonId: body.comparison.id, sentHash: first.sentHash },
      changed: [],
      sentSame: true,
    });
    await runs.ended(again.run.id);
    const comparison = await runs.house
      .as('editor')
      .call(contract.getComparison, { params: { comparisonId: body.comparison.id } });
    expect(comparison.body.runs.map(({ id }: { id: string }) => id)).toEqual([first.id, again.run.id]);
  });

  it('wants files again that were not kept, and says which changed', async () => {
    const { runIds } = await runs.start([null], { context: [file] });
    await runs.ended(runIds[0] as string);
    const bare = await retry(runIds[0] as string);
    expect(bare.body).toMatchObject({ code: 'run.context_needed', params: { paths: ['a.ts'] } });
    const same = await retry(runIds[0] as string, { context: [file] });
    expect(same.body.changed).toEqual([]);
    const other = await retry(runIds[0] as string, { context: [{ ...file, text: 'const two = 2;' }] });
    expect(other.body.changed).toEqual([{ path: 'a.ts', from: null, to: null }]);
    expect(other.body.run.sentHash).not.toBe(same.body.run.sentHash);
  });

  it('takes files from the run that kept them', async () => {
    const { runIds } = await runs.start(['scripted-mirror'], { context: [file], keepContext: true });
    const first = await runs.ended(runIds[0] as string);
    const { body } = await retry(first.id);
    expect((await runs.ended(body.run.id)).output).toBe(first.output);
  });

  it('wants files given as values again', async () => {
    const values = { topic: { name: 'tides.md', text: 'the tides' } };
    const { runIds } = await runs.start(['scripted-mirror'], { values });
    const first = await runs.ended(runIds[0] as string);
    expect(first).toMatchObject({ values: {}, omittedValues: [{ name: 'topic', characters: 9 }] });
    expect((await retry(first.id)).body).toMatchObject({
      code: 'run.values_needed',
      params: { names: ['topic'] },
    });
    expect((await retry(first.id, { values })).status).toBe(201);
  });

  it('sends the newest version with its settings where that is wanted, and the old one with the old else', async () => {
    const editor = runs.house.as('editor');
    const { runIds } = await runs.start(['scripted-mirror'], { settings: { seed: 7 } });
    const first = await runs.ended(runIds[0] as string);
    await editor.call(commitVersion, {
      params: { promptId: runs.promptId, branch: 'main' },
      body: {
        document: {
          ...document,
          sections: [{ id: 's2', kind: 'instructions', role: null, text: 'Tell of {{topic}}.' }],
          settings: { temperature: 0.3, seed: 1 },
        },
        message: 'Shorter',
        expectedParent: 1,
      },
    });
    const then = await retry(first.id);
    expect(then.body).toMatchObject({ sentSame: true, run: { versionNumber: 1 } });
    const newest = await retry(first.id, { version: 'newest' });
    expect(newest.body).toMatchObject({ sentSame: false, run: { versionNumber: 2, parentId: first.id } });
    // What the person changed of the settings goes on to win.
    expect(await runs.ended(newest.body.run.id)).toMatchObject({
      settings: { temperature: 0.3, seed: 7 },
      output: expect.stringContaining('Tell of the tides.'),
    });
    expect((await runs.ended(then.body.run.id)).settings).toEqual({ seed: 7 });
    const stranger = await runs.house
      .as('stranger')
      .call(contract.retryRun, { params: { runId: first.id }, body: { version: 'newest' } });
    expect(stranger.status).toBe(404);
    expect((await retry(first.id, { version: 'oldest' })).body.code).toBe('request.invalid');
  });

  it('knows no newest version of a text that is of no prompt', async () => {
    const { runIds } = await runs.start([null], { source: { kind: 'document', document } });
    await runs.ended(runIds[0] as string);
    expect((await retry(runIds[0] as string, { version: 'newest' })).body.code).toBe('run.no_prompt');
    expect((await retry(runIds[0] as string)).status).toBe(201);
  });

  it('waits for the end of the first, and needs its connection', async () => {
    const { runIds } = await runs.start(['scripted-rate-50-1000']);
    await pause(50);
    expect((await retry(runIds[0] as string)).body.code).toBe('run.still_open');
    await runs.house.as('editor').call(contract.stopRun, { params: { runId: runIds[0] as string } });
    await runs.ended(runIds[0] as string);
    const { body: made } = await runs.house.as('owner').call(createConnection, {
      body: {
        name: 'Short-lived',
        provider: 'openai_compatible',
        baseUrl: runs.provider.baseUrls.openai_compatible,
      },
    });
    const models = [{ connectionId: made.id, model: 'scripted-fast' }];
    const started = await runs.start([], { models });
    await runs.ended(started.runIds[0] as string);
    await runs.house
      .as('owner')
      .call(deleteConnection, { params: { connectionId: made.id }, revision: made.revision });
    expect((await retry(started.runIds[0] as string)).body.code).toBe('run.connection_gone');
  });
});
