/**
 * What servers say in another form than their protocol's package reads: an answer in one piece, words at the beginning
 * of a block, an error beside or in place of an event. The package would pass over it in silence, or refuse the whole
 * answer; here it is put into the form that it reads, and all else is left byte for byte as it came.
 */

import { type Fields, isFields } from './fields.ts';
import type { ModelCall } from './model-event.ts';
import type { NamedEnd } from './named-end.ts';
import type { Words } from './plain-words.ts';
import { mendUsageOf } from './readable-usage.ts';

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const listOf = (value: unknown): Fields[] => (Array.isArray(value) ? value.filter(isFields) : []);

export type EventReader = {
  /** The same events in the form the package reads. */
  readable(events: string): string;
  /** An answer that came in one piece, as events; undefined where it is none. */
  asEvents(answer: unknown): string | undefined;
  /** What the server left out at the end of its stream, and the package waits for. */
  missing(): string;
  /** Words that went the short way, and never come here. */
  heard(words: Words): void;
  /** Whether thoughts came in the field in which their server wants them back. */
  tellsThoughts(): boolean;
};

/** Looked into one by one, each once: a line may be as long as its provider likes. */
const lines = /[^\r\n]+/g;
const dataOf = (event: unknown) => `data: ${JSON.stringify(event)}`;

/** What stands for an event; undefined where it stays as it is. */
type Mend = (event: Fields) => Fields[] | undefined;

type Protocol = { mend: Mend; whole(answer: Fields): Fields[] | undefined };

export function createEventReader(
  call: Pick<ModelCall, 'provider' | 'api'>,
  ends: NamedEnd,
  left: (what: string) => void,
): EventReader {
  const said: Said = { words: false, streamed: false, called: false, reasoned: false, thoughts: false };
  const { mend, whole } = protocolOf(call, said, ends, left);

  const mendLine = (line: string): string => {
    if (!line.startsWith('data:')) return line;
    const data = line.slice('data:'.length);
    if (data.trim() === '[DONE]') ends.done();
    let event: unknown;
    try {
      event = JSON.parse(data);
    } catch {
      return line; // The package says what is wrong with it.
    }
    if (!isFields(event)) return line;
    const hasOtherCounts = mendUsageOf(event);
    const mended = mend(event);
    if (mended) return mended.map(dataOf).join('\n\n');
    return hasOtherCounts ? dataOf(event) : line;
  };

  return {
    readable: (events) => (events.includes('data:') ? events.replace(lines, mendLine) : events),
    asEvents(answer) {
      const answers = Array.isArray(answer) ? listOf(answer) : isFields(answer) ? [answer] : [];
      for (const one of answers) mendUsageOf(one);
      const events = answers.map(whole);
      if (events.length === 0 || events.includes(undefined)) return undefined;
      const last = isChat(call) ? 'data: [DONE]\n\n' : '';
      return `${events
        .flatMap((some) => some ?? [])
        .map((event) => `${dataOf(event)}\n\n`)
        .join('')}${last}`;
    },
    missing: () =>
      call.provider === 'anthropic' && ends.lacksLast() ? `\n\n${dataOf(lastOfAnthropic)}\n\n` : '',
    heard({ type, field }) {
      if (type === 'reasoning-delta') said.reasoned = true;
      else {
        said.words = true;
        said.streamed = true;
      }
      said.thoughts ||= field === 'reasoning_content';
      ends.words();
    },
    tellsThoughts: () => said.thoughts,
  };
}

export const isChat = ({ provider, api }: Pick<ModelCall, 'provider' | 'api'>) =>
  (provider === 'openai' || provider === 'openai_compatible') && api !== 'responses';

type Said = {
  words: boolean;
  /** In the form of deltas, by which a server says all. */
  streamed: boolean;
  called: boolean;
  reasoned: boolean;
  /** In the field in which their server wants them back. */
  thoughts: boolean;
};

function protocolOf(
  call: Pick<ModelCall, 'provider' | 'api'>,
  said: Said,
  ends: NamedEnd,
  left: (what: string) => void,
): Protocol {
  if (isChat(call)) return chat(said, ends, left);
  if (call.provider === 'anthropic') return anthropic(ends, left);
  if (call.provider === 'google') return google;
  return responses(said);
}

/** An error that an event names, in whichever form: a text, fields, or the event itself. */
function errorIn(event: Fields): Fields | undefined {
  const { error } = event;
  if (isText(error)) return { message: error };
  if (isFields(error) && isText(error.message)) return error;
  if (event.object === 'error' && isText(event.message)) {
    const { message, type, code } = event;
    return { message, type, code };
  }
  return undefined;
}

