import { createHash } from 'node:crypto';
import type { ContextPack, Settings } from '@promptvault/document';
import { personOf } from '../../../../foundation/context/actor.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { countUse } from '../../../vault/prompts/index.ts';
import type { ChosenModel } from '../../models/index.ts';
import { runStartedEvent } from '../events.ts';
import { insertComparison, insertInput, insertRuns, type NewRun } from '../repository.ts';
import { toSubject } from '../views.ts';
import type { RunOrder } from './execute-run.ts';
import type { ReadSource } from './read-source.ts';
import { engineOf } from './run-engine.ts';
import { withoutFiles } from './without-files.ts';

export interface RunPlan {
  source: ReadSource;
  models: ChosenModel[];
  input: {
    values: Record<string, unknown>;
    context: ContextPack['items'];
    settings: Settings;
    keepContext: boolean;
  };
  /** The run this one repeats: it joins its comparison. */
  parent?: { id: string; comparisonId: string; sampleIndex: number };
}

/** Writes the rows of new runs and launches them after the commit. @returns the id of their comparison */
export async function placeRuns(ctx: Ctx, plan: RunPlan): Promise<string> {
  const { source, models, parent } = plan;
  const now = ctx.clock.now();
  const place = { organizationId: ctx.organizationId, createdAt: now };
  const whose = {
    authorId: personOf(ctx.actor),
    promptId: source.prompt?.id ?? null,
    promptTitle: source.prompt?.title ?? null,
  };
  const comparisonId = parent?.comparisonId ?? ctx.newId();
  if (!parent) await insertComparison(ctx.tx, { ...place, ...whose, id: comparisonId });
  const settings = { ...source.rendered.settings, ...plan.input.settings };
  const inputId = await placeInput(ctx, plan, settings);
  const rows = models.map((model, index) => ({
    ...place,
    ...whose,
    id: ctx.newId(),
    comparisonId,
    inputId,
    parentId: parent?.id ?? null,
    kind: parent ? ('retry' as const) : ('single' as const),
    sampleIndex: parent ? parent.sampleIndex + 1 : index,
    status: 'queued' as const,
    versionId: source.version?.id ?? null,
    versionNumber: source.version?.number ?? null,
    connectionId: model.connectionId,
    connectionName: model.connectionName,
    provider: model.provider,
    model: model.model,
    toolCalls: [],
    warnings: [],
    processId: engineOf(ctx.ports).processId,
    heartbeatAt: now,
  })) satisfies NewRun[];
  await insertRuns(ctx.tx, rows);
  const facts = { sentHash: source.rendered.hash, contextItems: plan.input.context.length };
  for (const row of rows)
    await ctx.emit(runStartedEvent, { kind: 'run', id: row.id }, { ...toSubject(row), ...facts });
  if (source.prompt) await countUse(ctx, source.prompt.id);

  const { messages, tools, responseSchema } = source.rendered;
  const orders = rows.map(
    (row, index): RunOrder => ({
      organizationId: ctx.organizationId,
      runId: row.id,
      authorId: whose.authorId,
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
  return comparisonId;
}

async function placeInput(ctx: Ctx, { source, input }: RunPlan, settings: Settings): Promise<string> {
  const { organizationId } = ctx;
  const inputId = ctx.newId();
  const { keepContext } = input;
  const { values, omitted } = withoutFiles(source.document, input.values);
  await insertInput(
    ctx.tx,
    {
      organizationId,
      id: inputId,
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
    input.context.map((item, position) => ({
      organizationId,
      inputId,
      position,
      path: item.path,
      from: item.from ?? null,
      to: item.to ?? null,
      hash: hashOf(item.text),
      tokens: item.tokens ?? null,
      characters: item.text.length,
      text: keepContext ? item.text : null,
    })),
  );
  return inputId;
}

/** Computed here, so that it says what was sent and not what the sender believed. */
export const hashOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
