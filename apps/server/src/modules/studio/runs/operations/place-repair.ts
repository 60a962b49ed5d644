import type { AnswerOutcomeView } from '@promptvault/contract/studio/runs/shapes';
import type { Message } from '@promptvault/document';
import type { Ports } from '../../../../foundation/context/ctx.ts';
import type { LiveRun, RunOrder } from './execute-run.ts';
import { placePart } from './place-part.ts';

interface Wrong {
  answer: string;
  problems: AnswerOutcomeView['problems'];
}

/**
 * Places a run that asks once more for the answer of another.
 * @returns what is to be called now
 * @throws budget.exhausted
 */
export async function placeRepair(ports: Ports, live: LiveRun, wrong: Wrong): Promise<RunOrder> {
  const { order, model, processId } = live;
  const { organizationId, authorId, settings, attachments } = order;
  const messages = messagesAgain(order, wrong);
  const scope = { organizationId, job: 'studio/runs.repair', onBehalfOf: authorId };
  const runId = await ports.within(scope, (ctx) =>
    placePart(ctx, {
      ...{ parentId: order.runId, kind: 'repair', model, messages, attachments, settings, processId },
    }),
  );
  return {
    ...order,
    runId,
    model: { ...model, fallbacks: [] },
    messages,
    responseSchema: order.form?.schema ?? null,
    tools: [],
    form: null,
    techniques: {},
    result: null,
    cacheKey: null,
    cached: null,
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
