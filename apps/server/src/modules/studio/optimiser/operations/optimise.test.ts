import { listNotices } from '@promptvault/contract/account/notifications/routes';
import { addCases, createCaseSet } from '@promptvault/contract/studio/cases/routes';
import { createModelFacts } from '@promptvault/contract/studio/models/routes';
import * as contract from '@promptvault/contract/studio/optimiser/routes';
import type {
  CandidateDetailView,
  OptimisationReportView,
} from '@promptvault/contract/studio/optimiser/shapes';
import { createSuite } from '@promptvault/contract/studio/suites/routes';
import { createPrompt, getVersion, listBranches } from '@promptvault/contract/vault/prompts/routes';
import { getReview } from '@promptvault/contract/vault/reviews/routes';
import { document, openRunHouse, pause, type RunHouse } from '@promptvault/testing/run-house';
import { type Caller, callers } from '@promptvault/testing/test-house';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createEngine, engineOf } from '../../../../foundation/jobs/long-work.ts';
import { optimiserWork } from './optimiser-work.ts';

let runs: RunHouse;
beforeAll(async () => {
  runs = await openRunHouse();
  const price = { inputMicroDollars: 1_000_000, outputMicroDollars: 1_000_000, maxOutputTokens: 2_000 };
  for (const model of ['target', 'writer'])
    await runs.house
      .as('owner')
      .call(createModelFacts, { body: { connectionId: runs.connectionId, model, ...price } });
});
afterAll(() => runs.close());

const editor = () => runs.house.as('editor');
const scripted = (model: string) => ({ connectionId: runs.connectionId, model });
let made = 0;

const rewritten = (text: string, idea: string) => ({ idea, edits: [{ section: 's2', text }] });
const good = rewritten('Explain {{topic}}, and NAME THE MOON.', 'Ask for the moon');
const worse = rewritten('Explain {{topic}} without a word on why.', 'Say less');
const lost = rewritten('Explain it.', 'Drop the topic');

/** The target names the moon when it is told to; the writer finds fault, then answers with candidates. */
function play(candidates: readonly object[], tokensPerSecond?: number): void {
  runs.provider.script('target', {
    textFrom: (body) => (JSON.stringify(body).includes('NAME THE MOON') ? 'The moon pulls.' : 'It rises.'),
    ...(tokensPerSecond && { tokensPerSecond }),
  });
  runs.provider.script('writer', {
    textFrom: (body) =>
      JSON.stringify(body).includes('You find fault')
        ? 'It never asks for the cause.'
        : JSON.stringify({ candidates }),
  });
}
beforeEach(() => play([good, worse, lost]));

async function newSuite(): Promise<{ promptId: string; suiteId: string }> {
  made += 1;
  const prompt = await editor().call(createPrompt, {
    body: { title: `Tides ${made}`, document, commit: true },
  });
  const promptId: string = prompt.body.id;
  const set = await editor().call(createCaseSet, { body: { promptId, name: 'Tone' } });
  const cases = Array.from({ length: 6 }, (_, index) => ({
    name: `Case ${index}`,
    values: { topic: `tide ${index}` },
    // Two of six pass as it is.
    assertions: [{ kind: 'contains', values: [index < 2 ? 's' : 'moon'], ignoreCase: true }],
  }));
  await editor().call(addCases, { params: { caseSetId: set.body.id }, body: { cases } });
  const body = { promptId, caseSetId: set.body.id, name: 'Tone', models: [scripted('target')] };
  return { promptId, suiteId: (await editor().call(createSuite, { body })).body.id };
}

const begin = (body: object, caller: Caller = 'editor') =>
  runs.house.as(caller).call(contract.startOptimisation, {
    body: { model: scripted('writer'), budgetMicroDollars: 50_000_000, ...body } as never,
  });
const read = async (optimisationId: string): Promise<OptimisationReportView> =>
  (await editor().call(contract.getOptimisation, { params: { optimisationId } })).body;
async function ended(optimisationId: string): Promise<OptimisationReportView> {
  for (;;) {
    const found = await read(optimisationId);
    if (found.status !== 'running') return found;
    await pause(50);
  }
}
async function optimise(body: object): Promise<OptimisationReportView> {
  const started = await begin(body);
  expect(started.status, JSON.stringify(started.body)).toBe(201);
  return ended(started.body.id);
}
const candidate = async (candidateId: string): Promise<CandidateDetailView> =>
  (await editor().call(contract.getCandidate, { params: { candidateId } })).body;

