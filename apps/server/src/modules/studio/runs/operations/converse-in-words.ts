/** ReAct: as converse.ts, for models that call no tools by themselves. They act in words, one call a step. */
import {
  createReActReader,
  observationMark,
  observationOf,
  type ReActPiece,
} from '@promptvault/document/techniques';
import type { ModelCall, ModelEvent, ModelUsage, ToolTurn } from '@promptvault/wire/model-event';
import type { Ports } from '../../../../foundation/context/ctx.ts';
import { toDomainError } from '../../../../foundation/errors/problem.ts';
import { callPrompt } from './call-prompt.ts';
import { callTool } from './call-tool.ts';
import { longestMs, sumOf } from './converse.ts';
import type { LiveRun } from './execute-run.ts';
import { findSecrets } from './find-secrets.ts';
import { holdStep } from './hold-step.ts';
import { isBudgetCode } from './purses.ts';
import type { AnswerEvent } from './run-progress.ts';

type Ended = Extract<ModelEvent, { type: 'end' | 'error' }>;

/** Some providers take no more stop texts than this. */
const mostStops = 4;

const told = ({ kind, text }: ReActPiece): AnswerEvent => ({
  type: kind === 'thought' ? 'reasoning-delta' : 'text-delta',
  text,
});

/** The last event, and only it, is `end` or `error`. Usage is of all steps so far. */
export async function* converseInWords(
  ports: Ports,
  live: LiveRun,
  call: ModelCall,
): AsyncGenerator<AnswerEvent> {
  const { tools, confirmedTools, techniques } = live.order;
  const { signal } = call;
  const began = ports.clock.monotonic();
  const { stop = [] } = call.settings;
  const settings =
    stop.length < mostStops ? { ...call.settings, stop: [...stop, observationMark] } : call.settings;
  const turns: ToolTurn[] = [];
  let messages = call.messages;
  let usage: ModelUsage | undefined;
  for (let step = 1; ; step += 1) {
    const reader = createReActReader();
    let last: Ended | undefined;
    // The form of the answer is asked for in words too: a provider that holds to it would let no step be taken.
    const asked = { ...call, messages, settings, tools: [], responseSchema: null };
    for await (const event of ports.llm.stream(asked)) {
      if (event.type === 'end' || event.type === 'error') last = event;
      else if (event.type === 'usage') {
        usage = sumOf(usage, event);
        live.stepTokens = 0;
      } else if (event.type === 'text-delta') for (const piece of reader.take(event.text)) yield told(piece);
      else yield event;
    }
    const { pieces, action, said } = reader.end();
    for (const piece of pieces) yield told(piece);
    if (usage) yield { type: 'usage', ...usage };
    if (!last) return;
    if (last.type === 'error' || last.finishReason !== 'stop' || !action) {
      yield last;
      return;
    }
    const id = `step-${step}`;
    yield { type: 'tool-call', id, ...action };
    if (tools.some(({ name, implementation }) => name === action.name && !implementation)) {
      yield { type: 'end', finishReason: 'tool_calls' };
      return;
    }
    if (step >= (techniques.react?.steps ?? 1) || ports.clock.monotonic() - began > longestMs) {
      yield { type: 'warning', message: `It was ended after ${step} steps without an answer.` };
      yield { type: 'end', finishReason: 'tool_calls' };
      return;
    }
    // Whatever becomes of this process: what it called is known.
    await live.written();
    if (signal.aborted) {
      yield { type: 'end', finishReason: 'interrupted' };
      return;
    }
    const outcome = await callTool(ports, {
      call: action,
      tools,
      confirmedTools,
      signal,
      callPrompt: callPrompt(ports, live),
      findSecrets: findSecrets(ports, live),
    });
    yield { type: 'tool-result', id, ...outcome };
    if (signal.aborted) {
      yield { type: 'end', finishReason: 'interrupted' };
      return;
    }
    turns.push({ text: said, calls: [{ id, ...action, result: outcome }] });
    messages = [
      ...messages,
      { role: 'assistant', content: said },
      { role: 'user', content: observationOf(outcome.output) },
    ];
    try {
      await holdStep(ports, live, turns);
    } catch (thrown) {
      const { code, message } = toDomainError(thrown);
      if (!isBudgetCode(code)) throw thrown;
      yield { type: 'error', code: code as never, message, retryable: false };
      return;
    }
  }
}
