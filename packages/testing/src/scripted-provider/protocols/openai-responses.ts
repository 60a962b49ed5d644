import { openai } from './openai.ts';
import type { Beat, Protocol } from './protocol.ts';

type Kind = 'message' | 'reasoning';

const frame = (event: { type: string }) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;

/** OpenAI's Responses: every event is named and numbered, and `response.completed` alone says that the answer is whole. */
export const openaiResponses: Protocol = {
  name: 'openai_responses',
  closing: '',
  // By its words: one recording holds a line that is no JSON, as providers do send them.
  frameRecorded: (line) => `event: ${line.match(/"type":"([^"]+)"/)?.[1] ?? 'message'}\ndata: ${line}\n\n`,
  encoder({ model }) {
    let number = 0;
    let index = -1;
    let open: Kind | undefined;
    const event = (type: string, more: object) => {
      const numbered = { type, sequence_number: number++, ...more };
      return frame(numbered);
    };
    const itemId = () => `${open === 'reasoning' ? 'rs' : 'msg'}_scripted_${index}`;
    const close = () => {
      if (!open) return '';
      const item =
        open === 'reasoning'
          ? { id: itemId(), type: 'reasoning', summary: [] }
          : { id: itemId(), type: 'message', role: 'assistant', status: 'completed', content: [] };
      open = undefined;
      return event('response.output_item.done', { output_index: index, item });
    };
    const start = (kind: Kind) => {
      if (open === kind) return '';
      const closed = close();
      open = kind;
      index += 1;
      const item =
        kind === 'reasoning'
          ? { id: itemId(), type: 'reasoning', summary: [] }
          : { id: itemId(), type: 'message', role: 'assistant', status: 'in_progress', content: [] };
      const added = event('response.output_item.added', { output_index: index, item });
      const part =
        kind === 'reasoning'
          ? event('response.reasoning_summary_part.added', {
              item_id: itemId(),
              output_index: index,
              summary_index: 0,
              part: { type: 'summary_text', text: '' },
            })
          : event('response.content_part.added', {
              item_id: itemId(),
              output_index: index,
              content_index: 0,
              part: { type: 'output_text', annotations: [], text: '' },
            });
      return closed + added + part;
    };
    const response = { id: 'resp_scripted', object: 'response', created_at: 1_790_000_000, model };

    return (beat) => {
      switch (beat.kind) {
        case 'open':
          return event('response.created', { response: { ...response, status: 'in_progress', output: [] } });
        case 'text': {
          const started = start('message');
          const at = { item_id: itemId(), output_index: index, content_index: 0 };
          return started + event('response.output_text.delta', { ...at, delta: beat.text });
        }
        case 'reasoning': {
          const started = start('reasoning');
          const at = { item_id: itemId(), output_index: index, summary_index: 0 };
          return started + event('response.reasoning_summary_text.delta', { ...at, delta: beat.text });
        }
        case 'tool':
          return close() + call(beat);
        case 'ping':
          return ': keep-alive\n\n';
        case 'garbage':
          return 'event: response.output_text.delta\ndata: {"type":"response.output_text.delta","delta":"brok\n\n';
        case 'error':
          return event('error', {
            error: { type: 'server_error', code: 'server_error', message: beat.message, param: null },
          });
        case 'finish':
          return close() + finish(beat);
      }
    };

    function call({ id, name, input }: Extract<Beat, { kind: 'tool' }>): string {
      index += 1;
      const item = { id: `fc_${id}`, type: 'function_call', call_id: id, name };
      const whole = JSON.stringify(input);
      const middle = Math.floor(whole.length / 2);
      const delta = (part: string) =>
        event('response.function_call_arguments.delta', {
          item_id: item.id,
          output_index: index,
          delta: part,
        });
      return (
        event('response.output_item.added', {
          output_index: index,
          item: { ...item, status: 'in_progress', arguments: '' },
        }) +
        delta(whole.slice(0, middle)) +
        delta(whole.slice(middle)) +
        event('response.output_item.done', {
          output_index: index,
          item: { ...item, status: 'completed', arguments: whole },
        })
      );
    }

    function finish({ reason, usage }: Extract<Beat, { kind: 'finish' }>): string {
      const short = { length: 'max_output_tokens', content_filter: 'content_filter' } as const;
      const incomplete =
        reason === 'length' || reason === 'content_filter' ? { reason: short[reason] } : null;
      return event(incomplete ? 'response.incomplete' : 'response.completed', {
        response: {
          ...response,
          status: incomplete ? 'incomplete' : 'completed',
          incomplete_details: incomplete,
          usage: usage && {
            input_tokens: usage.input,
            input_tokens_details: { cached_tokens: 0 },
            output_tokens: usage.output,
            output_tokens_details: { reasoning_tokens: usage.reasoning },
            total_tokens: usage.input + usage.output,
          },
        },
      });
    }
  },
  errorBody: openai.errorBody,
  models: openai.models,
};
