/**
 * Tree of Thoughts: thoughts are written and judged by runs of their own that are parts of this one, the best are
 * followed, and the answer of this run is from the best path. It calls no model itself.
 */
import { DomainError } from '@promptvault/contract/errors';
import type { ThoughtView, TreeResultView } from '@promptvault/contract/studio/runs/tree';
import type { Settings } from '@promptvault/document';
import {
  bestThought,
  nextGrowth,
  pathTo,
  seedOf,
  thoughtMessages,
  verdictMessages,
} from '@promptvault/document/techniques';
import type { Ports } from '../../../../foundation/context/ctx.ts';
import { toDomainError } from '../../../../foundation/errors/problem.ts';
import type { RunColumns } from '../repository/runs.ts';
import type { LiveRun, RunOrder, Timing } from './execute-run.ts';
import type { GrowingTree } from './growing-tree.ts';
import { isBudgetCode } from './purses.ts';
import { answerFromTree } from './tree-answer.ts';
import { type CallWorst, createTreeBudget } from './tree-budget.ts';
import { createTreeJournal } from './tree-journal.ts';
import { placeTreePart, readPart, type TreePart } from './tree-parts.ts';
import { costOf, newThought, tokensOf, withText, withVerdict } from './tree-state.ts';
import { estimateInput } from './usage-so-far.ts';
import { longestAnswer } from './worst-cost.ts';

/** Thoughts of one tree that are written or judged at the same time. */
const mostAtOnce = 8;

/** Instead of calling the model. Does not touch the end of the row. Never throws. */
export async function growTree(ports: Ports, live: LiveRun, first: TreeResultView): Promise<Timing> {
  const { order, progress } = live;
  live.startedAt = ports.clock.now();
  const began = ports.clock.monotonic();
  try {
    const task = {
      inputTokens: await estimateInput(order),
      answerTokens: Math.max(
        ...[order.model, ...order.model.fallbacks].map((each) => longestAnswer(each, order.settings)),
      ),
    };
    const budget = createTreeBudget({ tree: first, model: order.model, task, at: live.startedAt });
    const journal = createTreeJournal(ports, live, first);
    const tree: GrowingTree = { ports, live, journal, budget, halt: undefined, failed: undefined };
    for (const message of leftOut(order)) live.journal.push(progress.take({ type: 'warning', message }));
    await grow(tree);
    const best = bestThought(first.plan, journal.now().thoughts, first.goal);
    const ended = live.abort.signal.aborted ? 'stopped' : (tree.halt?.ended ?? 'whole');
    journal.change({ best, ended });
    await answerFromTree(tree);
    await journal.settle();
  } catch (error) {
    const { code, message } = toDomainError(error);
    ports.log.error('a tree of thoughts broke', { error, run: order.runId });
    progress.end = { error: { code: code as never, message, retryable: true } };
  }
  return { timeToFirstTokenMs: null, durationMs: Math.round(ports.clock.monotonic() - began) };
}

/** What the prompt asks for beside the tree and does not get, in words. */
function leftOut({ techniques, tools }: RunOrder): string[] {
  const said: string[] = [];
  if (techniques.selfConsistency)
    said.push('The prompt also asks several samples to vote; a tree of thoughts takes no votes.');
  if (tools.length > 0)
    said.push('The prompt has tools, which are not called: a tree of thoughts calls none.');
  return said;
}

/** Until the search is over, nothing more may be called, or the run is stopped. */
async function grow(tree: GrowingTree): Promise<void> {
  const { journal, live } = tree;
  const { plan, goal } = journal.now();
  const going = new Set<Promise<void>>();
  const begin = (work: Promise<void>) => {
    const counted: Promise<void> = work
      .catch((error: unknown) => stopGrowing(tree, error))
      .finally(() => going.delete(counted));
    going.add(counted);
  };
  const isOpen = () => !live.abort.signal.aborted && !tree.halt;
  // Of a tree that goes on: what was written and never judged.
  for (const thought of journal.now().thoughts.filter(({ status }) => status === 'judging')) {
    while (going.size >= mostAtOnce) await Promise.race(going);
    if (!isOpen()) break;
    const worst = await budget(tree, [await tree.budget.verdict(thought.depth)]);
    if (worst?.[0]) begin(judge(tree, thought, worst[0]));
  }
  while (isOpen()) {
    const growth = nextGrowth(plan, journal.now().thoughts, goal);
    const [parent] = growth.kind === 'expand' ? growth.parents : [];
    if (parent && going.size < mostAtOnce) {
      const depth = depthOf(journal.now(), parent.id) + 1;
      const wanted = [await tree.budget.thought(depth), await tree.budget.verdict(depth)] as const;
      const worst = await budget(tree, wanted);
      const [write, verdict] = worst ?? [];
      if (write && verdict) begin(think(tree, parent.id, write, verdict));
      continue;
    }
    if (going.size === 0) break;
    await Promise.race(going);
  }
  await Promise.all(going);
}

/** Sets aside what is about to be called, or halts the growth where the budget of the technique has no room for it. */
async function budget(
  tree: GrowingTree,
  wanted: readonly CallWorst[],
): Promise<readonly CallWorst[] | undefined> {
  const { plan, goal } = tree.journal.now();
  const passed = await tree.budget.take(wanted, goal.depth);
  if (!passed) return wanted;
  const { calls, tokens, microDollars } = plan.budget;
  const most = {
    calls: `${calls} calls`,
    tokens: `${tokens} tokens`,
    cost: `$${(microDollars ?? 0) / 1e6}`,
  };
  tree.halt = { ended: passed, why: `The tree was ended by its budget of ${most[passed]}.` };
  return undefined;
}

