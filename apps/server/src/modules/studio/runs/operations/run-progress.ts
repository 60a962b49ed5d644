/** What a run has said so far, as it grows from the gateway's events. */
import type { RunEvent } from '@promptvault/contract/studio/runs/events';
import type { FinishReason, ModelError, ModelEvent, ModelUsage } from '@promptvault/wire/model-event';
import { storable } from '../../../../foundation/text/storable.ts';
import type { ToolCall } from '../schema.ts';

export interface RunProgress {
  output: string;
  reasoning: string;
  toolCalls: ToolCall[];
  /** Rises with each call of a tool and each answer of one. */
  steps: number;
  warnings: string[];
  marked: number;
  usage: ModelUsage | undefined;
  /** How much had been said when the usage came, in UTF-16 units. */
  usageAt: number;
  /** How the call ended; undefined while it goes on. */
  end: { reason: FinishReason } | { error: ModelError } | undefined;
  /** Takes in an event. @returns what followers are told of it. */
  take(event: AnswerEvent): RunEvent[];
}

/** What a model says, and what the tools it called answer. */
export type AnswerEvent = ModelEvent | ToolAnswer;
export type ToolAnswer = { type: 'tool-result'; id: string } & NonNullable<ToolCall['result']>;

/** A provider that talks for ever fills neither the memory nor the row. */
export const longestOutput = 8_000_000;
const mostWarnings = 50;
const mostToolCalls = 200;

export function createProgress(runId: string): RunProgress {
  const text = createTextIntake();
  const reasoning = createTextIntake();
  const clean = (raw: string) => {
    const { text: stored, replaced } = storable(raw);
    progress.marked += replaced;
    return stored;
  };

  const progress: RunProgress = {
    output: '',
    reasoning: '',
    toolCalls: [],
    steps: 0,
    warnings: [],
    marked: 0,
    usage: undefined,
    usageAt: 0,
    end: undefined,
    take(event) {
      switch (event.type) {
        case 'text-delta':
          return said('text-delta', text.take(event.text));
        case 'reasoning-delta':
          return said('reasoning-delta', reasoning.take(event.text));
        case 'tool-call':
          if (progress.toolCalls.length >= mostToolCalls) return [];
          progress.steps += 1;
          return [{ type: 'tool-call', runId, ...remember(progress.toolCalls, cleanCall(event)) }];
        case 'tool-result':
          return answered(event);
        case 'warning':
          if (progress.warnings.length >= mostWarnings) return [];
          return [{ type: 'warning', runId, message: remember(progress.warnings, clean(event.message)) }];
        case 'usage':
          progress.usage = event;
          progress.usageAt = progress.output.length + progress.reasoning.length;
          return [{ type: 'usage', runId, ...toUsage(event) }];
        case 'end':
          progress.end = { reason: event.finishReason };
          return [...said('reasoning-delta', reasoning.rest()), ...said('text-delta', text.rest())];
        case 'error':
          progress.end = { error: { ...event, message: clean(event.message) } };
          return [...said('reasoning-delta', reasoning.rest()), ...said('text-delta', text.rest())];
      }
    },
  };

  function said(type: 'text-delta' | 'reasoning-delta', raw: string): RunEvent[] {
    if (raw === '') return [];
    const words = clean(raw);
    const part = type === 'text-delta' ? 'output' : 'reasoning';
    progress[part] += words;
    return [{ type, runId, text: words }];
  }

  function answered({ type: _type, id: given, output, ...rest }: ToolAnswer): RunEvent[] {
    const id = storable(given).text;
    const call = progress.toolCalls.find((one) => one.id === id);
    if (!call) return [];
    progress.steps += 1;
    call.result = { ...rest, output: clean(output) };
    return [{ type: 'tool-result', runId, id, ...call.result }];
  }

  function cleanCall({ id, name, input }: Extract<ModelEvent, { type: 'tool-call' }>): ToolCall {
    return JSON.parse(JSON.stringify({ id, name, input }), (_key, value: unknown) => {
      if (typeof value === 'string') return clean(value);
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [clean(key), inner]));
    }) as ToolCall;
  }

  return progress;
}

function remember<T>(list: T[], item: T): T {
  list.push(item);
  return item;
}

/** Holds back half of a character at the end of a delta until its other half comes. */
function createTextIntake(): { take(delta: string): string; rest(): string } {
  let half = '';
  return {
    take(delta) {
      const whole = half + delta;
      const last = whole.charCodeAt(whole.length - 1);
      half = last >= 0xd800 && last <= 0xdbff ? whole.slice(-1) : '';
      return half === '' ? whole : whole.slice(0, -1);
    },
    rest() {
      const left = half;
      half = '';
      return left;
    },
  };
}

export const toUsage = (usage: ModelUsage) => ({
  inputTokens: usage.inputTokens,
  outputTokens: usage.outputTokens,
  cachedInputTokens: usage.cachedInputTokens ?? null,
  reasoningTokens: usage.reasoningTokens ?? null,
  estimated: usage.estimated,
});
