/** What a run was sent, read again to be sent once more: as it was kept, with what was not kept given anew. */
import { DomainError } from '@promptvault/contract/errors';
import { RunError } from '@promptvault/contract/studio/runs/errors';
import { isPart } from '@promptvault/contract/studio/runs/kinds';
import type { continueRunBody, RunSource, retryRunBody } from '@promptvault/contract/studio/runs/shapes';
import { isRunOver } from '@promptvault/contract/studio/runs/shapes';
import type { ContextPack } from '@promptvault/document';
import type * as z from 'zod';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { ResourceError, ServerError } from '../../../../foundation/errors/foundation-errors.ts';
import { budgetOf, useLimitsOf } from '../../../account/billing/index.ts';
import { type ChosenModel, chooseModel } from '../../models/index.ts';
import {
  type ContextItemRow,
  findInput,
  findRunTexts,
  type InputRow,
  listContextItems,
  listRunsOfComparison,
  type RunRow,
} from '../repository/runs.ts';
import { exampleChooser } from './choose-examples.ts';
import { hashOf } from './hash-of.ts';
import { placeRuns, type RunPlan, type SentSet } from './place-runs.ts';
import { readSource } from './read-source.ts';
import { refuseCrowd } from './refuse-crowd.ts';
import { refusePrivate } from './refuse-private.ts';
import { attachmentsAgain, refuseUntaken } from './run-attachments.ts';

export type GivenAgain = z.output<typeof continueRunBody> &
  Partial<Pick<z.output<typeof retryRunBody>, 'version'>>;

export interface RetriedRun {
  run: RunRow;
  changed: { path: string; from: number | null; to: number | null }[];
  /** Whether the messages are the same, to the last character. */
  sentSame: boolean;
}

export interface SentAgain {
  plan: Pick<SentSet, 'source' | 'values'> & Pick<RunPlan, 'input'> & { model: ChosenModel };
  changed: RetriedRun['changed'];
}

/**
 * The document, values, files and settings of a run that is over, rendered again; or the newest document in place of it.
 * @throws run.is_private, run.still_open, run.is_repair, run.is_part, run.context_needed, run.attachments_needed, run.values_needed, run.connection_gone, run.no_prompt, and what reading a source throws
 */
export async function readAgain(ctx: Ctx, first: RunRow, again: GivenAgain): Promise<SentAgain> {
  refusePrivate(first);
  if (!isRunOver(first.status)) throw RunError.still_open();
  if (first.kind === 'repair') throw RunError.is_repair();
  if (isPart(first)) throw RunError.is_part();
  const input = await findInput(ctx.tx, ctx.organizationId, first.inputId);
  if (!input) throw ServerError.unexpected();
  const items = await listContextItems(ctx.tx, ctx.organizationId, input.id);
  const context = again.context ?? keptContext(items);
  const values = valuesOf(input, again.values ?? {});
  const attachments = await attachmentsAgain(ctx, input.id, again.attachments);
  const model = await sameModel(ctx, first);
  refuseUntaken([model], attachments);
  const { overrides, settings, keepContext } = input;
  const { confirmedTools } = again;
  const newest = again.version === 'newest';
  const wanted = newest ? newestOf(first) : sourceOf(first, input);
  const texts = newest ? undefined : await findRunTexts(ctx.tx, ctx.organizationId, first.id);
  const choose = exampleChooser(ctx, async () => [model], texts?.techniqueResult?.pairs);
  const source = await readSource(ctx, { source: wanted, values, context, choose });
  // A newer version brings its own settings.
  const sentSettings = newest ? {} : { sentSettings: settings };
  return {
    plan: {
      source,
      values,
      model,
      input: { context, attachments, settings: overrides, ...sentSettings, keepContext, confirmedTools },
    },
    changed: changedItems(items, context),
  };
}

/** Starts it, as a new run of the same comparison. @throws run.too_many_open, budget.exhausted, limit.reached */
export async function placeAgain(
  ctx: Ctx,
  first: RunRow,
  { source, values, model, input }: SentAgain['plan'],
  { kind, going, form, tree }: Pick<NonNullable<RunPlan['parent']>, 'kind' | 'going' | 'form' | 'tree'>,
): Promise<RunRow> {
  await refuseCrowd(ctx, 1);
  const { comparisonId, id, setName: name, setIndex: index } = first;
  const siblings = await listRunsOfComparison(ctx.tx, ctx.organizationId, comparisonId);
  const sampleIndex = Math.max(...siblings.map((row) => row.sampleIndex));
  const { runs } = await placeRuns(ctx, {
    comparison: { id: comparisonId },
    sets: [{ source, values, set: name === null || index === null ? null : { name, index } }],
    models: [model],
    input,
    budget: await budgetOf(ctx),
    limits: await useLimitsOf(ctx),
    parent: { id, sampleIndex, kind, going, form, tree },
  });
  const [run] = runs;
  if (!run) throw ServerError.unexpected();
  return run;
}

function keptContext(items: readonly ContextItemRow[]): ContextPack['items'] {
  const lacking = items.filter((item) => item.text === null);
  if (lacking.length > 0)
    throw RunError.context_needed({ paths: lacking.map(({ path }) => path).slice(0, 100) });
  return items.map(({ path, from, to, text, hash, tokens }) => ({
    path,
    text: text ?? '',
    hash,
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
    ...(tokens === null ? {} : { tokens }),
  }));
}

function valuesOf(
  { values, omittedValues }: InputRow,
  given: Record<string, unknown>,
): Record<string, unknown> {
  const lacking = omittedValues.map(({ name }) => name).filter((name) => !Object.hasOwn(given, name));
  if (lacking.length > 0) throw RunError.values_needed({ names: lacking });
  const files = omittedValues.map(({ name }) => [name, given[name]] as const);
  return { ...values, ...Object.fromEntries(files) };
}

/** What it ran. */
export function sourceOf(
  { promptId, versionNumber }: Pick<RunRow, 'promptId' | 'versionNumber'>,
  { document }: InputRow,
): RunSource {
  if (document) return { kind: 'document', document, ...(promptId ? { promptId } : {}) };
  if (promptId === null || versionNumber === null) throw ServerError.unexpected();
  return { kind: 'version', promptId, number: versionNumber };
}

function newestOf({ promptId }: RunRow): RunSource {
  if (promptId === null) throw RunError.no_prompt();
  return { kind: 'label', promptId, label: 'latest' };
}

async function sameModel(ctx: Ctx, { connectionId, connectionName, model }: RunRow): Promise<ChosenModel> {
  try {
    return await chooseModel(ctx, { connectionId, model });
  } catch (error) {
    const gone = error instanceof DomainError && error.code === ResourceError.not_found.code;
    if (gone) throw RunError.connection_gone({ name: connectionName });
    throw error;
  }
}

/** What is sent now and was not sent then, by the content and not by what the sender calls it. */
function changedItems(before: readonly ContextItemRow[], now: ContextPack['items']): RetriedRun['changed'] {
  const known = new Set(before.map(({ path, from, to, hash }) => JSON.stringify([path, from, to, hash])));
  return now
    .map(({ path, from = null, to = null, text }) => ({ path, from, to, hash: hashOf(text) }))
    .filter((item) => !known.has(JSON.stringify([item.path, item.from, item.to, item.hash])))
    .map(({ path, from, to }) => ({ path, from, to }));
}