/** As the packages read its fields; what else they hold tells no person anything. */
function plainError({ message, type, code, param }: Fields): Fields {
  return {
    message,
    ...(isText(type) ? { type } : {}),
    ...(isText(code) || typeof code === 'number' ? { code } : {}),
    ...(isText(param) ? { param } : {}),
  };
}

function chat(said: Said, ends: NamedEnd, left: (what: string) => void): Protocol {
  const mendCalls = (calls: Fields[], isWhole: boolean): boolean => {
    let isMended = false;
    for (const [place, call] of calls.entries()) {
      if (isWhole) call.index ??= place;
      const { function: called } = call;
      if (!isFields(called) || !isFields(called.arguments)) continue;
      called.arguments = JSON.stringify(called.arguments);
      isMended = true;
    }
    return isMended;
  };
  const mend: Mend = (event) => {
    const error = errorIn(event);
    if (error) return [{ error: plainError(error) }];
    let isMended = false;
    for (const choice of listOf(event.choices)) {
      const isWhole = !isFields(choice.delta) && isFields(choice.message);
      if (isWhole) {
        // Some servers say all again in their last event.
        const { content, refusal, reasoning, reasoning_content, tool_calls, ...rest } =
          choice.message as Fields;
        choice.delta = {
          ...rest,
          ...(said.words ? {} : { content, refusal }),
          ...(said.reasoned ? {} : { reasoning, reasoning_content }),
          ...(said.called ? {} : { tool_calls }),
        };
        isMended = true;
      }
      if (!isFields(choice.delta)) continue;
      const { delta } = choice;
      if (mendCalls(listOf(delta.tool_calls), isWhole)) isMended = true;
      said.thoughts ||= isText(delta.reasoning_content);
      if (listOf(delta.images).length > 0) left('an image');
      said.words ||= isText(delta.content) || isText(delta.refusal);
      said.reasoned ||= isText(delta.reasoning_content) || isText(delta.reasoning);
      said.called ||= listOf(delta.tool_calls).length > 0;
      const hasWords = [delta.content, delta.reasoning_content, delta.reasoning, delta.refusal].some(isText);
      if (hasWords || listOf(delta.tool_calls).length > 0) ends.words();
      ends.named(choice.finish_reason, hasWords);
    }
    return isMended ? [event] : undefined;
  };
  return {
    mend,
    whole: (answer) => (Array.isArray(answer.choices) ? (mend(answer) ?? [answer]) : undefined),
  };
}

const eventsOfAnthropic = new Set([
  ...['message_start', 'content_block_start', 'content_block_delta', 'content_block_stop'],
  ...['message_delta', 'message_stop', 'error', 'ping'],
]);
const deltasOfAnthropic = new Set([
  ...['text_delta', 'thinking_delta', 'signature_delta', 'input_json_delta'],
  ...['citations_delta', 'compaction_delta'],
]);
/** Blocks that hold pictures and files, which the package does not read. */
const blocksOfMedia = new Set(['image', 'document', 'file', 'audio']);
const ping: Fields = { type: 'ping' };
const lastOfAnthropic: Fields = { type: 'message_stop' };

function anthropic(ends: NamedEnd, left: (what: string) => void): Protocol {
  const mend: Mend = (event) => {
    const { type, index } = event;
    if (type === 'content_block_start' || type === 'content_block_delta') ends.words();
    if (type === 'message_delta' && isFields(event.delta)) ends.named(event.delta.stop_reason, false);
    if (type === 'message_stop') ends.done();
    const error = errorIn(event);
    if (error && type !== 'error')
      return [{ type: 'error', error: { type: 'api_error', ...plainError(error) } }];
    // Anthropic asks its callers to pass over what it may add one day.
    if (isText(type) && !eventsOfAnthropic.has(type)) return [ping];
    if (type === 'content_block_delta' && isFields(event.delta)) {
      return isText(event.delta.type) && !deltasOfAnthropic.has(event.delta.type) ? [ping] : undefined;
    }
    const block = event.content_block;
    if (type !== 'content_block_start' || !isFields(block)) return undefined;
    if (isText(block.type) && blocksOfMedia.has(block.type)) {
      left(block.type === 'image' ? 'an image' : 'a file');
      return [ping];
    }
    const { text, thinking } = block;
    if (block.type === 'text' && isText(text))
      return [
        { ...event, content_block: { ...block, text: '' } },
        { type: 'content_block_delta', index, delta: { type: 'text_delta', text } },
      ];
    if (block.type === 'thinking' && (isText(thinking) || isText(block.signature))) {
      const delta = (said: Fields) => ({ type: 'content_block_delta', index, delta: said });
      const { signature } = block;
      return [
        { ...event, content_block: { ...block, thinking: '' } },
        ...(isText(thinking) ? [delta({ type: 'thinking_delta', thinking })] : []),
        ...(isText(signature) ? [delta({ type: 'signature_delta', signature })] : []),
      ];
    }
    return undefined;
  };
  const whole = (answer: Fields) => {
    if (!Array.isArray(answer.content)) return undefined;
    const { content, stop_reason, stop_sequence, stop_details, usage, ...message } = answer;
    const counts = isFields(usage) ? usage : {};
    const events: Fields[] = [
      { type: 'message_start', message: { ...message, usage: { ...counts } } },
      ...listOf(content).flatMap((block, index) => [
        { type: 'content_block_start', index, content_block: block },
        { type: 'content_block_stop', index },
      ]),
      { type: 'message_delta', delta: { stop_reason, stop_sequence, stop_details }, usage: { ...counts } },
      { type: 'message_stop' },
    ];
    for (const event of events) mendUsageOf(event);
    return events.flatMap((event) => mend(event) ?? [event]);
  };
  return { mend, whole };
}

