import * as billing from '@promptvault/contract/account/billing/routes';
import * as models from '@promptvault/contract/studio/models/routes';
import type { RunEvent } from '@promptvault/contract/studio/runs/events';
import * as contract from '@promptvault/contract/studio/runs/routes';
import type { RunDetailView } from '@promptvault/contract/studio/runs/shapes';
import type { PromptDocument } from '@promptvault/document';
import { type TreeOfThoughts, treeOfThoughtsSchema } from '@promptvault/document/techniques';
import { document, openRunHouse, type RunHouse } from '@promptvault/testing/run-house';
import type { Caller } from '@promptvault/testing/test-house';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let runs: RunHouse;
beforeAll(async () => {
  runs = await openRunHouse();
});
afterAll(() => runs.close());

const planOf = (more: Partial<TreeOfThoughts> = {}): TreeOfThoughts =>
  treeOfThoughtsSchema.parse({
    ...{ branching: 2, depth: 2, instruction: null, temperature: 0.9, thoughtTokens: 100 },
    evaluator: { by: 'rubric', rubric: 'Is it short?' },
    scale: { from: 1, to: 10 },
    search: { by: 'beam', width: 1, prune: 3 },
    answer: 'write',
    budget: { calls: 60, tokens: null, microDollars: null },
    ...more,
  });
const growing = (more: Partial<TreeOfThoughts> = {}, own: Partial<PromptDocument> = {}): PromptDocument => ({
  ...document,
  ...own,
  techniques: { treeOfThoughts: planOf(more) },
});

type Asked = { messages: { role: string; content: string }[]; temperature?: number; max_tokens?: number };
const wordsOf = (body: unknown) => (body as Asked).messages.map(({ content }) => content).join('\n');
const isVerdict = (words: string) => words.includes('<step_to_judge>');
const isClosing = (words: string) => words.includes('Write the answer to the task now');

type Verdict = (thought: string) => string;
/** Thoughts are `T1`, `T2`, … in the order they are asked for. */
function scriptTree(model: string, verdict: Verdict, more: { tokensPerSecond?: number } = {}) {
  let count = 0;
  runs.provider.script(model, {
    ...more,
    textFrom(body) {
      const words = wordsOf(body);
      if (isClosing(words)) return 'The answer is 24.';
      if (!isVerdict(words)) return `T${++count}`;
      return verdict(/<step_to_judge>\n(\S+)/.exec(words)?.[1] ?? '');
    },
  });
}
const scored =
  (scores: Record<string, number>): Verdict =>
  (thought) =>
    JSON.stringify({ why: `So is ${thought}.`, score: scores[thought] ?? 5 });

let count = 0;
async function run(own: PromptDocument, verdict: Verdict, name = `tree-${++count}`) {
  scriptTree(name, verdict);
  const { status, body, runIds } = await runs.start([name], { source: { kind: 'document', document: own } });
  expect(status, JSON.stringify(body)).toBe(201);
  const id = runIds[0] as string;
  const events = (await runs.follow(id)).map(({ data }) => data as RunEvent);
  const detail: RunDetailView = await runs.ended(id);
  return { id, events, detail, sent: sentTo(name), comparisonId: body.comparison.id };
}
const sentTo = (model: string) =>
  runs.provider.requests.filter((request) => request.model === model).map(({ body }) => body as Asked);
const treeOf = (detail: RunDetailView) => {
  const tree = detail.techniqueResult?.tree;
  if (!tree) throw new Error('the run has no tree');
  return tree;
};
/** By their texts: siblings are asked at once, and the provider names them in the order in which they reach it. */
const byText = (detail: RunDetailView) =>
  treeOf(detail).thoughts.toSorted((one, other) => (one.text ?? '').localeCompare(other.text ?? ''));
const standing = (detail: RunDetailView) =>
  byText(detail).map(({ text, state, score }) => `${text} ${score} ${state}`);
const grow = (runId: string, body: object, caller: Caller = 'editor') =>
  runs.house.as(caller).call(contract.growRun, { params: { runId }, body });

