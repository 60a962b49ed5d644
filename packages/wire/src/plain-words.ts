/**
 * The short way for what a model says most: events that are nothing but the next words of an answer. They are read
 * here, at a tenth of the cost, and never reach the provider's package, which reads everything else.
 */
import { type Fields, isFields } from './fields.ts';
import type { ModelCall } from './model-event.ts';

export interface Words {
  type: 'text-delta' | 'reasoning-delta';
  delta: string;
  /** Where thoughts stood, if their server names them in a way of its own. */
  field?: string;
}

/** What an event says beside nothing; undefined when it may say anything else. */
export type WordsOf = (data: unknown) => Words | undefined;

const fieldsOf = (value: unknown): Fields | undefined => (isFields(value) ? value : undefined);

/** The only element of a list of one. */
const onlyOf = (value: unknown): Fields | undefined =>
  Array.isArray(value) && value.length === 1 ? fieldsOf(value[0]) : undefined;

/** Whether no other field than these holds anything. */
const holdsOnly = (fields: Fields, known: readonly string[]): boolean =>
  Object.entries(fields).every(([name, value]) => value === null || known.includes(name));

const words = (type: Words['type'], delta: unknown): Words | undefined =>
  typeof delta === 'string' && delta !== '' ? { type, delta } : undefined;

const chat: WordsOf = (data) => {
  const event = fieldsOf(data);
  const choice = onlyOf(event?.choices);
  const delta = fieldsOf(choice?.delta);
  if (!event || !choice || !delta || event.error || event.usage) return undefined;
  if (!holdsOnly(choice, ['index', 'delta'])) return undefined;
  if (holdsOnly(delta, ['role', 'content'])) return words('text-delta', delta.content);
  for (const name of ['reasoning_content', 'reasoning'])
    if (holdsOnly(delta, ['role', name])) {
      const said = words('reasoning-delta', delta[name]);
      return said && { ...said, field: name };
    }
  return undefined;
};

const responses: WordsOf = (data) => {
  const event = fieldsOf(data);
  if (event?.type === 'response.output_text.delta') return words('text-delta', event.delta);
  if (event?.type === 'response.reasoning_summary_text.delta') return words('reasoning-delta', event.delta);
  // What models whose thoughts are open think; the package passes over it.
  if (event?.type === 'response.reasoning_text.delta') return words('reasoning-delta', event.delta);
  return undefined;
};

const anthropic: WordsOf = (data) => {
  const event = fieldsOf(data);
  const delta = event?.type === 'content_block_delta' ? fieldsOf(event.delta) : undefined;
  if (delta?.type === 'text_delta') return words('text-delta', delta.text);
  if (delta?.type === 'thinking_delta') return words('reasoning-delta', delta.thinking);
  return undefined;
};

const google: WordsOf = (data) => {
  const event = fieldsOf(data);
  const candidate = onlyOf(event?.candidates);
  const part = onlyOf(fieldsOf(candidate?.content)?.parts);
  if (!event || !candidate || !part || event.promptFeedback) return undefined;
  if (!holdsOnly(candidate, ['content', 'index', 'safetyRatings'])) return undefined;
  if (holdsOnly(part, ['text'])) return words('text-delta', part.text);
  if (part.thought === true && holdsOnly(part, ['text', 'thought']))
    return words('reasoning-delta', part.text);
  return undefined;
};

const none: WordsOf = () => undefined;

/** Hears none where a package may have its own mind about words: with a schema some answer by a tool. */
export function wordsOfCall({ provider, api, responseSchema }: ModelCall): WordsOf {
  if (responseSchema !== null && responseSchema !== undefined) return none;
  switch (provider) {
    case 'openai':
    case 'openai_compatible':
      return api === 'responses' ? responses : chat;
    case 'anthropic':
      return anthropic;
    case 'google':
      return google;
    case 'echo':
      return none;
  }
}

/** After everything that waits to be done now. Browsers have no `setImmediate`; a timer of no time comes as late. */
const nextTurn = (): Promise<void> =>
  new Promise((resolve) => {
    if (typeof globalThis.setImmediate === 'function') setImmediate(resolve);
    else setTimeout(resolve, 0);
  });

