/**
 * Runs JavaScript that people wrote (assertions of suites, tools of prompts) where it can reach nothing: an
 * interpreter (QuickJS in WebAssembly) in a thread of its own. A snippet gets JSON and gives JSON. There is no
 * network, no file system, no module, no timer and no clock but `Date`; nothing of one snippet is left for the
 * next. It never throws for what a snippet does: each way to end is an outcome.
 */
export interface Isolate {
  /** Runs one snippet, after those before it where all threads are taken. Not to be awaited in a transaction. */
  run(snippet: Snippet, signal?: AbortSignal): Promise<Outcome>;
  /** Ends the threads; what still runs or waits is refused as `ended`. */
  shutDown(): Promise<void>;
}

export interface Snippet {
  /**
   * An expression (`output.length > 3`), or the body of a function that returns (`const n = …; return n > 3`).
   * `await` is allowed; a promise that nothing settles is `threw`.
   */
  code: string;
  /** JSON values by the names under which the code sees them; the names are identifiers. */
  input: Readonly<Record<string, unknown>>;
}

export type Outcome =
  /** What the snippet gave, as JSON: `undefined` is null. */
  | { kind: 'value'; value: unknown }
  /** It threw, or is no JavaScript (`name` is then SyntaxError). Both texts are the snippet's: show them as text. */
  | { kind: 'threw'; name: string; message: string }
  | { kind: 'timeout'; afterMs: number }
  | { kind: 'memory'; limitBytes: number }
  | { kind: 'refused'; reason: Refusal };

export type Refusal =
  | 'code_too_long'
  | 'input_too_long'
  | 'output_too_long'
  /** As many wait as may wait. */
  | 'crowded'
  /** The caller gave up, or the process ends. */
  | 'ended';

export interface IsolateLimits {
  /** Wall time of one snippet in ms, from when a thread takes it. The thread is ended then. */
  wallMs: number;
  /** What the snippet may allocate, in bytes. */
  heapBytes: number;
  /** What the interpreter as a whole may take, in bytes: a whole number of 64 KiB pages. */
  memoryBytes: number;
  /** Length of the code, of the input as JSON and of the output as JSON, in UTF-16 units. */
  codeLength: number;
  inputLength: number;
  outputLength: number;
  /** Threads at once, and snippets that may wait for one. */
  threads: number;
  waiting: number;
  /** How long a thread without work is kept, in ms. */
  idleMs: number;
}

export const isolateLimits: IsolateLimits = {
  wallMs: 3000,
  heapBytes: 128 * 2 ** 20,
  memoryBytes: 256 * 2 ** 20,
  codeLength: 100_000,
  inputLength: 4_000_000,
  outputLength: 1_000_000,
  threads: 2,
  waiting: 1000,
  idleMs: 10_000,
};
