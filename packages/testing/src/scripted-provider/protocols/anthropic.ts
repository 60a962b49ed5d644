import type { Protocol } from './protocol.ts';

const errorTypes: Record<number, string> = {
  400: 'invalid_request_error',
  401: 'authentication_error',
  403: 'permission_error',
  404: 'not_found_error',
  413: 'request_too_large',
  429: 'rate_limit_error',
  529: 'overloaded_error',
};

const stopReasons = {
  stop: 'end_turn',
  length: 'max_tokens',
  content_filter: 'refusal',
  tool_calls: 'tool_use',
};

function frame(event: { type: string }): string {
  return `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
}

/** Messages. Each content block is opened and closed; message_stop alone says that the answer is whole. */
export const anthropic: Protocol = {
  name: 'anthropic',
  closing: '',
  frameRecorded: (line) => `event: ${(JSON.parse(line) as { type: string }).type}\ndata: ${line}\n\n`,
  encoder({ model, inputTokens }) {
    let index = -1;
    let open: 'text' | 'thinking' | undefined;
    const stopBlock = () => {
      if (!open) return '';
      open = undefined;
      return frame({ type: 'content_block_stop', index } as { type: string });
    };
    const block = (type: 'text' | 'thinking') => {
      if (open === type) return '';
      const stopped = stopBlock();
      open = type;
      index += 1;
      const started = { type: 'content_block_start', index, content_block: { type, [type]: '' } };
      return stopped + frame(started);
    };
    const delta = (value: object) =>
      frame({ type: 'content_block_delta', index, delta: value } as { type: string });
    return (beat) => {
      switch (beat.kind) {
        case 'open': {
          const message = {
            id: 'msg_scripted',
            type: 'message',
            role: 'assistant',
            model,
            content: [],
            stop_reason: null,
            stop_sequence: null,
            usage: { input_tokens: inputTokens, output_tokens: 1 },
          };
          return frame({ type: 'message_start', message } as { type: string }) + frame({ type: 'ping' });
        }
        case 'text':
          return block('text') + delta({ type: 'text_delta', text: beat.text });
        case 'reasoning':
          return block('thinking') + delta({ type: 'thinking_delta', thinking: beat.text });
        case 'tool': {
          const stopped = stopBlock();
          index += 1;
          const content = { type: 'tool_use', id: beat.id, name: beat.name, input: {} };
          const input = JSON.stringify(beat.input);
          const middle = Math.floor(input.length / 2);
          return (
            stopped +
            frame({ type: 'content_block_start', index, content_block: content } as { type: string }) +
            delta({ type: 'input_json_delta', partial_json: input.slice(0, middle) }) +
            delta({ type: 'input_json_delta', partial_json: input.slice(middle) }) +
            frame({ type: 'content_block_stop', index } as { type: string })
          );
        }
        case 'ping':
          return frame({ type: 'ping' });
        case 'garbage':
          return 'event: content_block_delta\ndata: {"type":"content_block_delta","index":0,"delta":{"type":"te\n\n';
        case 'error':
          return frame({ type: 'error', error: { type: 'overloaded_error', message: beat.message } } as {
            type: string;
          });
        case 'finish': {
          const stop = { stop_reason: stopReasons[beat.reason], stop_sequence: null };
          const usage = { output_tokens: beat.usage?.output ?? 0 };
          return (
            stopBlock() +
            frame({ type: 'message_delta', delta: stop, usage } as { type: string }) +
            frame({ type: 'message_stop' })
          );
        }
      }
    };
  },
  errorBody: (status, message) => ({
    type: 'error',
    error: { type: errorTypes[status] ?? 'api_error', message },
    request_id: 'req_scripted',
  }),
  models: (ids) => ({
    data: ids.map((id) => ({ type: 'model', id, display_name: id, created_at: '2026-10-01T00:00:00Z' })),
    has_more: false,
    first_id: ids[0],
    last_id: ids.at(-1),
  }),
};