const betweenEvents = /\r\n\r\n|\n\n|\r\r/g;
const longestGap = 4;
const oneEvent = /^(?:event: ?[^\r\n]*\r?\n)?data: ?(\{[^\r\n]*\})$/;
/** A block that never ends is no event: from here on the package reads all. */
const longestBlock = 1_000_000;

/** What is done with whole events that are no plain words before the package reads them. */
export interface Rest {
  readable(events: string): string;
  /** Told a body in which no event ever came; undefined where it is left as it is. */
  asEvents(text: string): string | undefined;
  /** What the package waits for and did not come, once nothing comes any more. */
  missing(): string;
}

const asItCame: Rest = { readable: (events) => events, asEvents: () => undefined, missing: () => '' };

/**
 * The body without its plain words, which `hear` is told in their order, those of one piece together.
 * What is left is what `rest` makes of it, with a line feed after an event that ends in a carriage return: the package
 * would wait for one before it reads the event, and be overtaken.
 */
export function withoutPlainWords(
  body: ReadableStream<Uint8Array>,
  wordsOf: WordsOf,
  hear: (words: Words) => void,
  { readable, asEvents, missing }: Rest = asItCame,
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const encoder = new TextEncoder();
  /** What came since the last event, in its pieces: joined once, however small they are. */
  let open: string[] = [];
  let held = 0;
  let tail = '';
  let readsAll = false;
  let hasPassed = false;
  /** Nothing but one text came until now. */
  let isUnbroken = true;

  const keep = (text: string) => {
    open.push(text);
    held += text.length;
    tail = (tail + text).slice(-longestGap);
  };

  /** @returns what the package must read of this text */
  const sift = (text: string): string => {
    const mayEnd = `${tail}${text}`.search(betweenEvents) !== -1;
    keep(text);
    if (readsAll) return takeOpen();
    if (!mayEnd && held <= longestBlock) return '';
    const whole = takeOpen();
    let plainTo = 0;
    let end = 0;
    let said: Words | undefined;
    isUnbroken = false;
    for (const { 0: gap, index } of whole.matchAll(betweenEvents)) {
      // What follows another event in one piece is the package's too: its words may be words as well.
      const found = plainTo === end ? wordsIn(whole.slice(end, index), wordsOf) : undefined;
      end = index + gap.length;
      if (!found) continue;
      plainTo = end;
      if (said?.type === found.type) said = { ...said, delta: said.delta + found.delta };
      else {
        if (said) hear(said);
        said = found;
      }
    }
    if (said) hear(said);
    const rest = whole.slice(plainTo, end);
    keep(whole.slice(end));
    readsAll = held > longestBlock;
    return readsAll ? rest + takeOpen() : rest;
  };
  const takeOpen = () => {
    const text = open.join('');
    open = [];
    held = 0;
    tail = '';
    return text;
  };

  const last = () => {
    const text = sift(decoder.decode()) + takeOpen();
    return (isUnbroken ? asEvents(text) : undefined) ?? text;
  };

  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      for (;;) {
        const { done, value } = await reader.read();
        // The package has read what it was given before the next words are told.
        if (hasPassed) await nextTurn();
        const rest = done ? last() : sift(decoder.decode(value, { stream: true }));
        hasPassed = rest !== '';
        if (hasPassed) {
          const whole = !readsAll && rest.endsWith('\r') ? `${rest}\n` : rest;
          controller.enqueue(encoder.encode(readable(whole)));
        }
        if (done) {
          const lacking = missing();
          if (lacking !== '') controller.enqueue(encoder.encode(lacking));
          return controller.close();
        }
        if (hasPassed) return;
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
}

function wordsIn(block: string, wordsOf: WordsOf): Words | undefined {
  const json = oneEvent.exec(block)?.[1];
  if (json === undefined) return undefined;
  try {
    return wordsOf(JSON.parse(json));
  } catch {
    return undefined; // The package says what is wrong with it.
  }
}
