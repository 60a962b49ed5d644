import type { TechniqueResultView } from '@promptvault/contract/studio/runs/shapes';
import type { TreeResultView } from '@promptvault/contract/studio/runs/tree';
import { type ContextPack, layerSettings, resolveSettings, type Settings } from '@promptvault/document';
import { personOf } from '../../../../foundation/context/actor.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import {
  type Allowance,
  type Budget,
  runPlacesOf,
  takeUse,
  type UseLimits,
} from '../../../account/billing/index.ts';
import { namePeople } from '../../../account/organizations/index.ts';
import { countUse } from '../../../vault/prompts/index.ts';
import type { ChosenModel } from '../../models/index.ts';
import { runStartedEvent } from '../events.ts';
import type { CachedRun } from '../repository/answer-cache.ts';
import {
  type ComparisonColumns,
  insertRunRows,
  type NewRun,
  type NewRunRows,
  type RunColumns,
  type RunRow,
} from '../repository/runs.ts';
import { toSubject } from '../views.ts';
import { cacheKeyOf, findAnswers, openCache } from './cached-answers.ts';
import { resultOf } from './choose-examples.ts';
import type { RunOrder } from './execute-run.ts';
import { hashOf } from './hash-of.ts';
import { holdCost } from './hold-cost.ts';
import type { ReadSource } from './read-source.ts';
import { refuseAttached } from './refuse-attached.ts';
import { type SentAttachment, toAttachmentRows, withAttachmentsHash } from './run-attachments.ts';
import { engineOf } from './run-engine.ts';
import { placesWith } from './run-places.ts';
import { withoutFiles } from './without-files.ts';
import { worstCostOf } from './worst-cost.ts';
import { worstTreeCost } from './worst-tree-cost.ts';

export interface SentSet {
  source: ReadSource;
  values: Record<string, unknown>;
  /** Null where there are not several. */
  set: { name: string; index: number } | null;
}

export interface RunPlan {
  /** The one the runs join, or the new one they begin. */
  comparison: ComparisonColumns | { id: string };
  /** What is sent, once for each set of values. */
  sets: readonly SentSet[];
  models: ChosenModel[];
  /** `direct` unless another module made them for its own work. */
  origin?: RunColumns['origin'];
  input: {
    context: ContextPack['items'];
    /** Sent with every set, to every model. */
    attachments?: readonly SentAttachment[];
    settings: Settings;
    /** What was sent before, to be sent again whatever the document says now. */
    sentSettings?: Settings;
    keepContext: boolean;
    confirmedTools: readonly string[];
    /** Asks the models whatever the cache of answers holds. */
    fresh?: boolean;
    /** How many of the models are the same one again. */
    samples?: number;
  };
  /** The budget of the organization, where it has one. */
  budget: Budget | undefined;
  /** What limits their number. */
  limits: UseLimits;
  /** What pays for them beside it. */
  purseId?: string | null;
  /** The run this one repeats or goes on from. */
  parent?: {
    id: string;
    sampleIndex: number;
    kind: 'retry' | 'continuation';
    /** The form of the whole answer, where this run is only the end of it. */
    form: RunOrder['form'];
    /** The tree of thoughts it goes on with. */
    tree?: TreeResultView | undefined;
    going: Pick<RunColumns, 'continuesId' | 'continuedBy' | 'rolledMicroDollars'>;
  };
}

/** One set on one model. */
interface Cell extends Pick<NewRunRows, 'items'> {
  attachments: NonNullable<NewRunRows['attachments']>;
  sent: SentSet;
  settings: Settings;
  input: NewRunRows['inputs'][number];
  model: ChosenModel;
  /** Of the model, among those of its set. */
  index: number;
  /** What its answer is kept under, where it may be given again. */
  cacheKey?: string;
  /** The answer that is there already. */
  cached?: CachedRun | undefined;
}

/** Finds the cells that need no model: what is sent was answered before, and may be answered the same again. */
async function answerFromCache(ctx: Ctx, { parent, input }: RunPlan, cells: Cell[]): Promise<void> {
  // Whoever goes on with an answer sends what nobody else does.
  if (parent?.kind === 'continuation') return;
  const keyed = cells.flatMap((cell) => {
    const { tools, responseSchema, techniques } = cell.sent.source.rendered;
    const { sentHash } = cell.input;
    const { model, settings } = cell;
    // What is thought apart or voted on is more than the answer of one call.
    if (Object.keys(techniques).length > 0) return [];
    const key = cacheKeyOf({ model, settings, tools, responseSchema, sentHash });
    return key === undefined ? [] : [{ cell, key }];
  });
  if (keyed.length === 0 || !(await openCache(ctx))) return;
  for (const { cell, key } of keyed) cell.cacheKey = key;
  // Whoever wants several answers of a model wants to see how they differ.
  if (parent || input.fresh || (input.samples ?? 1) > 1) return;
  const found = await findAnswers(ctx, [...new Set(keyed.map(({ key }) => key))]);
  for (const { cell, key } of keyed) cell.cached = found.get(key);
}

