/**
 * A model with tools: it speaks, calls tools, is told what they answered, and speaks on, until it calls none. A tool
 * that is only declared ends the run with its call, for whoever asked to carry it out.
 */
import type { Tool } from '@promptvault/document';
import type { ModelCall, ModelEvent, ModelUsage, ToolTurn } from '@promptvault/wire/model-event';
import type { Ports } from '../../../../foundation/context/ctx.ts';
import { toDomainError } from '../../../../foundation/errors/problem.ts';
import { callPrompt } from './call-prompt.ts';
import { callTool, type ToolOutcome } from './call-tool.ts';
import type { LiveRun } from './execute-run.ts';
import { findSecrets } from './find-secrets.ts';
import { holdStep } from './hold-step.ts';
import { isBudgetCode } from './purses.ts';
import type { AnswerEvent } from './run-progress.ts';
import { failed } from './tool-answer.ts';

/** Calls of the model in one run. */
export const mostSteps = 12;
/** Calls of tools in one step; a model that asks for more is told so for each of them. */
const mostAtOnce = 16;
/** For all steps together; what goes on then is not cut off, but nothing more is begun. */
export const longestMs = 15 * 60_000;

type Ended = Extract<ModelEvent, { type: 'end' | 'error' }>;
type Called = Extract<ModelEvent, { type: 'tool-call' }> & { ownId: string };

/** As the gateway's stream: the last event, and only it, is `end` or `error`. Usage is of all steps so far. */
export async function* converse(ports: Ports, live: LiveRun, call: ModelCall): AsyncGenerator<AnswerEvent> {
  const { tools, confirmedTools } = live.order;
  const began = ports.clock.monotonic();
  const ids = createIds();
  const turns: ToolTurn[] = [];
  let usage: ModelUsage | undefined;
  let saidBefore = false;
  for (let step = 1; ; step += 1) {
    const calls: Called[] = [];
    let text = '';
    let last: Ended | undefined;
    for await (const event of ports.llm.stream(step === 1 ? call : { ...call, turns })) {
      if (event.type === 'end' || event.type === 'error') last = event;
      else if (event.type === 'usage') {
        usage = sumOf(usage, event);
        live.stepTokens = 0;
      } else if (event.type === 'tool-call') {
        const ownId = ids.next(event.id);
        calls.push({ ...event, ownId });
        yield { type: 'tool-call', id: ownId, name: event.name, input: event.input };
      } else {
        // What is said after a tool answered is a paragraph of its own.
        if (event.type === 'text-delta' && text === '' && saidBefore)
          yield { type: 'text-delta', text: '\n\n' };
        if (event.type === 'text-delta') text += event.text;
        yield event;
      }
    }
    if (usage) yield { type: 'usage', ...usage };
    if (!last) return;
    if (last.type === 'error' || !isToGoOn(last.finishReason, calls, tools)) {
      yield last;
      return;
    }
    const halt = haltOf(step, ports.clock.monotonic() - began);
    if (halt) {
      yield { type: 'warning', message: halt };
      yield last;
      return;
    }
    saidBefore ||= text !== '';
    const results: ToolTurn['calls'][number][] = [];
    const { signal } = call;
    // Whatever becomes of this process: what it called is known.
    await live.written();
    if (signal.aborted) {
      yield { type: 'end', finishReason: 'interrupted' };
      return;
    }
    const running = calls.map((called, place) =>
      place < mostAtOnce
        ? callTool(ports, {
            call: called,
            tools,
            confirmedTools,
            signal,
            callPrompt: callPrompt(ports, live),
            findSecrets: findSecrets(ports, live),
          })
        : Promise.resolve(refusedOf(`Nothing was done: at most ${mostAtOnce} tools are called at once.`)),
    );
    for (const [place, { id, ownId, name, input, meta }] of calls.entries()) {
      const outcome = (await running[place]) as ToolOutcome;
      yield { type: 'tool-result', id: ownId, ...outcome };
      results.push({ id, name, input, ...(meta === undefined ? {} : { meta }), result: outcome });
    }
    const thoughts = calls.flatMap(({ thoughts: before = [] }) => before);
    turns.push({ text, calls: results, ...(thoughts.length > 0 ? { thoughts } : {}) });
    if (signal.aborted) {
      yield { type: 'end', finishReason: 'interrupted' };
      return;
    }
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

/** An answer that was cut off, filtered or refused may hold calls that nobody means any more. */
const endsAll = new Set(['length', 'interrupted', 'content_filter', 'refusal']);

/** Whether all that was called can be carried out here; a name that no tool has is told to the model. */
function isToGoOn(reason: string, calls: readonly Called[], tools: readonly Tool[]): boolean {
  if (calls.length === 0 || endsAll.has(reason)) return false;
  return calls.every(({ name }) => {
    const named = tools.filter((tool) => tool.name === name);
    return named.length === 0
      ? tools.some(({ implementation }) => implementation)
      : named.some(({ implementation }) => implementation);
  });
}

function haltOf(step: number, ms: number): string | undefined {
  if (step >= mostSteps) return `It called tools ${mostSteps} times in a row and was ended there.`;
  if (ms > longestMs) return `It was ended after ${Math.round(ms / 60_000)} minutes of calling tools.`;
  return undefined;
}

const refusedOf = (output: string): ToolOutcome => ({ ...failed(output), durationMs: 0 });

/** Some providers count the ids of calls from the start in each step; followers need each id once. */
function createIds() {
  const seen = new Set<string>();
  return {
    next(id: string): string {
      let own = id;
      for (let number = 2; seen.has(own); number += 1) own = `${id}#${number}`;
      seen.add(own);
      return own;
    },
  };
}

export function sumOf(before: ModelUsage | undefined, usage: ModelUsage): ModelUsage {
  if (!before) return usage;
  const sum = (key: 'cachedInputTokens' | 'cacheWriteTokens' | 'reasoningTokens') => {
    const total = (before[key] ?? 0) + (usage[key] ?? 0);
    return total === 0 ? {} : { [key]: total };
  };
  return {
    inputTokens: before.inputTokens + usage.inputTokens,
    outputTokens: before.outputTokens + usage.outputTokens,
    ...sum('cachedInputTokens'),
    ...sum('cacheWriteTokens'),
    ...sum('reasoningTokens'),
    estimated: before.estimated || usage.estimated,
  };
}
