/** What crosses between the pool and a thread of it: one snippet, then one reply. Input and value are JSON texts. */

export interface ThreadOptions {
  heapBytes: number;
  memoryBytes: number;
  outputLength: number;
}

export interface ThreadRequest {
  code: string;
  names: string[];
  input: string;
}

export type ThreadReply =
  | { kind: 'ready' }
  | { kind: 'value'; json: string }
  | { kind: 'threw'; name: string; message: string }
  | { kind: 'memory' }
  | { kind: 'too_long' };