describe('a tree of thoughts', () => {
  it('says that it calls no tools where the prompt has some, and offers the model none', async () => {
    const tool = { id: 't1', name: 'look_up', description: '', parameters: { type: 'object' } };
    const { detail, sent } = await run(growing({ depth: 1 }, { tools: [tool] }), scored({ T1: 8 }));
    expect(detail.status).toBe('finished');
    expect(detail.warnings).toContain(
      'The prompt has tools, which are not called: a tree of thoughts calls none.',
    );
    expect(sent.length).toBeGreaterThan(2);
    expect(JSON.stringify(sent)).not.toContain('look_up');
  });

  it('grows level by level, and its answer is written from the best path', async () => {
    const { detail, events, sent, comparisonId } = await run(
      growing(),
      scored({ T1: 4, T2: 8, T3: 9, T4: 2 }),
    );
    expect(detail).toMatchObject({ status: 'finished', finishReason: 'stop', output: 'The answer is 24.' });
    const tree = treeOf(detail);
    expect(tree).toMatchObject({ ended: 'whole', goal: { round: 0, rootId: null, depth: 2 } });
    const [, second, third] = ['T1', 'T2', 'T3'].map((text) =>
      tree.thoughts.find((one) => one.text === text),
    );
    expect(third).toMatchObject({
      parentId: second?.id,
      depth: 2,
      score: 9,
      why: 'So is T3.',
      state: 'chosen',
    });
    expect(standing(detail)).toEqual(['T1 4 pruned', 'T2 8 chosen', 'T3 9 chosen', 'T4 2 pruned']);
    expect(tree.best).toBe(third?.id);
    // Four thoughts, four verdicts, one answer; each a run of its own.
    expect(sent).toHaveLength(9);
    expect(detail.parts.map(({ kind }) => kind).sort()).toEqual(
      [...Array(4).fill('thought'), ...Array(4).fill('verdict'), 'closing'].sort(),
    );
    const thoughts = sent.filter((body) => !isVerdict(wordsOf(body)) && !isClosing(wordsOf(body)));
    expect(thoughts.every((body) => body.temperature === 0.9)).toBe(true);
    expect(wordsOf(thoughts[2])).toContain('T2');
    expect(wordsOf(thoughts[2])).not.toContain('T1');
    const verdicts = sent.filter((body) => isVerdict(wordsOf(body)));
    expect(verdicts.every((body) => body.temperature === 0)).toBe(true);
    expect(wordsOf(verdicts[0])).toContain('Is it short?');
    // It was seen to grow: written, judged, pruned.
    const told = events.filter((event) => event.type === 'thought');
    const states = told.filter(({ thought }) => thought.id === tree.thoughts[0]?.id);
    expect([...new Set(states.map(({ thought }) => thought.status))]).toEqual(['writing', 'judging', 'done']);
    const streamed = events.filter(({ type }) => type === 'text-delta');
    expect(streamed.length).toBeGreaterThan(0);
    // The comparison lists its parts, the history does not.
    const compared = await runs.house.as('editor').call(contract.getComparison, { params: { comparisonId } });
    expect(compared.body.runs).toHaveLength(10);
  });

  it('turns back depth first, and may answer with its last thought', async () => {
    const own = growing({ search: { by: 'depth_first', threshold: 6 }, answer: 'leaf' });
    const { detail, sent } = await run(own, scored({ T1: 7, T2: 9, T3: 2, T4: 3, T5: 6, T6: 1 }));
    expect(detail.output).toBe('T5');
    expect(standing(detail)).toEqual([
      ...['T1 7 chosen', 'T2 9 kept', 'T3 2 pruned', 'T4 3 pruned', 'T5 6 chosen', 'T6 1 pruned'],
    ]);
    expect(sent).toHaveLength(12);
  });

  it('takes a judge who answers nonsense for what it is: those thoughts have no score', async () => {
    const said: Record<string, string> = {
      T1: 'Bananas!',
      T2: '{"score": 99}',
      T3: '{"score":4} {"score":7}',
    };
    const { detail } = await run(
      growing({ branching: 3, depth: 1, search: { by: 'beam', width: 2, prune: null } }),
      (thought) => said[thought] ?? '',
    );
    expect(detail).toMatchObject({ status: 'finished', output: 'The answer is 24.' });
    expect(byText(detail).map(({ text, score, unscored }) => [text, score, unscored])).toEqual([
      ['T1', null, 'no_score'],
      ['T2', null, 'out_of_scale'],
      ['T3', null, 'ambiguous'],
    ]);
    expect(byText(detail)[0]?.why).toBe('Bananas!');
  });

  it('does not judge or follow what was said before', async () => {
    const model = 'tree-same';
    runs.provider.script(model, {
      textFrom: (body) =>
        isVerdict(wordsOf(body)) ? '{"score": 7}' : isClosing(wordsOf(body)) ? 'Done.' : 'The  same',
    });
    const { runIds } = await runs.start([model], {
      source: { kind: 'document', document: growing({ depth: 1 }) },
    });
    const detail = await runs.ended(runIds[0] as string);
    expect(
      treeOf(detail)
        .thoughts.map(({ prunedBy }) => prunedBy)
        .sort(),
    ).toEqual(['same', null].sort());
    expect(sentTo(model)).toHaveLength(4);
  });

  it('never passes its budget of calls, and answers from what there is', async () => {
    const own = growing({ branching: 3, depth: 3, budget: { calls: 9, tokens: null, microDollars: null } });
    const { detail, sent } = await run(own, scored({}));
    expect(sent).toHaveLength(9);
    expect(treeOf(detail)).toMatchObject({ ended: 'calls' });
    expect(treeOf(detail).thoughts).toHaveLength(4);
    expect(detail).toMatchObject({ status: 'finished', output: 'The answer is 24.' });
    expect(detail.warnings.join()).toContain('budget of 9 calls');
    const tokens = { calls: 60, tokens: 3_000, microDollars: null };
    const small = await run(
      growing({ branching: 3, depth: 3, budget: tokens }, { settings: { maxOutputTokens: 100 } }),
      scored({}),
    );
    expect(treeOf(small.detail).ended).toBe('tokens');
    const took = small.detail.parts.reduce(
      (sum, { usage }) => sum + (usage?.inputTokens ?? 0) + (usage?.outputTokens ?? 0),
      0,
    );
    expect(took).toBeGreaterThan(0);
    expect(took).toBeLessThanOrEqual(3_000);
    const none = await run(growing({ budget: { ...tokens, tokens: 10 } }), scored({}));
    expect(none.detail).toMatchObject({ status: 'failed', error: { code: 'run.tree_empty' } });
    expect(none.sent).toHaveLength(0);
  });

  it('fails as its first thought failed, where all did', async () => {
    const { runIds } = await runs.start(['scripted-400'], {
      source: { kind: 'document', document: growing() },
    });
    const detail = await runs.ended(runIds[0] as string);
    expect(detail).toMatchObject({ status: 'failed', output: '' });
    expect(treeOf(detail).thoughts.map(({ status }) => status)).toEqual(['failed', 'failed']);
    expect(detail.error?.code).toMatch(/^model\./);
  });

  it('is judged by the form of the prompt once, by its answer', async () => {
    const model = 'tree-form';
    runs.provider.script(model, {
      textFrom: (body) =>
        isVerdict(wordsOf(body))
          ? '{"score": 7}'
          : isClosing(wordsOf(body))
            ? '{"n": 24}'
            : `T${Math.random()}`,
    });
    const responseSchema = { type: 'object', properties: { n: { type: 'number' } }, required: ['n'] };
    const { runIds } = await runs.start([model], {
      source: { kind: 'document', document: growing({ depth: 1 }, { responseSchema }) },
    });
    const detail = await runs.ended(runIds[0] as string);
    expect(detail).toMatchObject({ outcome: { kind: 'valid' }, json: { n: 24 } });
  });
});

