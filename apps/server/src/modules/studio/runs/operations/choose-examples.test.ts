import * as cases from '@promptvault/contract/studio/cases/routes';
import type { RunEvent } from '@promptvault/contract/studio/runs/events';
import * as contract from '@promptvault/contract/studio/runs/routes';
import type { RunSource } from '@promptvault/contract/studio/runs/shapes';
import { createPrompt } from '@promptvault/contract/vault/prompts/routes';
import { type ContextPack, carryOut, type PromptDocument, render } from '@promptvault/document';
import { choosePairs, type ExampleCase, indexPairs, writeValues } from '@promptvault/document/techniques';
import { document, openRunHouse, type RunHouse } from '@promptvault/testing/run-house';
import type { Caller } from '@promptvault/testing/test-house';
import { mostTokens, tokenFamilyOf } from '@promptvault/tokens';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toldTo } from './names-of-pairs.ts';
import { prepareRun } from './run-for-others.ts';

let runs: RunHouse;
beforeAll(async () => {
  runs = await openRunHouse();
});
afterAll(() => runs.close());

let count = 0;
const given = [
  { name: 'Tides', values: { topic: 'the tides of the sea' }, expected: 'The moon pulls.' },
  { name: 'Waves', values: { topic: 'the waves of the sea' }, expected: 'The wind blows.' },
  { name: 'Bread', values: { topic: 'bread' }, expected: 'Yeast rises.' },
  { name: 'Open', values: { topic: 'the currents of the sea' } },
];

async function newSet(by: Caller = 'editor') {
  count += 1;
  const author = runs.house.as(by);
  const prompt = await author.call(createPrompt, {
    body: { title: `Of cases ${count}`, document, commit: true, visibility: 'private' },
  });
  const name = `Set ${count}`;
  const promptId: string = prompt.body.id;
  const set = await author.call(cases.createCaseSet, { body: { promptId, name } });
  const params = { caseSetId: set.body.id as string };
  const added = await author.call(cases.addCases, { params, body: { cases: given } });
  expect(added.status, JSON.stringify(added.body)).toBe(201);
  return { ...params, name };
}

const using = (caseSetId: string | null, more: Partial<PromptDocument> = {}, pairs = 2, tokens = 1_000) => ({
  source: {
    kind: 'document',
    document: { ...document, ...more, techniques: { fewShot: { caseSetId, pairs, tokens } } },
  },
});

async function run(more: object, topic = 'the tides of the sea') {
  const model = `pairs-${++count}`;
  runs.provider.script(model, { text: 'Answer.' });
  const { status, body, runIds } = await runs.start([model], { ...more, values: { topic } });
  expect(status, JSON.stringify(body)).toBe(201);
  const detail = await runs.ended(runIds[0] as string);
  const sent = () =>
    runs.provider.requests
      .filter((request) => request.model === model)
      .map(({ body: asked }) => (asked as { messages: { role: string; content: string }[] }).messages);
  return { detail, sent, told: detail.techniqueResult?.pairs };
}

