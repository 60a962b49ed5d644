import { createHash } from 'node:crypto';
import type { ContextPack, Settings } from '@promptvault/document';
import { personOf } from '../../../../foundation/context/actor.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { type Budget, reserveSpending } from '../../../account/billing/index.ts';
import { namePeople } from '../../../account/organizations/index.ts';
import { countUse } from '../../../vault/prompts/index.ts';
import type { ChosenModel } from '../../models/index.ts';
import { runStartedEvent } from '../events.ts';
import {
  type ComparisonColumns,
  insertRunRows,
  type NewRun,
  type NewRunRows,
  type RunColumns,
  type RunRow,
} from '../repository.ts';
import { toSubject } from '../views.ts';
import type { RunOrder } from './execute-run.ts';
import type { ReadSource } from './read-source.ts';
import { engineOf } from './run-engine.ts';
import { withoutFiles } from './without-files.ts';
import { worstCostOf } from './worst-cost.ts';

export interface RunPlan {
  /** The one the runs join, or the new one they begin. */
  comparison: ComparisonColumns | { id: string };
  source: ReadSource;
  models: ChosenModel[];
  input: {
    values: Record<string, unknown>;
    context: ContextPack['items'];
    settings: Settings;
    /** What was sent before, to be sent again whatever the document says now. */
    sentSettings?: Settings;
    keepContext: boolean;
    /** How many of the models are the same one again. */
    samples?: number;
  };
  /** The budget of the organization, where it has one. */
  budget: Budget | undefined;
  /** The run this one repeats or goes on from. */
  parent?: {
    id: string;
    sampleIndex: number;
    kind: 'retry' | 'continuation';
    going: Pick<RunColumns, 'continuesId' | 'continuedBy' | 'rolledMicroDollars'>;
  };
}

/** Writes the rows of new runs, and launches them once they are committed. */
export async function placeRuns(ctx: Ctx, plan: RunPlan): Promise<RunRow[]> {
  const { source, models, comparison } = plan;
  const settings = plan.input.sentSettings ?? { ...source.rendered.settings, ...plan.input.settings };
  const { input, items } = newInput(ctx, plan, settings);
  const held = await hold(ctx, plan, settings);
  const runs = models.map((model, index) => ({
    ...newRun(ctx, plan, { model, index, inputId: input.id }),
    reservedMicroDollars: held?.[index] ?? null,
  }));
  const { hash: sentHash, messages, tools, responseSchema } = source.rendered;
  const facts = { sentHash, contextItems: plan.input.context.length };
  // None of these needs the answer of another: asked together, they are one way to the database.
  const [inserted, authorName] = await Promise.all([
    insertRunRows(ctx.tx, {
      comparison: 'createdAt' in comparison ? comparison : undefined,
      input,
      items,
      runs,
    }),
    nameOfActor(ctx),
    ctx.emitAll(
      runStartedEvent,
      runs.map((row) => ({ subject: { kind: 'run', id: row.id }, payload: { ...toSubject(row), ...facts } })),
    ),
    ctx.entitlements.consume('run', models.length),
    source.prompt && countUse(ctx, source.prompt.id, runs.length),
  ]);

  const orders = inserted.map(
    ({ organizationId, id: runId, authorId }, index): RunOrder => ({
      organizationId,
      runId,
      authorId,
      model: models[index] as ChosenModel,
      messages,
      settings,
      tools,
      responseSchema,
    }),
  );
  const { ports } = ctx;
  ctx.afterCommit(() => {
    for (const order of orders) engineOf(ports).launch(order);
  });
  const { keepContext } = plan.input;
  return inserted.map((row) => ({ ...row, excerpt: '', sentHash, keepContext, authorName }));
}

/** Holds of the budget what each run may cost at most. @throws budget.exhausted */
async function hold(
  ctx: Ctx,
  { budget, models, source }: RunPlan,
  settings: Settings,
): Promise<number[] | undefined> {
  if (!budget) return undefined;
  const { messages } = source.rendered;
  const worst = await Promise.all(
    models.map((model) => worstCostOf(model, { messages, settings }, ctx.clock.now())),
  );
  await reserveSpending(
    ctx,
    budget,
    worst.reduce((sum, cost) => sum + cost, 0),
  );
  return worst;
}

/** The name runs of this actor are shown under. */
async function nameOfActor(ctx: Ctx): Promise<string | null> {
  const author = personOf(ctx.actor);
  return author === null ? null : ((await namePeople(ctx, [author])).get(author)?.name ?? null);
}

function newRun(
  ctx: Ctx,
  { comparison, source: { prompt, version }, parent, input }: RunPlan,
  { model, index, inputId }: { model: ChosenModel; index: number; inputId: string },
): NewRun {
  const now = ctx.clock.now();
  return {
    organizationId: ctx.organizationId,
    id: ctx.newId(),
    comparisonId: comparison.id,
    inputId,
    parentId: parent?.id ?? null,
    ...parent?.going,
    kind: parent ? parent.kind : (input.samples ?? 1) > 1 ? 'sample' : 'single',
    sampleIndex: parent ? parent.sampleIndex + 1 : index,
    status: 'queued',
    authorId: personOf(ctx.actor),
    promptId: prompt?.id ?? null,
    promptTitle: prompt?.title ?? null,
    versionId: version?.id ?? null,
    versionNumber: version?.number ?? null,
    connectionId: model.connectionId,
    connectionName: model.connectionName,
    provider: model.provider,
    model: model.model,
    chainName: model.chainName,
    toolCalls: [],
    warnings: [],
    createdAt: now,
    processId: engineOf(ctx.ports).processId,
    heartbeatAt: now,
  };
}

function newInput(
  ctx: Ctx,
  { source, input }: RunPlan,
  settings: Settings,
): Pick<NewRunRows, 'input' | 'items'> {
  const { organizationId } = ctx;
  const id = ctx.newId();
  const { keepContext } = input;
  const { values, omitted } = withoutFiles(source.document, input.values);
  return {
    input: {
      organizationId,
      id,
      document: source.version ? null : source.document,
      values,
      omittedValues: omitted,
      settings,
      overrides: input.settings,
      sentHash: source.rendered.hash,
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
      hash: hashOf(item.text),
      tokens: item.tokens ?? null,
      characters: item.text.length,
      text: keepContext ? item.text : null,
    })),
  };
}

/** Computed here, so that it says what was sent and not what the sender believed. */
export const hashOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