describe('a tree that is stopped', () => {
  it('stops with all that belongs to it, and goes on without paying for finished thoughts again', async () => {
    const model = 'tree-stopped';
    scriptTree(model, () => `{"score": 5, "why": "${'slow '.repeat(200)}"}`, { tokensPerSecond: 20 });
    const { runIds } = await runs.start([model], { source: { kind: 'document', document: growing() } });
    const runId = runIds[0] as string;
    // Both thoughts are written, and their verdicts are slow.
    await expect
      .poll(() => sentTo(model).filter((body) => isVerdict(wordsOf(body))).length, { timeout: 8_000 })
      .toBe(2);
    await runs.house.as('editor').call(contract.stopRun, { params: { runId } });
    const stopped = await runs.ended(runId);
    expect(stopped.status).toBe('stopped');
    expect(stopped.parts.map(({ kind, status }) => `${kind} ${status}`).sort()).toEqual([
      'thought finished',
      'thought finished',
      'verdict stopped',
      'verdict stopped',
    ]);
    expect(treeOf(stopped)).toMatchObject({ ended: 'stopped' });
    expect(treeOf(stopped).thoughts.map(({ unscored }) => unscored)).toEqual(['stopped', 'stopped']);

    const before = sentTo(model).length;
    scriptTree(model, scored({ T1: 8, T2: 3 }));
    const again = await runs.house.as('editor').call(contract.continueRun, { params: { runId }, body: {} });
    expect(again.status, JSON.stringify(again.body)).toBe(201);
    expect(again.body.run).toMatchObject({ kind: 'continuation', parentId: runId, continuesId: null });
    const whole = await runs.ended(again.body.run.id);
    expect(whole).toMatchObject({ status: 'finished', output: 'The answer is 24.' });
    const bought = sentTo(model).slice(before);
    // The first level is judged, not written; two more thoughts with verdicts, and the answer.
    expect(bought).toHaveLength(2 + 4 + 1);
    expect(
      treeOf(whole)
        .thoughts.slice(0, 2)
        .map(({ id, text }) => [id, text]),
    ).toEqual(treeOf(stopped).thoughts.map(({ id, text }) => [id, text]));
    expect(treeOf(whole).thoughts.map(({ score }) => typeof score)).toEqual(Array(4).fill('number'));
  });

  it('goes on within what its limits have left, counting what was stopped', async () => {
    const model = 'tree-limited';
    scriptTree(model, () => `{"score": 5, "why": "${'slow '.repeat(200)}"}`, { tokensPerSecond: 20 });
    const own = growing({ budget: { calls: 6, tokens: null, microDollars: null } });
    const { runIds } = await runs.start([model], { source: { kind: 'document', document: own } });
    const runId = runIds[0] as string;
    await expect
      .poll(() => sentTo(model).filter((body) => isVerdict(wordsOf(body))).length, { timeout: 8_000 })
      .toBe(2);
    await runs.house.as('editor').call(contract.stopRun, { params: { runId } });
    await runs.ended(runId);
    const before = sentTo(model).length;
    scriptTree(model, scored({ T1: 8, T2: 3 }));
    const again = await runs.house.as('editor').call(contract.continueRun, { params: { runId }, body: {} });
    const limited = await runs.ended(again.body.run.id);
    expect(treeOf(limited)).toMatchObject({ ended: 'calls', goal: { before: { calls: 2 } } });
    // Of six calls two thoughts and two verdicts are taken: one more verdict, and the answer.
    expect(sentTo(model).slice(before)).toHaveLength(2);
    expect(limited.status).toBe('finished');
  });
});