describe('an optimisation', () => {
  it('finds the rewrite that passes, shows before and after, and becomes a branch with a review', async () => {
    const { promptId, suiteId } = await newSuite();
    const done = await optimise({ promptId, suiteId });
    expect(done).toMatchObject({
      status: 'finished',
      end: 'perfect',
      cases: { seen: 4, heldOut: 2 },
      waiting: 0,
    });
    expect(done.evidence).toContain('The suite “Tone”: its 6 cases');
    expect(done.critiques).toMatchObject([{ round: 1, text: 'It never asks for the cause.' }]);
    expect(done.all.map(({ number, discarded }) => [number, discarded === null])).toEqual([
      [0, true],
      [1, true],
      [2, true],
      [3, false],
    ]);
    const [zero, best, dull, dropped] = done.all;
    expect(best).toMatchObject({ isBest: true, isOverfit: false, seen: { rate: 1 }, heldOut: { cases: 2 } });
    expect(zero?.seen.rate).toBeLessThan(1);
    expect(dull).toMatchObject({ isBest: false, heldOut: { cases: 0, rate: null } });
    expect(dropped?.discarded).toContain('no longer uses topic');
    // Everything that was bought is paid from its budget.
    expect(done.microDollars).toBeGreaterThan(0);

    const detail = await candidate(best?.id ?? '');
    expect(detail.items).toHaveLength(6);
    const turned = detail.items.filter(
      ({ before, after }) => before?.status === 'failed' && after.status === 'passed',
    );
    expect(turned.length).toBeGreaterThan(0);
    expect(detail.document?.sections[1]?.text).toContain('NAME THE MOON');
    expect(detail.original.sections[1]?.text).toBe('Explain {{topic}}.');

    const adopt = (candidateId: string, branch: string) =>
      editor().call(contract.adoptCandidate, { params: { candidateId }, body: { branch } });
    expect((await adopt(dropped?.id ?? '', 'x')).body.code).toBe('optimiser.no_candidate');
    expect((await adopt(zero?.id ?? '', 'x')).body.code).toBe('optimiser.no_candidate');
    const adopted = await adopt(best?.id ?? '', 'optimised');
    expect(adopted.status, JSON.stringify(adopted.body)).toBe(201);
    expect((await adopt(best?.id ?? '', 'optimised')).status).toBe(409);
    const branches = await editor().call(listBranches, { params: { promptId } });
    const branch = branches.body.items.find(({ name }: { name: string }) => name === 'optimised');
    const version = await editor().call(getVersion, { params: { promptId, number: branch.head.number } });
    expect(version.body.document).toEqual(detail.document);
    const review = await editor().call(getReview, { params: { reviewId: adopted.body.adopted.reviewId } });
    for (const words of ['4 of 4 passed', '95 %', 'never saw', 'Optimising cost $', 'The suite “Tone”'])
      expect(review.body.description).toContain(words);
  });

  it('ends when a round brings nothing better, and keeps its history', async () => {
    const { promptId, suiteId } = await newSuite();
    play([worse]);
    const done = await optimise({ promptId, suiteId, candidates: 1 });
    expect(done).toMatchObject({ status: 'finished', end: 'no_improvement', candidates: 1 });
    const list = await editor().call(contract.listOptimisations, { query: { promptId } });
    expect(list.body.items).toMatchObject([{ id: done.id, end: 'no_improvement' }]);
    expect(done.reason).toBe('Round 1 brought nothing better.');
  });

  it('says what was wrong with the rewrites where none can be run', async () => {
    play([lost, lost]);
    expect(await optimise({ ...(await newSuite()), candidates: 2 })).toMatchObject({
      end: 'no_improvement',
      reason:
        'Round 1 brought no rewrite that can be run. It no longer uses topic. It is the same as the prompt, or as another candidate.',
    });
    play([]);
    expect(await optimise({ ...(await newSuite()) })).toMatchObject({
      end: 'no_improvement',
      reason: 'Round 1 brought no rewrite that can be run. The model did not answer with candidates as JSON.',
    });
  });

  it('tells whoever started it that it ended, and nobody where a person stopped it', async () => {
    const told = async (caller: Caller = 'editor') => {
      const { body } = await runs.house
        .as(caller)
        .call(listNotices, { query: { kind: 'optimisation.done' } });
      return (body.items as { title: string; body: string }[]).map(
        ({ title, body: text }) => `${title}. ${text}`,
      );
    };
    const before = (await told()).length;
    const done = await newSuite();
    await optimise({ ...done });
    const spent = await newSuite();
    await optimise({ ...spent, budgetMicroDollars: 2_100 });
    const [newest, earlier] = await told();
    expect(newest).toMatch(/^The optimisation of Tides \d+ stopped, since nothing was left to pay for it\. /);
    expect(earlier).toMatch(/^The optimisation of Tides \d+ is done\. \d+ rewrites? /);
    play([good], 5);
    const { id: optimisationId } = (await begin(await newSuite())).body;
    await runs.house.as('owner').call(contract.stopOptimisation, { params: { optimisationId } });
    expect((await ended(optimisationId)).end).toBe('person');
    expect(await told()).toHaveLength(before + 2);
    expect(await told('owner')).toEqual([]);
  });

  it('stops hard at its budget, and goes on under a higher one without buying again', async () => {
    const { promptId, suiteId } = await newSuite();
    const stopped = await optimise({ promptId, suiteId, budgetMicroDollars: 2_100 });
    expect(stopped).toMatchObject({ status: 'stopped', end: 'budget' });
    expect(stopped.reason).toMatch(/^Its budget of \$0\.0021 is spent/);
    expect(stopped.microDollars).toBeLessThanOrEqual(2_100);
    const asked = runs.provider.requests.length;
    const resumed = await editor().call(contract.resumeOptimisation, {
      params: { optimisationId: stopped.id },
      body: { budgetMicroDollars: 50_000_000 },
    });
    expect(resumed.status, JSON.stringify(resumed.body)).toBe(200);
    const done = await ended(stopped.id);
    expect(done).toMatchObject({ status: 'finished', end: 'perfect' });
    // All in all 6 + 2 + 4 + 4 + 2: what was there is not asked again.
    const before = 18 - (runs.provider.requests.length - asked);
    expect(before).toBeGreaterThan(0);
  });
});

