import type { Settings, Tool } from '@promptvault/document';
import type { CompatibleServer } from './compatible-server.ts';
import type { AttachmentFacts } from './read-attachment.ts';
import type { SettingsTaken } from './setting-support.ts';

/** How OpenAI and servers like it are asked: over chat completions or over the newer responses. */
export type OpenAiApi = 'chat' | 'responses';

export type ModelProvider = 'openai' | 'anthropic' | 'google' | 'openai_compatible' | 'echo';

/** An attachment as it is sent. */
export type CallAttachment = AttachmentFacts & { data: Uint8Array };

/** One call of one model. `baseUrl: null` means the provider's own address. */
export type ModelCall = {
  provider: ModelProvider;
  /** For OpenAI and compatible servers; absent means chat completions. */
  api?: OpenAiApi;
  baseUrl: string | null;
  apiKey: string | null;
  model: string;
  /** Whose failures are counted together: a connection. Without it nothing is counted. */
  keyId?: string;
  messages: { role: 'system' | 'user' | 'assistant'; content: string }[];
  /** Sent with the last message of the user. */
  attachments?: readonly CallAttachment[];
  /** What was said after the messages, by a model that called tools. */
  turns?: readonly ToolTurn[];
  settings: Settings;
  /** Which of them the model takes; what it surely does not is left out with a warning. Absent: all are sent. */
  takes?: SettingsTaken;
  /** The longest answer of the model in tokens, as far as anybody says. */
  longestAnswer?: number | null;
  tools: Tool[];
  /** The program that answers for a compatible server, where it is known: each has names of its own. */
  server?: CompatibleServer | null;
  /** A JSON schema the answer must follow, or null for text. */
  responseSchema: unknown;
  /** How the model is told of the schema; absent means by its provider's own way. */
  schemaBy?: 'provider' | 'words';
  /** Stop: closes the upstream call. */
  signal: AbortSignal;
  /** Until the first text, reasoning or tool call. Pings do not count. */
  firstTokenTimeoutMs: number;
  /** Between two signs of life after the first token. */
  idleTimeoutMs: number;
};

/** Thoughts of a model, and what its provider knows them again by. */
export type Thought = { text: string; meta?: unknown };

/** One step of a model with tools: what it said and called, and what came of each call, in the same order. */
export type ToolTurn = {
  text: string;
  /** What it thought before, where its provider wants that back with the calls. */
  thoughts?: readonly Thought[];
  calls: readonly {
    id: string;
    name: string;
    input: unknown;
    /** What the provider wants to be given back with the call, such as a signature of its thoughts. */
    meta?: unknown;
    result: { ok: boolean; output: string };
  }[];
};

export type ModelErrorCode =
  | 'model.unauthorized'
  | 'model.rate_limited'
  | 'model.overloaded'
  | 'model.timeout'
  | 'model.refused_request'
  | 'model.attachments_not_taken'
  | 'model.not_found'
  | 'model.unreachable'
  | 'model.cut'
  | 'model.garbled'
  | 'model.resting'
  | 'model.provider_error';

/** A failure in words a person can act on. No key is ever part of the message. */
export type ModelError = {
  code: ModelErrorCode;
  message: string;
  /** The same call may succeed later. */
  retryable: boolean;
  retryAfterMs?: number;
  /** HTTP status, where the provider gave one. */
  status?: number;
};

export type ModelUsage = {
  inputTokens: number;
  outputTokens: number;
  cachedInputTokens?: number;
  cacheWriteTokens?: number;
  reasoningTokens?: number;
  /** Counted by us, since the provider did not say. */
  estimated: boolean;
};

export type FinishReason =
  | 'stop'
  | 'length'
  /** A filter of the provider ended the answer, or let none begin. */
  | 'content_filter'
  /** The model itself declined to answer. What it says of it is the answer's text. */
  | 'refusal'
  | 'tool_calls'
  | 'interrupted'
  | 'other';

/** What a call yields. The last one, and only it, is `end` or `error`. */
export type ModelEvent =
  | { type: 'text-delta'; text: string }
  | { type: 'reasoning-delta'; text: string }
  /** The first of a step carries the thoughts that its provider wants back. */
  | {
      type: 'tool-call';
      id: string;
      name: string;
      input: unknown;
      meta?: unknown;
      thoughts?: readonly Thought[];
    }
  /** Something was left out or is being tried again; the call goes on. */
  | { type: 'warning'; message: string }
  | ({ type: 'usage' } & ModelUsage)
  | { type: 'end'; finishReason: FinishReason }
  | ({ type: 'error' } & ModelError);