const depthOf = ({ thoughts }: TreeResultView, id: string | null) =>
  thoughts.find((one) => one.id === id)?.depth ?? 0;

/** A budget or limit of the organization ends the growth; anything else is an error of ours. */
function stopGrowing(tree: GrowingTree, error: unknown): void {
  const { code, message } = toDomainError(error);
  const isRefusal = error instanceof DomainError && (isBudgetCode(code) || code === 'limit.reached');
  if (!isRefusal) tree.ports.log.error('a thought broke', { error, run: tree.live.order.runId });
  tree.halt ??= { ended: 'refused', why: `The tree was ended: ${message}` };
}

/** Texts from the task to the thought before this one. */
const textsTo = ({ thoughts }: TreeResultView, id: string | null): string[] =>
  pathTo(thoughts, id).map(({ text }) => text ?? '');

/** Writes one more thought after this one, and has it judged. */
async function think(
  tree: GrowingTree,
  parentId: string | null,
  worst: CallWorst,
  verdict: CallWorst,
): Promise<void> {
  const { ports, live, journal } = tree;
  const before = journal.now();
  const { plan, goal } = before;
  const thought = {
    ...newThought(before, { id: ports.newId(), parentId }),
    runId: ports.newId(),
  };
  // At once: whoever asks what comes next must see it.
  journal.put(thought);
  const { messages: task, settings } = live.order;
  const part: TreePart = {
    kind: 'thought',
    runId: thought.runId,
    messages: thoughtMessages(task, textsTo(before, parentId), { ...plan, depth: goal.depth }),
    settings: thoughtSettings(settings, plan, before.thoughts.length),
    worst: worst.microDollars,
  };
  const row = await callPart(tree, part, worst).catch((error: unknown) => {
    tree.budget.settle(verdict, undefined);
    journal.drop(thought.id);
    throw error;
  });
  const siblings = journal.now().thoughts.filter((one) => one.parentId === parentId);
  const written = withText(paid(thought, row), row, siblings);
  journal.put(written);
  if (written.status === 'failed') tree.failed ??= row;
  if (written.status !== 'judging') {
    tree.budget.settle(verdict, undefined);
    return;
  }
  await judge(tree, written, verdict);
}

async function judge(tree: GrowingTree, thought: ThoughtView, worst: CallWorst): Promise<void> {
  const { ports, live, journal } = tree;
  const { plan } = journal.now();
  if (live.abort.signal.aborted) {
    tree.budget.settle(worst, undefined);
    journal.put(withVerdict(thought, undefined, plan));
    return;
  }
  const judged = { ...thought, verdictRunId: ports.newId() };
  journal.put(judged);
  const { messages: task, settings } = live.order;
  const part: TreePart = {
    kind: 'verdict',
    runId: judged.verdictRunId,
    messages: verdictMessages(task, textsTo(journal.now(), thought.parentId), thought.text ?? '', plan),
    settings: verdictSettings(settings, plan),
    worst: worst.microDollars,
  };
  const row = await callPart(tree, part, worst).catch((error: unknown) => {
    journal.put(withVerdict(thought, undefined, plan));
    throw error;
  });
  journal.put(withVerdict(paid(judged, row), row, plan));
}

const paid = (thought: ThoughtView, row: RunColumns | undefined): ThoughtView => ({
  ...thought,
  tokens: thought.tokens + tokensOf(row),
  microDollars: thought.microDollars + costOf(row),
});

/** Places and calls it. @returns its row, once it is over @throws budget.exhausted, limit.reached */
async function callPart(
  tree: GrowingTree,
  part: TreePart,
  worst: CallWorst,
): Promise<RunColumns | undefined> {
  const { ports, live } = tree;
  const order = await placeTreePart(ports, live, part).catch((error: unknown) => {
    tree.budget.settle(worst, undefined);
    throw error;
  });
  await live.call(order);
  const row = await readPart(ports, order);
  tree.budget.settle(worst, { tokens: tokensOf(row), microDollars: costOf(row) });
  live.partsMicroDollars += costOf(row);
  return row;
}

type Plan = TreeResultView['plan'];

/** With one seed for all of them they would all say the same. */
/** A thought is no longer than the plan counts it: with some providers, what a model thinks first comes on top. */
function thoughtSettings(
  { reasoningTokens: _tokens, reasoningEffort: _effort, ...settings }: Settings,
  { temperature, thoughtTokens }: Plan,
  count: number,
): Settings {
  return {
    ...settings,
    maxOutputTokens: thoughtTokens,
    ...(temperature === null ? {} : { temperature }),
    ...(settings.seed === undefined ? {} : { seed: seedOf(settings.seed, count) }),
  };
}

/** The same thought is to be judged the same; what shapes the answer of the prompt shapes no verdict. */
function verdictSettings({ seed }: Settings, { thoughtTokens }: Plan): Settings {
  return {
    temperature: 0,
    maxOutputTokens: thoughtTokens,
    ...(seed === undefined ? {} : { seed }),
  };
}