describe('examples from cases', () => {
  it('are the most alike with an expected answer, and never what is asked itself', async () => {
    const { caseSetId, name } = await newSet();
    const { told, sent } = await run(using(caseSetId));
    expect(told).toMatchObject({ caseSetId, setName: name, setVersion: 1 });
    expect(told?.cases.map((one) => one.name)).toEqual(['Bread', 'Waves']);
    expect(told?.cases.every(({ tokens }) => tokens > 0)).toBe(true);
    expect(sent()[0]?.at(-1)?.content).toContain(
      'Input:\nbread\nOutput:\nYeast rises.\n\nInput:\nthe waves of the sea\nOutput:\nThe wind blows.',
    );
    expect(JSON.stringify(sent())).not.toContain('The moon pulls.');
    const other = await run(using(caseSetId, {}, 1), 'the tides of an ocean');
    expect(other.told?.cases.map((one) => one.name)).toEqual(['Tides']);
  });

  it('keep within their tokens, and go as turns where examples do', async () => {
    const { caseSetId } = await newSet();
    const turns = await run(using(caseSetId, { examplesAs: 'messages' }, 1));
    expect(turns.sent()[0]?.slice(1, 3)).toEqual([
      expect.objectContaining({ role: 'user', content: 'the waves of the sea' }),
      expect.objectContaining({ role: 'assistant', content: 'The wind blows.' }),
    ]);
    const most = turns.told?.cases[0]?.tokens ?? 0;
    expect((await run(using(caseSetId, {}, 1, most))).told?.cases).toHaveLength(1);
    const none = await run(using(caseSetId, {}, 1, 1));
    expect(none.told?.cases).toEqual([]);
    expect(JSON.stringify(none.sent())).not.toContain('Input:');
  });

  it.each(['text', 'messages'] as const)(
    'as %s are what whoever reads the set foretells, to the byte',
    async (examplesAs) => {
      const { caseSetId } = await newSet();
      const long = { values: { topic: 'the tides' }, expected: 'x'.repeat(20_000) };
      await runs.house
        .as('editor')
        .call(cases.addCases, { params: { caseSetId }, body: { cases: [{ name: 'Long', ...long }] } });
      const model = `pairs-${++count}`;
      const values = { topic: 'the tides of the sea' };
      const { source } = using(caseSetId, { examplesAs });
      // What the studio does before it is run: the cases come page by page, the values stay where they are.
      const found: ExampleCase[] = [];
      for (let cursor: string | undefined; found.length < 10; ) {
        const query = { limit: '2', ...(cursor && { cursor }) };
        const page = await runs.house
          .as('viewer')
          .call(cases.listExampleCases, { params: { caseSetId }, query });
        expect(page.status).toBe(404);
        const { status, body } = await runs.house
          .as('editor')
          .call(cases.listExampleCases, { params: { caseSetId }, query });
        expect(status).toBe(200);
        found.push(...body.items);
        if (body.nextCursor === null) break;
        cursor = body.nextCursor;
      }
      expect(found.map(({ name }) => name)).toEqual(['Tides', 'Waves', 'Bread']);
      const none: ContextPack | null = null;
      const { variables, techniques } = render(source.document, values, none);
      const pauses = { now: () => performance.now(), giveWay: () => Promise.resolve() };
      const index = await carryOut(indexPairs(variables, found), pauses);
      const counting = mostTokens([tokenFamilyOf(model, 'openai_compatible')]);
      const own = writeValues(variables, values);
      const fewShot = techniques.fewShot as NonNullable<typeof techniques.fewShot>;
      const chosen = await carryOut(choosePairs(own, index, fewShot, counting), pauses);
      const pairs = chosen.map(({ input, expected: output }) => ({ input, output }));
      const foretold = render(source.document, values, none, { pairs });

      runs.provider.script(model, { text: 'Answer.' });
      const { runIds } = await runs.start([model], { source, values });
      const detail = await runs.ended(runIds[0] as string);
      expect(detail.sentHash).toBe(foretold.hash);
      const asked = runs.provider.requests.find((request) => request.model === model)?.body;
      expect((asked as { messages: unknown }).messages).toEqual(foretold.messages);
      expect(detail.techniqueResult?.pairs?.cases.map(({ tokens }) => tokens)).toEqual(
        chosen.map(({ tokens }) => tokens),
      );
    },
  );

  it('are the same when the run is sent again, whatever became of the cases', async () => {
    const { caseSetId } = await newSet();
    const { detail, sent, told } = await run(using(caseSetId));
    await runs.house.as('editor').call(cases.addCases, {
      params: { caseSetId },
      body: { cases: [{ name: 'New', values: { topic: 'the tides of the seas' }, expected: 'New.' }] },
    });
    const again = await runs.house
      .as('editor')
      .call(contract.retryRun, { params: { runId: detail.id }, body: {} });
    expect(again.status, JSON.stringify(again.body)).toBe(201);
    expect(again.body.sentSame).toBe(true);
    expect((await runs.ended(again.body.run.id)).techniqueResult?.pairs).toEqual(told);
    expect(sent()[1]).toEqual(sent()[0]);
  });

  it('are named to those who see their set, and to nobody in events', async () => {
    const { caseSetId, name } = await newSet();
    const { detail, told } = await run(using(caseSetId));
    const names = (pairs: typeof told) => [pairs?.setName, ...(pairs?.cases ?? []).map((one) => one.name)];
    expect(names(told)).toEqual([name, 'Bread', 'Waves']);
    const result = detail.techniqueResult;
    const seen = (caller: 'editor' | 'viewer') => runs.house.within(caller, (ctx) => toldTo(ctx, result));
    expect(await seen('editor')).toEqual(result);
    // The prompt of the set is its author's alone.
    const hidden = await seen('viewer');
    expect(names(hidden?.pairs)).toEqual([null, null, null]);
    expect(hidden?.pairs?.cases.map((one) => one.caseId)).toEqual(told?.cases.map((one) => one.caseId));
    const events = (await runs.follow(detail.id)).map(({ data }) => data as RunEvent);
    const heard = events.flatMap((event) => (event.type === 'technique' ? [event.result.pairs] : []));
    expect(heard.length).toBeGreaterThan(0);
    for (const pairs of heard) expect(names(pairs)).toEqual([null, null, null]);
  });

  it('stand on a run that votes, beside its vote', async () => {
    const { caseSetId } = await newSet();
    const { source } = using(caseSetId);
    const selfConsistency = { samples: 2, temperature: null, answer: { by: 'whole' } };
    const voting = { ...source.document, techniques: { ...source.document.techniques, selfConsistency } };
    const { detail } = await run({ source: { ...source, document: voting } });
    expect(detail.techniqueResult?.pairs?.cases).toHaveLength(2);
    expect(detail.techniqueResult?.vote?.agreement).toBe(1);
  });

  it('are chosen for each set of values by itself', async () => {
    const { caseSetId } = await newSet();
    const model = `pairs-${++count}`;
    const sets = [
      { name: 'One', values: { topic: 'the tides of the sea' } },
      { name: 'Two', values: { topic: 'the waves of the sea' } },
    ];
    const { runIds } = await runs.start([model], { ...using(caseSetId, {}, 1), sets });
    const details = await Promise.all(runIds.map((id) => runs.ended(id)));
    expect(details.map((one) => one.techniqueResult?.pairs?.cases[0]?.name)).toEqual(['Waves', 'Tides']);
  });

  it('are sent by runs that others make, as cases of suites are run', async () => {
    const { caseSetId } = await newSet();
    const { source } = using(caseSetId);
    const prepared = await runs.house.within('editor', (ctx) =>
      prepareRun(ctx, {
        source: source as RunSource,
        values: { topic: 'the waves of the sea' },
        model: { connectionId: null, model: 'echo' },
        settings: {},
      }),
    );
    expect(prepared.source.examples?.cases.map(({ name }) => name)).toEqual(['Bread', 'Tides']);
    const sent = prepared.source.rendered.messages.at(-1)?.content;
    expect(sent).toContain('The moon pulls.');
    expect(sent).not.toContain('The wind blows.');
  });

  it('refuse a run where their set is not named, not there, deleted, or not to be seen', async () => {
    const refused = async (caseSetId: string | null) => {
      const { status, body } = await runs.start(['never'], using(caseSetId));
      return `${status} ${body.code}`;
    };
    expect(await refused(null)).toBe('422 run.case_set_missing');
    expect(await refused('no id')).toBe('422 run.case_set_missing');
    expect(await refused('0199aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee')).toBe('422 run.case_set_missing');
    const gone = await newSet();
    await runs.house
      .as('editor')
      .call(cases.deleteCaseSet, { params: { caseSetId: gone.caseSetId }, revision: 1 });
    expect(await refused(gone.caseSetId)).toBe('422 run.case_set_missing');
    // The prompt is its author's alone: the editor sees neither it nor its cases.
    const hidden = await newSet('owner');
    expect(await refused(hidden.caseSetId)).toBe('422 run.case_set_missing');
    expect(runs.provider.requests.filter(({ model }) => model === 'never')).toEqual([]);
    const byOwner = await runs.start(['owned'], using(hidden.caseSetId), 'owner');
    expect(byOwner.status).toBe(201);
    // Somebody of another organization names the set of this one.
    const source = using((await newSet()).caseSetId).source;
    const models = [{ connectionId: null, model: 'echo' }];
    const foreign = await runs.house
      .as('stranger')
      .call(contract.startRuns, { body: { source, values: { topic: 'x' }, models } });
    expect(`${foreign.status} ${foreign.body.code}`).toBe('422 run.case_set_missing');
  });
});
