import type { AnswerOutcomeView } from '@promptvault/contract/studio/runs/shapes';
import { hashMessages, type Message } from '@promptvault/document';
import type { Ports } from '../../../../foundation/context/ctx.ts';
import { ServerError } from '../../../../foundation/errors/foundation-errors.ts';
import { budgetOf, reserveSpending } from '../../../account/billing/index.ts';
import { runStartedEvent } from '../events.ts';
import { findInput, findRunState, insertRunRows, type NewRun } from '../repository.ts';
import { toSubject } from '../views.ts';
import type { LiveRun, RunOrder } from './execute-run.ts';
import { worstCostOf } from './worst-cost.ts';

interface Wrong {
  answer: string;
  problems: AnswerOutcomeView['problems'];
  processId: string;
}

/**
 * Writes the row of a run that asks once more for the answer of another, and holds what it may cost.
 * @returns what is to be called once this is committed
 * @throws budget.exhausted
 */
export async function placeRepair(ports: Ports, live: LiveRun, wrong: Wrong): Promise<RunOrder> {
  const { order, model } = live;
  const { organizationId, authorId, settings } = order;
  const responseSchema = order.form?.schema ?? null;
  const messages = messagesAgain(order, wrong);
  const sentHash = hashMessages(messages);
  const scope = { organizationId, job: 'studio/runs.repair', onBehalfOf: authorId };
  const runId = await ports.within(scope, async (ctx) => {
    const parent = await findRunState(ctx.tx, organizationId, order.runId);
    const input = parent && (await findInput(ctx.tx, organizationId, parent.inputId));
    if (!parent || !input) throw ServerError.unexpected();
    const budget = await budgetOf(ctx);
    const now = ctx.clock.now();
    const held = budget ? await worstCostOf(model, { messages, settings }, now) : null;
    if (budget && held !== null) await reserveSpending(ctx, budget, held);
    const { connectionId, connectionName, provider, model: name } = model;
    const row: NewRun = {
      organizationId,
      id: ctx.newId(),
      comparisonId: parent.comparisonId,
      inputId: ctx.newId(),
      parentId: parent.id,
      kind: 'repair',
      sampleIndex: parent.sampleIndex,
      setName: parent.setName,
      setIndex: parent.setIndex,
      status: 'queued',
      authorId,
      promptId: parent.promptId,
      promptTitle: parent.promptTitle,
      versionId: parent.versionId,
      versionNumber: parent.versionNumber,
      ...{ connectionId, connectionName, provider, model: name },
      toolCalls: [],
      warnings: [],
      reservedMicroDollars: held,
      createdAt: now,
      processId: wrong.processId,
      heartbeatAt: now,
    };
    const kept = input.keepContext ? messages : null;
    await insertRunRows(ctx.tx, {
      inputs: [{ ...input, id: row.inputId, sentHash, messages: kept, createdAt: now }],
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
  });
  const alone = { ...model, fallbacks: [] };
  return {
    ...order,
    runId,
    model: alone,
    messages,
    responseSchema,
    tools: [],
    form: null,
    rolledMicroDollars: 0,
  };
}

function messagesAgain({ messages, form }: RunOrder, { answer, problems }: Wrong): Message[] {
  // What went on with an answer ends with its beginning, which is given whole here.
  const asked = form?.before ? messages.slice(0, messages.findLastIndex(isAssistant)) : messages;
  const list = problems.map(({ path, message }) => `- ${path === '' ? 'the whole' : path}: ${message}`);
  const words = `Your answer does not follow the JSON schema it should:\n${list.join('\n')}\n\nGive the whole answer again, with this put right and everything else as it was: JSON alone, no other word.`;
  return [...asked, { role: 'assistant', content: answer || '(nothing)' }, { role: 'user', content: words }];
}

const isAssistant = ({ role }: Message) => role === 'assistant';
