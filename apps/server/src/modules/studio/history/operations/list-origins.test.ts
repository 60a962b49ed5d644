import { addCases, createCaseSet } from '@promptvault/contract/studio/cases/routes';
import * as contract from '@promptvault/contract/studio/history/routes';
import { createSuite, getSuiteRun, startSuite } from '@promptvault/contract/studio/suites/routes';
import { emptyDocument } from '@promptvault/document';
import { openRunHouse, pause, type RunHouse } from '@promptvault/testing/run-house';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let runs: RunHouse;
const made: Record<'direct' | 'suite' | 'part', string[]> = { direct: [], suite: [], part: [] };

const list = async (query: Record<string, string | number>) => {
  const { body } = await runs.house.as('editor').call(contract.listRuns, { query: { limit: 100, ...query } });
  return body.items as { id: string; origin: keyof typeof made }[];
};
const ids = async (query: Record<string, string | number>) => (await list(query)).map(({ id }) => id).sort();

beforeAll(async () => {
  runs = await openRunHouse();
  const editor = runs.house.as('editor');
  runs.provider.script('odd', { text: '{"n":"x"}' }, { text: '{"n":1}' });
  const schema = { type: 'object', properties: { n: { type: 'integer' } }, required: ['n'] };
  const sections = [{ id: 's1', kind: 'instructions' as const, role: null, text: 'Count the tides.' }];
  const document = { ...emptyDocument(), sections, responseSchema: schema };
  const asked = await runs.start(['odd'], { source: { kind: 'document', document }, values: {} });
  await runs.ended(asked.runIds[0] as string);
  const plain = await runs.start([null]);
  await runs.ended(plain.runIds[0] as string);
  const { promptId } = runs;
  const set = await editor.call(createCaseSet, { body: { promptId, name: 'Set' } });
  const cases = ['One', 'Two', 'Three'].map((name) => ({ name, values: { topic: name } }));
  await editor.call(addCases, { params: { caseSetId: set.body.id }, body: { cases } });
  const models = [{ connectionId: null, model: 'echo' }];
  const suite = await editor.call(createSuite, {
    body: { promptId, caseSetId: set.body.id, name: 'Suite', models },
  });
  const run = await editor.call(startSuite, { params: { suiteId: suite.body.id }, body: {} });
  const params = { suiteRunId: run.body.id };
  while ((await editor.call(getSuiteRun, { params })).body.status === 'running') await pause(30);
  for (const { id, origin } of await list({})) made[origin].push(id);
  for (const all of Object.values(made)) all.sort();
});
afterAll(() => runs.close());

describe.each(['before they are indexed', 'after'])(
  'the list of runs by what they were made for, %s',
  (when) => {
    beforeAll(async () => {
      if (when === 'after') await runs.house.deliver();
    });

    it('has all of them, or those of one origin', async () => {
      expect(Object.values(made).map(({ length }) => length)).toEqual([2, 3, 1]);
      expect(await ids({})).toHaveLength(6);
      for (const [origin, own] of Object.entries(made)) expect(await ids({ origin }), origin).toEqual(own);
    });

    it('in every order, and beside words, models and marks', async () => {
      for (const sort of ['newest', 'oldest', 'dearest', 'slowest'])
        for (const [origin, own] of Object.entries(made))
          expect(await ids({ origin, sort, author: 'all' }), `${origin} ${sort}`).toEqual(own);
      expect(await ids({ origin: 'suite', q: 'three' })).toHaveLength(1);
      expect(await ids({ origin: 'direct', q: 'three' })).toEqual([]);
      expect(await ids({ origin: 'suite', model: 'echo' })).toEqual(made.suite);
      expect(await ids({ origin: 'suite', model: 'odd', sort: 'slowest' })).toEqual([]);
      const marked = [made.suite[0], made.direct[0]] as string[];
      await runs.house.as('editor').call(contract.markRuns, { body: { runIds: marked, bookmarked: true } });
      expect(await ids({ bookmarked: 'true' })).toEqual([...marked].sort());
      expect(await ids({ bookmarked: 'true', origin: 'suite' })).toEqual([made.suite[0]]);
    });

    it('pages through all of them without losing or doubling one', async () => {
      for (const sort of ['newest', 'oldest', 'dearest', 'slowest']) {
        const seen: string[] = [];
        for (let cursor: string | undefined, turn = 0; turn === 0 || cursor; turn++) {
          const query = { sort, limit: 2, ...(cursor && { cursor }) };
          const { body } = await runs.house.as('editor').call(contract.listRuns, { query });
          seen.push(...body.items.map(({ id }: { id: string }) => id));
          cursor = body.nextCursor ?? undefined;
        }
        expect(seen.sort(), sort).toEqual(Object.values(made).flat().sort());
      }
    });

    it('refuses what is no origin', async () => {
      const { status } = await runs.house.as('editor').call(contract.listRuns, { query: { origin: 'bots' } });
      expect(status).toBe(422);
    });
  },
);
