export type ProtocolName = 'openai' | 'openai_responses' | 'anthropic' | 'google' | 'openai_compatible';

/** What goes wrong after some tokens. `end` closes politely but too early, `reset` tears the connection down. */
export type Accident = 'hang' | 'end' | 'reset' | 'error' | 'garbage';

/** How the scripted provider answers one request. Everything is optional; `{}` answers a short text at once. */
export type Behaviour = {
  /** Answers with this HTTP status and the protocol's own error body instead of a stream. */
  status?: number;
  headers?: Record<string, string>;
  errorMessage?: string;
  /** Accepts the request and never says anything: not even headers, or nothing after them. */
  hang?: 'before-headers' | 'after-headers';
  /** Sent as it is, with status 200, in place of a stream. */
  raw?: { contentType: string; body: string };
  /** Recorded events, one JSON a line, replayed with the protocol's framing. */
  recorded?: readonly string[];
  text?: string;
  /** Computes the text from the request; wins over `text`. */
  textFrom?: (body: unknown) => string;
  /** The vector of a text, where embeddings are asked for. */
  vectorFrom?: (text: string) => number[];
  reasoning?: string;
  tool?: { name: string; input: unknown };
  firstTokenDelayMs?: number;
  /** Without it, as fast as the connection takes them. */
  tokensPerSecond?: number;
  /** A ping event (Anthropic) or a comment line (the others) before each n-th token. */
  pingEvery?: number;
  accident?: { afterTokens: number; kind: Accident };
  /** Writes the stream in small pieces cut at seeded random bytes, also inside characters. */
  splitSeed?: number;
  /** The connection stays open after the end of the answer. */
  staysOpen?: boolean;
  /** The stream ends after this many bytes, wherever that is. */
  cutAtByte?: number;
  finishReason?: 'stop' | 'length' | 'content_filter';
  /** False leaves out the token counts. */
  usage?: boolean;
};
