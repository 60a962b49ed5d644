import * as billing from '@promptvault/contract/account/billing/routes';
import * as models from '@promptvault/contract/studio/models/routes';
import * as contract from '@promptvault/contract/studio/runs/routes';
import { emptyDocument } from '@promptvault/document';
import { last, openRunHouse, pause, type RunHouse } from '@promptvault/testing/run-house';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let runs: RunHouse;
beforeAll(async () => {
  runs = await openRunHouse();
});
afterAll(() => runs.close());

const schema = {
  type: 'object',
  properties: { title: { type: 'string' }, score: { type: 'integer' } },
  required: ['title', 'score'],
};
const good = '{"title":"Tides","score":7}';
const bad = '{"title":"Tides","score":"seven"}';
const problem = { path: '/score', message: 'must be integer' };

const sourceOf = (responseSchema: unknown) => ({
  kind: 'document',
  document: {
    ...emptyDocument(),
    sections: [{ id: 's1', kind: 'instructions', role: null, text: 'Rate the tides.' }],
    responseSchema,
  },
});

/** A model that answers these one after the other. */
let made = 0;
async function ask(
  texts: (string | object)[],
  { form = schema, more = {} }: { form?: unknown; more?: object } = {},
) {
  const model = `judged-${made++}`;
  const [first = {}, ...rest] = texts.map((text) => (typeof text === 'string' ? { text } : text));
  runs.provider.script(model, first, ...rest);
  const started = await runs.start([model], { source: sourceOf(form), values: {}, ...more });
  return { model, runId: started.runIds[0] as string, comparisonId: started.body.comparison.id };
}
const sentTo = (model: string) =>
  runs.provider.requests
    .filter((request) => request.model === model)
    // biome-ignore lint/suspicious/noExplicitAny: a test reads what a provider of any protocol was sent
    .map(({ body }): any => body);
const together = async (comparisonId: string) =>
  (await runs.house.as('editor').call(contract.getComparison, { params: { comparisonId } })).body.runs;