/** How many runs are asked with one run of this. A tree asks for more as it grows, and counts them then. */
export function callsOf({ source }: SentSet): number {
  const { selfConsistency, treeOfThoughts } = source.rendered.techniques;
  return treeOfThoughts ? 1 : (selfConsistency?.samples ?? 1);
}

/** Not where the answer is there, nor where runs of its own are asked, each of which waits for itself. */
const isCalledItself = (plan: RunPlan, { sent, cached }: Cell): boolean =>
  !cached && !sent.source.rendered.techniques.selfConsistency && !firstResult(plan, sent)?.tree;

/** What stands on a run before it has an answer. */
function firstResult({ parent }: RunPlan, { source }: SentSet): TechniqueResultView | null {
  const result = resultOf(source);
  return parent?.tree ? { pairs: result?.pairs ?? null, vote: null, tree: parent.tree } : result;
}

const hashAt = (cells: readonly Cell[], place: number): string => cells[place]?.input.sentHash ?? '';

export interface PlacedRuns {
  runs: RunRow[];
  /** Of the limits that count these runs, what has the least left. */
  allowance: Allowance | undefined;
}

/**
 * Writes the rows of new runs, and launches them once they are committed. The last step of its transaction.
 * @throws budget.exhausted, budget.price_unknown, run.purse_exhausted, run.attachments_waiting, limit.reached
 */
export async function placeRuns(ctx: Ctx, plan: RunPlan): Promise<PlacedRuns> {
  const { models, comparison } = plan;
  const attachments = plan.input.attachments ?? [];
  refuseAttached(ctx, attachments);
  const cells = plan.sets.flatMap((sent): Cell[] => {
    const settings =
      plan.input.sentSettings ??
      resolveSettings(layerSettings(sent.source.rendered.settings, plan.input.settings));
    const rows = newInput(ctx, plan, sent, settings);
    return models.map((model, index) => ({ sent, settings, ...rows, model, index }));
  });
  await answerFromCache(ctx, plan, cells);
  const held = await hold(ctx, plan, cells);
  const runs = cells.map((cell, place) => ({
    ...newRun(ctx, plan, cell),
    reservedMicroDollars: plan.budget ? (held?.[place] ?? 0) : null,
    purseId: plan.purseId ?? null,
    purseHeldMicroDollars: plan.purseId ? (held?.[place] ?? 0) : 0,
  }));
  const firsts = cells.filter(({ index }) => index === 0);
  const contextItems = plan.input.context.length;
  const prompt = cells[0]?.sent.source.prompt;
  const { limits } = plan;
  const places = cells.map(({ model }) => runPlacesOf(ctx, limits, model));
  const called = cells.flatMap((cell, place) => (isCalledItself(plan, cell) ? [place] : []));
  const targets = cells.flatMap(({ sent, model }) => Array.from({ length: callsOf(sent) }, () => model));
  // None of these needs the answer of another: asked together, they are one way to the database. What is counted and
  // held is locked until the end of the transaction, and so asked for last.
  const [inserted, authorName, , , , allowance, leases] = await Promise.all([
    insertRunRows(ctx.tx, {
      comparison: 'createdAt' in comparison ? comparison : undefined,
      inputs: firsts.map(({ input }) => input),
      items: firsts.flatMap(({ items }) => items),
      attachments: firsts.flatMap((cell) => cell.attachments),
      runs,
    }),
    nameOfActor(ctx),
    ctx.emitAll(
      runStartedEvent,
      runs.map((row, place) => ({
        subject: { kind: 'run', id: row.id },
        payload: { ...toSubject(row), sentHash: hashAt(cells, place), contextItems },
      })),
    ),
    ctx.entitlements.consume('run', runs.length),
    prompt && countUse(ctx, prompt.id, runs.length),
    takeUse(ctx, limits, { measure: 'run', targets }),
    placesWith(
      ctx.tx,
      ctx.ports,
      called.map((place) => places[place] ?? []),
    ),
  ]);
  const leaseAt = new Map(called.map((place, index) => [place, leases[index]]));

  const orders = inserted.map(({ organizationId, id: runId, authorId }, place): RunOrder => {
    const { sent, model, settings, cacheKey = null, cached = null } = cells[place] as Cell;
    const { messages, tools, responseSchema, techniques } = sent.source.rendered;
    const { rolledMicroDollars } = inserted[place] as RunColumns;
    const form =
      plan.parent?.form ?? (responseSchema === null ? null : { schema: responseSchema, before: '' });
    const { confirmedTools } = plan.input;
    const trail = sent.source.prompt ? [sent.source.prompt.id] : [];
    const sending = { model, messages, attachments, settings, tools, confirmedTools, responseSchema };
    return {
      ...{
        organizationId,
        runId,
        authorId,
        places: places[place] ?? [],
        ...sending,
        form,
        rolledMicroDollars,
        trail,
      },
      ...{ techniques, result: firstResult(plan, sent), cacheKey, cached },
    };
  });
  const { ports } = ctx;
  ctx.afterCommit(() => {
    for (const [place, order] of orders.entries()) engineOf(ports).launch(order, leaseAt.get(place));
  });
  const { keepContext } = plan.input;
  const rows = inserted.map((row, place) => ({
    ...row,
    excerpt: '',
    sentHash: hashAt(cells, place),
    keepContext,
    authorName,
  }));
  return { runs: rows, allowance };
}