describe('without a suite', () => {
  it('cases are generated, those without assertions are judged by a rubric, and the result says so', async () => {
    const { promptId } = await newSuite();
    const cases = [
      { name: 'One', values: { topic: 'a' }, expected: null, mustContain: ['moon'] },
      { name: 'Two', values: { topic: 'b' }, expected: null, mustContain: ['moon'] },
      { name: 'Three', values: { topic: 'c' }, expected: null, mustContain: [] },
    ];
    runs.provider.script('writer', {
      textFrom: (body) => {
        const said = JSON.stringify(body);
        if (said.includes('You write test cases')) return JSON.stringify({ cases });
        if (said.includes('You judge an answer')) return '{"score": 1, "reason": "fine"}';
        return said.includes('You find fault') ? 'No cause.' : JSON.stringify({ candidates: [good] });
      },
    });
    const done = await optimise({ promptId, target: scripted('target'), generate: { count: 3 } });
    expect(done).toMatchObject({ status: 'finished', end: 'perfect' });
    expect(done.evidence).toMatch(
      /^3 cases that writer made and nobody looked at .*; 1 of them are judged by a rubric/,
    );
    expect((await begin({ promptId })).body.code).toBe('optimiser.needs_cases');
  });

  it('it says so when no cases came', async () => {
    const { promptId } = await newSuite();
    runs.provider.script('writer', { text: 'I cannot.' });
    const done = await optimise({ promptId, target: scripted('target'), generate: { count: 3 } });
    expect(done).toMatchObject({ status: 'failed', end: 'fault' });
    expect(done.reason).toContain('too few cases');
  });
});

it('is for whoever runs suites, one at a time for a prompt, and is stopped from anywhere', async () => {
  const { promptId, suiteId } = await newSuite();
  play([good], 5);
  const { id } = (await begin({ promptId, suiteId })).body;
  expect((await begin({ promptId, suiteId })).body.code).toBe('optimiser.still_running');
  const all = async (ask: (caller: Caller) => Promise<{ status: number }>) =>
    Object.fromEntries(
      await Promise.all(callers.map(async (caller) => [caller, (await ask(caller)).status])),
    );
  const get = (caller: Caller) =>
    runs.house.as(caller).call(contract.getOptimisation, { params: { optimisationId: id } });
  expect(await all(get)).toEqual({
    // A viewer may read optimisations, but does not see a prompt that is not published.
    ...{ owner: 200, admin: 200, editor: 200, viewer: 404, guest: 403, stranger: 404, nobody: 401 },
  });
  const stop = (caller: Caller) =>
    runs.house.as(caller).call(contract.stopOptimisation, { params: { optimisationId: id } });
  expect((await stop('viewer')).status).toBe(403);
  expect((await stop('owner')).status).toBe(200);
  expect(await ended(id)).toMatchObject({ status: 'stopped', end: 'person' });
  const other = await newSuite();
  expect((await begin({ promptId, suiteId: other.suiteId })).body.code).toBe('optimiser.other_prompt');
});

// The last: the engine of the instance is shut down by it.
it('goes on in another process where the first died, and buys nothing twice', async () => {
  const { promptId, suiteId } = await newSuite();
  play([good, worse, lost], 20);
  const { ports } = runs.house.application.services;
  const asked = runs.provider.requests.length;
  const { id } = (await begin({ promptId, suiteId })).body;
  while (runs.provider.requests.length - asked < 3) await pause(20);
  await engineOf(ports, optimiserWork).shutDown();
  expect((await read(id)).status).toBe('running');
  const other = createEngine(ports, optimiserWork);
  other.launch(runs.house.organizationId, id, new Date(Date.now() + 60_000));
  expect(await ended(id)).toMatchObject({ status: 'finished', end: 'perfect' });
  expect(runs.provider.requests.length - asked).toBe(18);
  await other.shutDown();
});