describe('an answer with a form', () => {
  it('is asked for in words where nobody says that the model takes schemas, and is valid', async () => {
    const { model, runId, comparisonId } = await ask([good]);
    const run = await runs.ended(runId);
    expect(run).toMatchObject({
      status: 'finished',
      outcome: { kind: 'valid', asked: 'words', problems: [], repair: null },
      json: { title: 'Tides', score: 7 },
    });
    const [body] = sentTo(model);
    expect(JSON.stringify(body?.messages)).toContain('Rate the tides.\\n\\nAnswer with JSON alone');
    expect(body?.response_format).toBeUndefined();
    expect(await together(comparisonId)).toHaveLength(1);
  });

  it('goes to the provider where the model is known to take it, strict only where that can be', async () => {
    const asked = async (form: object) => {
      const model = `judged-${made}`;
      await runs.house.as('owner').call(models.createModelFacts, {
        body: { connectionId: runs.connectionId, model, schema: true },
      });
      const { runId } = await ask([good], { form });
      expect((await runs.ended(runId)).outcome).toMatchObject({ kind: 'valid', asked: 'provider' });
      const [body] = sentTo(model);
      expect(JSON.stringify(body?.messages)).not.toContain('Answer with JSON alone');
      return body?.response_format as { json_schema: { schema: object; strict: boolean } };
    };
    const loose = await asked(schema);
    expect(loose.json_schema).toMatchObject({ strict: false });
    expect(loose.json_schema.schema).toMatchObject(schema);
    expect((await asked({ ...schema, additionalProperties: false })).json_schema.strict).toBe(true);
  });

  it('is asked for once more where it does not follow, and what that cost is counted', async () => {
    const model = `judged-${made}`;
    await runs.house.as('owner').call(models.createModelFacts, {
      body: { connectionId: runs.connectionId, model, inputMicroDollars: 1e9, outputMicroDollars: 1e9 },
    });
    const { runId, comparisonId } = await ask([bad, good]);
    const events = await runs.follow(runId);
    const run = await runs.ended(runId);
    const [first, repair] = await together(comparisonId);
    expect(run).toMatchObject({
      output: bad,
      outcome: { kind: 'repaired', problems: [problem], repair: { runId: repair.id, problems: [] } },
      json: { title: 'Tides', score: 7 },
    });
    expect(repair).toMatchObject({ kind: 'repair', parentId: first.id, status: 'finished', outcome: null });
    expect(run.totalMicroDollars).toBe(run.cost?.microDollars + repair.cost.microDollars);
    expect(repair.cost.microDollars).toBeGreaterThan(0);
    expect(events.map(({ data }) => data.type)).toContain('repair');
    expect(last(events)).toMatchObject({ type: 'run-end', outcome: { kind: 'repaired' } });
    const again = sentTo(model)[1];
    expect(again.messages.map(({ role }: { role: string }) => role)).toEqual(['user', 'assistant', 'user']);
    expect(again.messages[1]?.content).toBe(bad);
    expect(JSON.stringify(again.messages[2])).toContain('/score: must be integer');
    const retried = await runs.house
      .as('editor')
      .call(contract.retryRun, { params: { runId: repair.id }, body: {} });
    expect(retried.body.code).toBe('run.is_repair');
  });

  it('is asked for no more than once', async () => {
    const { model, runId } = await ask([bad, '{"title":1}', good]);
    const run = await runs.ended(runId);
    expect(run.outcome).toMatchObject({
      kind: 'invalid',
      problems: [problem],
      repair: { problems: [{ path: '' }, { path: '/title' }] },
    });
    expect(run.json).toBeNull();
    expect(sentTo(model)).toHaveLength(2);
  });

  it('stays as it is where the repair fails, is cut off, or cannot be paid', async () => {
    const failed = await ask([bad, { status: 401 }]);
    expect((await runs.ended(failed.runId)).outcome).toMatchObject({
      kind: 'invalid',
      repair: { problems: [{ path: '' }] },
    });
    const cut = await ask([{ text: '{"title":', finishReason: 'length' }, good]);
    expect((await runs.ended(cut.runId)).outcome).toMatchObject({
      kind: 'invalid',
      repair: null,
      note: 'The answer was cut off at its longest.',
    });
    expect(sentTo(cut.model)).toHaveLength(1);
    const owner = runs.house.as('owner');
    const model = `judged-${made}`;
    const price = { inputMicroDollars: 0, outputMicroDollars: 1e9, maxOutputTokens: 100 };
    await owner.call(models.createModelFacts, { body: { connectionId: runs.connectionId, model, ...price } });
    const budget = async () => (await owner.call(billing.getBudget)).body;
    const { day, revision } = await budget();
    // Enough for the run itself.
    await owner.call(billing.updateBudget, {
      body: { dayMicroDollars: day.spentMicroDollars + 100_000 },
      revision,
    });
    const poor = await ask([bad, good]);
    const run = await runs.ended(poor.runId);
    expect(run.outcome).toMatchObject({
      kind: 'invalid',
      repair: null,
      note: expect.stringContaining('budget'),
    });
    expect(sentTo(poor.model)).toHaveLength(1);
    expect((await budget()).day.reservedMicroDollars).toBe(0);
    await owner.call(billing.updateBudget, {
      body: { dayMicroDollars: null },
      revision: (await budget()).revision,
    });
  });

  it('is whole again after it was stopped while it was repaired', async () => {
    const { runId, comparisonId } = await ask([bad, { hang: 'after-headers' }]);
    while ((await together(comparisonId)).length < 2) await pause(20);
    await runs.house.as('editor').call(contract.stopRun, { params: { runId } });
    expect(await runs.ended(runId)).toMatchObject({ status: 'finished', outcome: { kind: 'invalid' } });
    const [, repair] = await together(comparisonId);
    expect(repair.status).toBe('stopped');
  });

  it('is judged as a whole where it was gone on with', async () => {
    const { model, runId } = await ask([{ text: '{"title":"Tides",', finishReason: 'length' }, '"score":7}']);
    expect((await runs.ended(runId)).outcome?.kind).toBe('invalid');
    const { body } = await runs.house
      .as('editor')
      .call(contract.continueRun, { params: { runId }, body: {} });
    const whole = await runs.ended(body.run.id);
    expect(whole).toMatchObject({ outcome: { kind: 'valid' }, json: { score: 7 }, output: '"score":7}' });
    expect(sentTo(model)).toHaveLength(2);
  });

  it('is not judged where the schema cannot be used, where tools are called, or nothing was asked for', async () => {
    const odd = await ask([good, good], { form: { type: 'confetti' } });
    expect(await runs.ended(odd.runId)).toMatchObject({ outcome: { kind: 'unchecked' }, json: null });
    const tool = await ask([{ tool: { name: 'lookup', input: {} } }]);
    expect((await runs.ended(tool.runId)).outcome).toBeNull();
    const free = await ask([good], { form: null });
    expect((await runs.ended(free.runId)).outcome).toBeNull();
    const echo = await runs.start([null], { source: sourceOf(schema), values: {} });
    expect((await runs.ended(echo.runIds[0] as string)).outcome).toMatchObject({
      kind: 'invalid',
      repair: null,
    });
  });
});