/** Holds of the budget, and of the purse, what each run may cost at most. @throws budget.exhausted, budget.price_unknown, run.purse_exhausted */
async function hold(ctx: Ctx, plan: RunPlan, cells: readonly Cell[]): Promise<number[] | undefined> {
  const { budget, purseId = null } = plan;
  const isLimited = cells.some(
    ({ sent }) => (firstResult(plan, sent)?.tree?.plan.budget.microDollars ?? null) !== null,
  );
  if (!budget && purseId === null && !isLimited) return undefined;
  const known = new Map<SentSet, Map<ChosenModel, Promise<number>>>();
  const worst = await Promise.all(
    cells.map(({ sent, model, settings, cached }) => {
      if (cached) return 0;
      // Another answer of the same model to the same costs the same.
      const ofSet = known.get(sent) ?? new Map<ChosenModel, Promise<number>>();
      known.set(sent, ofSet);
      const { messages } = sent.source.rendered;
      const { attachments = [] } = plan.input;
      const tree = firstResult(plan, sent)?.tree;
      const one = () =>
        tree
          ? worstTreeCost(model, { messages, settings, tree, attachments }, ctx.clock.now())
          : worstCostOf(model, { messages, settings, attachments }, ctx.clock.now());
      const cost = ofSet.get(model) ?? one();
      ofSet.set(model, cost);
      return cost.then((each) => each * callsOf(sent));
    }),
  );
  const all = worst.reduce((sum, cost) => sum + cost, 0);
  const asked = new Set(cells.flatMap(({ model, cached }) => (cached ? [] : [model])));
  await holdCost(ctx, { budget, purseId, isLimited }, { models: [...asked], amount: all });
  return worst;
}

/** The name runs of this actor are shown under. */
async function nameOfActor(ctx: Ctx): Promise<string | null> {
  const author = personOf(ctx.actor);
  return author === null ? null : ((await namePeople(ctx, [author])).get(author)?.name ?? null);
}

function newRun(
  ctx: Ctx,
  plan: RunPlan,
  { sent, model, index, cached, input: { id: inputId } }: Cell,
): NewRun {
  const { comparison, parent, input, origin = 'direct' } = plan;
  const { prompt, version, assignment } = sent.source;
  const now = ctx.clock.now();
  return {
    organizationId: ctx.organizationId,
    id: ctx.newId(),
    comparisonId: comparison.id,
    inputId,
    parentId: parent?.id ?? null,
    ...parent?.going,
    kind: parent ? parent.kind : (input.samples ?? 1) > 1 ? 'sample' : 'single',
    origin,
    sampleIndex: parent ? parent.sampleIndex + 1 : index,
    setName: sent.set?.name ?? null,
    setIndex: sent.set?.index ?? null,
    status: 'queued',
    authorId: personOf(ctx.actor),
    promptId: prompt?.id ?? null,
    promptTitle: prompt?.title ?? null,
    versionId: version?.id ?? null,
    versionNumber: version?.number ?? null,
    assignment,
    connectionId: model.connectionId,
    connectionName: model.connectionName,
    provider: model.provider,
    model: model.model,
    chainName: model.chainName,
    cachedFromId: cached?.runId ?? null,
    cachedAt: cached?.answeredAt ?? null,
    toolCalls: [],
    techniqueResult: firstResult(plan, sent),
    warnings: [],
    createdAt: now,
    processId: engineOf(ctx.ports).processId,
    heartbeatAt: now,
  };
}

function newInput(
  ctx: Ctx,
  { input }: RunPlan,
  { source, values: given }: SentSet,
  settings: Settings,
): Pick<Cell, 'input' | 'items' | 'attachments'> {
  const { organizationId } = ctx;
  const id = ctx.newId();
  const { keepContext, attachments = [] } = input;
  const { values, omitted } = withoutFiles(source.document, given);
  return {
    input: {
      organizationId,
      id,
      document: source.version ? null : source.document,
      values,
      omittedValues: omitted,
      settings,
      overrides: input.settings,
      sentHash: withAttachmentsHash(source.rendered.hash, attachments),
      keepContext,
      messages: keepContext ? source.rendered.messages : null,
      createdAt: ctx.clock.now(),
    },
    items: input.context.map((item, position) => ({
      organizationId,
      inputId: id,
      position,
      path: item.path,
      from: item.from ?? null,
      to: item.to ?? null,
      // Computed here, so that it says what was sent and not what the sender believed.
      hash: hashOf(item.text),
      tokens: item.tokens ?? null,
      characters: item.text.length,
      text: keepContext ? item.text : null,
    })),
    attachments: toAttachmentRows(attachments, { organizationId, inputId: id, keep: keepContext }),
  };
}
