import type { ProtocolName } from '../behaviour.ts';

/** One step of an answer, before it is put into a protocol's words. */
export type Beat =
  | { kind: 'open' }
  | { kind: 'text'; text: string }
  | { kind: 'reasoning'; text: string }
  | { kind: 'tool'; id: string; name: string; input: unknown }
  | { kind: 'ping' }
  | { kind: 'error'; message: string }
  | { kind: 'garbage' }
  | { kind: 'finish'; reason: 'stop' | 'length' | 'content_filter' | 'tool_calls'; usage: TokenUsage | null };

export type TokenUsage = { input: number; output: number; reasoning: number };

export type ModelCall = { model: string; body: Record<string, unknown>; inputTokens: number };

/** A wire protocol: how events look, how they are framed, how errors and model lists read. */
export type Protocol = {
  name: ProtocolName;
  /** Returns a function from a beat to the text that goes over the wire for it. */
  encoder(call: ModelCall): (beat: Beat) => string;
  /** Frames one recorded event. */
  frameRecorded(line: string): string;
  /** What follows the last recorded event. */
  closing: string;
  errorBody(status: number, message: string): unknown;
  models(ids: readonly string[]): unknown;
};

/** The texts of a request in order, whichever protocol it speaks: the scripted provider's idea of its input. */
export function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value !== 'object' || value === null) return [];
  const { content, parts, text, system, systemInstruction, messages, contents, instructions, input } =
    value as Record<string, unknown>;
  return [system, systemInstruction, instructions, messages, contents, input, content, parts, text].flatMap(
    textsOf,
  );
}
