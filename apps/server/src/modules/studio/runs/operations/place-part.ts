/** Runs that belong to the answer of another run: rows of their own in the history, paid for like all others. */
import { hashMessages, type Message, type Settings } from '@promptvault/document';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { ServerError } from '../../../../foundation/errors/foundation-errors.ts';
import { budgetOf } from '../../../account/billing/index.ts';
import type { ChosenModel } from '../../models/index.ts';
import { runStartedEvent } from '../events.ts';
import { findInput, findRunState, type InputRow, insertRunRows, type NewRun } from '../repository/runs.ts';
import { toSubject } from '../views.ts';
import { holdCost } from './hold-cost.ts';
import { type SentAttachment, withAttachmentsHash } from './run-attachments.ts';
import { worstCostOf } from './worst-cost.ts';

export interface NewPart {
  parentId: string;
  kind: 'repair' | 'tool' | 'vote' | 'thought' | 'verdict' | 'closing';
  /** Its id, where it is known before. */
  id?: string;
  /** What it may cost at most in millionths of a dollar, where that is known; else it is counted here. */
  held?: number;
  /** Where it is one of several; else that of its parent. */
  sampleIndex?: number;
  model: ChosenModel;
  messages: Message[];
  /** Those of its parent, where they are sent again. */
  attachments: readonly SentAttachment[];
  settings: Settings;
  /** The process that calls it. */
  processId: string;
  /** What it runs, where that is not what its parent runs. */
  other?: {
    prompt: { id: string; title: string };
    version: { id: string; number: number };
    input: Pick<InputRow, 'values' | 'omittedValues' | 'settings' | 'overrides'>;
  };
}

/**
 * Writes its row in the parent's comparison, and holds what it may cost. The last step of its transaction.
 * @returns its id, to be called once this is committed
 * @throws budget.exhausted, budget.price_unknown, run.purse_exhausted
 */
export async function placePart(ctx: Ctx, part: NewPart): Promise<string> {
  const { organizationId } = ctx;
  const { kind, model, messages, attachments, settings, processId, other } = part;
  const parent = await findRunState(ctx.tx, organizationId, part.parentId);
  const input = parent && (await findInput(ctx.tx, organizationId, parent.inputId));
  if (!parent || !input) throw ServerError.unexpected();
  const budget = await budgetOf(ctx);
  const now = ctx.clock.now();
  const { purseId } = parent;
  const worst =
    budget || purseId !== null
      ? (part.held ?? (await worstCostOf(model, { messages, settings, attachments }, now)))
      : 0;
  // What belongs to the answer of a run is paid from where the run is.
  await holdCost(ctx, { budget, purseId }, { models: [model], amount: worst });
  const { connectionId, connectionName, provider, model: name } = model;
  const sentHash = withAttachmentsHash(hashMessages(messages), attachments);
  const row: NewRun = {
    organizationId,
    id: part.id ?? ctx.newId(),
    comparisonId: parent.comparisonId,
    inputId: ctx.newId(),
    parentId: parent.id,
    kind,
    origin: 'part',
    sampleIndex: part.sampleIndex ?? parent.sampleIndex,
    setName: parent.setName,
    setIndex: parent.setIndex,
    status: 'queued',
    authorId: parent.authorId,
    promptId: other ? other.prompt.id : parent.promptId,
    promptTitle: other ? other.prompt.title : parent.promptTitle,
    versionId: other ? other.version.id : parent.versionId,
    versionNumber: other ? other.version.number : parent.versionNumber,
    ...{ connectionId, connectionName, provider, model: name },
    toolCalls: [],
    warnings: [],
    reservedMicroDollars: budget ? worst : null,
    purseId,
    purseHeldMicroDollars: purseId === null ? 0 : worst,
    createdAt: now,
    processId,
    heartbeatAt: now,
  };
  await insertRunRows(ctx.tx, {
    inputs: [
      {
        ...input,
        ...(other ? { ...other.input, document: null } : { settings }),
        id: row.inputId,
        sentHash,
        messages: input.keepContext ? messages : null,
        createdAt: now,
      },
    ],
    items: [],
    runs: [row],
  });
  await ctx.emit(
    runStartedEvent,
    { kind: 'run', id: row.id },
    { ...toSubject(row), sentHash, contextItems: 0 },
  );
  await ctx.entitlements.consume('run', 1);
  return row.id;
}