describe('a branch', () => {
  it('grows further, also one that was pruned, and what it costs is counted with the tree', async () => {
    const model = 'tree-grown';
    await runs.house.as('owner').call(models.createModelFacts, {
      body: {
        connectionId: runs.connectionId,
        model,
        inputMicroDollars: 1_000_000,
        outputMicroDollars: 1_000_000_000,
      },
    });
    const first = await run(growing(), scored({ T1: 4, T2: 8, T3: 9, T4: 2 }), model);
    const pruned = treeOf(first.detail).thoughts.find(({ text }) => text === 'T1');
    const before = first.sent.length;
    const { status, body } = await grow(first.id, { thoughtId: pruned?.id, levels: 1 });
    expect(status, JSON.stringify(body)).toBe(201);
    expect(body.run).toMatchObject({
      kind: 'continuation',
      parentId: first.id,
      comparisonId: first.comparisonId,
    });
    const grown = await runs.ended(body.run.id);
    expect(grown.status).toBe('finished');
    expect(sentTo(model).slice(before)).toHaveLength(5);
    const tree = treeOf(grown);
    expect(tree.thoughts).toHaveLength(6);
    const best = tree.thoughts.find(({ id }) => id === tree.best);
    expect(best).toMatchObject({ parentId: pruned?.id, round: 1, state: 'chosen' });
    expect(tree.thoughts.find(({ id }) => id === pruned?.id)).toMatchObject({
      state: 'chosen',
      prunedBy: null,
    });
    // The old path is there, but is not that of the answer any more.
    expect(tree.thoughts.find(({ text }) => text === 'T3')?.state).toBe('kept');
    const own = grown.parts.reduce((sum, { cost }) => sum + (cost?.microDollars ?? 0), 0);
    expect(own).toBeGreaterThan(0);
    expect(grown.totalMicroDollars).toBe((first.detail.totalMicroDollars ?? 0) + own);
    const nodes = tree.thoughts.reduce((sum, { microDollars }) => sum + microDollars, 0);
    const closings = (treeOf(first.detail).answer?.microDollars ?? 0) + (tree.answer?.microDollars ?? 0);
    expect(nodes + closings).toBe(grown.totalMicroDollars);
  });

  it('grows only from what is there, and only for whoever may run and sees it', async () => {
    const { id, detail } = await run(growing({ depth: 1 }), scored({}));
    const thoughtId = treeOf(detail).thoughts[0]?.id;
    expect((await grow(id, { thoughtId: 'no-such-thought', levels: 1 })).body.code).toBe(
      'run.thought_missing',
    );
    const plain = await runs.start([null]);
    await runs.ended(plain.runIds[0] as string);
    expect((await grow(plain.runIds[0] as string, { thoughtId, levels: 1 })).body.code).toBe('run.no_tree');
    const part = detail.parts[0]?.id as string;
    expect((await grow(part, { thoughtId, levels: 1 })).body.code).toBe('run.is_part');
    expect((await grow(id, { thoughtId, levels: 9 })).status).toBe(422);
    let deep = { id, thoughtId };
    for (let round = 0; round < 2; round += 1) {
      const { body } = await grow(deep.id, { thoughtId: deep.thoughtId, levels: 8 });
      const grown = await runs.ended(body.run.id);
      deep = { id: grown.id, thoughtId: treeOf(grown).best as string };
    }
    expect((await grow(deep.id, { thoughtId: deep.thoughtId, levels: 8 })).body.code).toBe('run.tree_full');
    expect((await grow(id, { thoughtId, levels: 1 }, 'viewer')).status).toBe(403);
    expect((await grow(id, { thoughtId, levels: 1 }, 'stranger')).status).toBe(404);
    expect((await grow(id, { thoughtId, levels: 1 }, 'nobody')).status).toBe(401);
  }, 60_000);
});

it('holds all it may cost of the budget before its first thought, and gives back what it did not take', async () => {
  const model = 'tree-dear';
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
    runs.house
      .as('owner')
      .call(billing.updateBudget, { body: { dayMicroDollars }, revision: (await budget()).revision });
  const spent = (await budget()).day.spentMicroDollars;
  const source = { kind: 'document', document: growing({ depth: 1 }) };
  // Two thoughts, two verdicts and the answer, of 100 tokens and 100,000 each.
  await limit(spent + 499_999);
  expect((await runs.start([model], { source })).body.code).toBe('budget.exhausted');
  await limit(spent + 500_000);
  scriptTree(model, scored({}));
  const { runIds } = await runs.start([model], { source });
  const detail = await runs.ended(runIds[0] as string);
  expect(detail.status).toBe('finished');
  const whole = detail.parts.reduce((sum, { cost }) => sum + (cost?.microDollars ?? 0), 0);
  expect(detail).toMatchObject({ cost: null, totalMicroDollars: whole });
  expect((await budget()).day).toMatchObject({ reservedMicroDollars: 0, spentMicroDollars: spent + whole });
  await limit(100_000_000_000);
});