const google: Protocol = {
  mend(event) {
    const error = errorIn(event);
    return error && !isFields(event.error) ? [{ error: plainError(error) }] : undefined;
  },
  whole: (answer) =>
    Array.isArray(answer.candidates) || isFields(answer.promptFeedback) || isFields(answer.usageMetadata)
      ? [answer]
      : undefined,
};

const textOfItem = (item: Fields): string =>
  listOf(item.content)
    .map(({ text, refusal }) => (isText(text) ? text : isText(refusal) ? refusal : ''))
    .join('');

function responses(said: Said): Protocol {
  const deltaOf = (item: Fields, place: unknown): Fields[] => {
    const delta = textOfItem(item);
    const isRefusal = listOf(item.content).some(({ type }) => type === 'refusal');
    if (item.type !== 'message' || delta === '') return [];
    said.words = true;
    const type = isRefusal ? 'response.refusal.delta' : 'response.output_text.delta';
    return [{ type, item_id: item.id ?? '', output_index: place, content_index: 0, delta }];
  };
  /** Some servers say an answer in the last event alone. */
  const itemsOf = (response: Fields): Fields[] =>
    listOf(response.output).flatMap((item, output_index) => [
      {
        type: 'response.output_item.added',
        output_index,
        item: item.type === 'function_call' ? { ...item, arguments: '' } : { ...item, content: [] },
      },
      ...deltaOf(item, output_index),
      { type: 'response.output_item.done', output_index, item: { status: 'completed', ...item } },
    ]);
  const failed = (event: Fields): Fields[] | undefined => {
    const error = errorIn(
      event.type === 'response.failed' && isFields(event.response) ? event.response : event,
    );
    if (event.type === 'error' && !error && isText(event.message))
      return [{ sequence_number: 0, ...event, code: isText(event.code) ? event.code : null }];
    if (!error) return undefined;
    const { type, code } = error;
    const kind = isText(type) ? type : isText(code) ? code : 'server_error';
    const named = { ...plainError(error), type: kind, code: isText(code) ? code : null };
    return [{ type: 'error', sequence_number: 0, error: named }];
  };
  const mend: Mend = (event) => {
    const { type } = event;
    if (type === undefined || type === 'error' || type === 'response.failed') return failed(event);
    if (type === 'response.output_text.delta' || type === 'response.refusal.delta') {
      said.words = true;
      said.streamed = true;
    }
    // What models whose thoughts are open think: the package reads summaries alone.
    if (type === 'response.reasoning_text.delta') {
      const { item_id, delta } = event;
      return [{ type: 'response.reasoning_summary_text.delta', item_id, summary_index: 0, delta }];
    }
    if (type === 'response.output_item.done' && isFields(event.item)) {
      if (event.item.type === 'function_call') said.called = true;
      const missed = said.streamed ? [] : deltaOf(event.item, event.output_index);
      return missed.length > 0 ? [...missed, event] : undefined;
    }
    if (!/^response\.(?:completed|incomplete)$/.test(String(type)) || !isFields(event.response))
      return undefined;
    if (said.words || said.called) return undefined;
    const items = itemsOf(event.response);
    return items.length > 0 ? [...items, event] : undefined;
  };
  const whole = (answer: Fields) => {
    if (!Array.isArray(answer.output)) return undefined;
    const error = errorIn(answer);
    if (error) return failed({ error });
    const { id, created_at, model } = answer;
    const created = { id: String(id ?? ''), created_at: created_at ?? 0, model: model ?? '' };
    const last = {
      type: `response.${answer.status === 'incomplete' ? 'incomplete' : 'completed'}`,
      response: answer,
    };
    mendUsageOf(last);
    return [{ type: 'response.created', response: created }, ...(mend(last) ?? [last])];
  };
  return { mend, whole };
}
