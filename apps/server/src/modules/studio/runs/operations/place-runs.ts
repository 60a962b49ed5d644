import { createHash } from 'node:crypto';
import type { ContextPack, Settings } from '@promptvault/document';
import { personOf } from '../../../../foundation/context/actor.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { namePeople } from '../../../account/organizations/index.ts';
import { countUse } from '../../../vault/prompts/index.ts';
import type { ChosenModel } from '../../models/index.ts';
import { runStartedEvent } from '../events.ts';
import { insertInput, insertRuns, type NewRun, type RunRow } from '../repository.ts';
import { toSubject } from '../views.ts';
import type { RunOrder } from './execute-run.ts';
import type { ReadSource } from './read-source.ts';
import { engineOf } from './run-engine.ts';
import { withoutFiles } from './without-files.ts';

export interface RunPlan {
  comparisonId: string;
  source: ReadSource;
  models: ChosenModel[];
  input: {
    values: Record<string, unknown>;
    context: ContextPack['items'];
    settings: Settings;
    keepContext: boolean;
  };
  /** The run this one repeats. */
  parent?: { id: string; sampleIndex: number };
}

/** Writes the rows of new runs, and launches them once they are committed. */
export async function placeRuns(ctx: Ctx, plan: RunPlan): Promise<RunRow[]> {
  await ctx.entitlements.consume('run', plan.models.length);
  const { source, models } = plan;
  const settings = { ...source.rendered.settings, ...plan.input.settings };
  const inputId = await placeInput(ctx, plan, settings);
  const inserted = await insertRuns(
    ctx.tx,
    models.map((model, index) => newRun(ctx, plan, { model, index, inputId })),
  );
  const { hash: sentHash, messages, tools, responseSchema } = source.rendered;
  const facts = { sentHash, contextItems: plan.input.context.length };
  for (const row of inserted)
    await ctx.emit(runStartedEvent, { kind: 'run', id: row.id }, { ...toSubject(row), ...facts });
  if (source.prompt) await countUse(ctx, source.prompt.id, inserted.length);

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
  const authorName = await nameOfActor(ctx);
  const { keepContext } = plan.input;
  return inserted.map((row) => ({ ...row, excerpt: '', sentHash, keepContext, authorName }));
}

/** The name runs of this actor are shown under. */
async function nameOfActor(ctx: Ctx): Promise<string | null> {
  const author = personOf(ctx.actor);
  return author === null ? null : ((await namePeople(ctx, [author])).get(author)?.name ?? null);
}

function newRun(
  ctx: Ctx,
  { comparisonId, source: { prompt, version }, parent }: RunPlan,
  { model, index, inputId }: { model: ChosenModel; index: number; inputId: string },
): NewRun {
  const now = ctx.clock.now();
  return {
    organizationId: ctx.organizationId,
    id: ctx.newId(),
    comparisonId,
    inputId,
    parentId: parent?.id ?? null,
    kind: parent ? 'retry' : 'single',
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
    toolCalls: [],
    warnings: [],
    createdAt: now,
    processId: engineOf(ctx.ports).processId,
    heartbeatAt: now,
  };
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
