import type { Protocol } from './protocol.ts';

const errorTypes: Record<number, string> = {
  400: 'invalid_request_error',
  401: 'invalid_request_error',
  403: 'invalid_request_error',
  404: 'invalid_request_error',
  429: 'requests',
};

const errorCodes: Record<number, string> = {
  401: 'invalid_api_key',
  404: 'model_not_found',
  429: 'rate_limit_exceeded',
};

/** Chat completions. `ollama` answers as Ollama's compatible endpoint does: reasoning shown, plainer errors. */
function chatCompletions(flavour: 'openai' | 'ollama'): Protocol {
  const frame = (event: unknown) => `data: ${JSON.stringify(event)}\n\n`;
  return {
    name: flavour === 'openai' ? 'openai' : 'openai_compatible',
    closing: 'data: [DONE]\n\n',
    frameRecorded: (line) => `data: ${line}\n\n`,
    encoder({ model, body }) {
      const head = {
        id: 'chatcmpl-scripted',
        object: 'chat.completion.chunk',
        created: 1_790_000_000,
        model,
        system_fingerprint: flavour === 'openai' ? 'fp_scripted' : 'fp_ollama',
      };
      const choice = (delta: unknown, finish: string | null = null) =>
        frame({ ...head, choices: [{ index: 0, delta, finish_reason: finish }] });
      const wantsUsage = Boolean(
        (body.stream_options as { include_usage?: boolean } | undefined)?.include_usage,
      );
      return (beat) => {
        switch (beat.kind) {
          case 'open':
            return choice({ role: 'assistant', content: '' });
          case 'text':
            return choice({ content: beat.text });
          case 'reasoning':
            return flavour === 'ollama' ? choice({ content: '', reasoning: beat.text }) : '';
          case 'tool': {
            const input = JSON.stringify(beat.input);
            const middle = Math.floor(input.length / 2);
            return (
              choice({
                tool_calls: [
                  { index: 0, id: beat.id, type: 'function', function: { name: beat.name, arguments: '' } },
                ],
              }) +
              choice({ tool_calls: [{ index: 0, function: { arguments: input.slice(0, middle) } }] }) +
              choice({ tool_calls: [{ index: 0, function: { arguments: input.slice(middle) } }] })
            );
          }
          case 'ping':
            return ': keep-alive\n\n';
          case 'garbage':
            return 'data: {"id":"chatcmpl-scripted","choices":[{"index":0,"delta":{"content":"brok\n\n';
          case 'error':
            return frame({
              error: { message: beat.message, type: 'server_error', param: null, code: 'server_error' },
            });
          case 'finish': {
            const end = choice({}, beat.reason);
            if (!beat.usage || !wantsUsage) return `${end}data: [DONE]\n\n`;
            const { input, output, reasoning } = beat.usage;
            const usage = {
              prompt_tokens: input,
              completion_tokens: output,
              total_tokens: input + output,
              prompt_tokens_details: { cached_tokens: 0 },
              completion_tokens_details: { reasoning_tokens: reasoning },
            };
            return `${end}${frame({ ...head, choices: [], usage })}data: [DONE]\n\n`;
          }
        }
      };
    },
    errorBody: (status, message) => ({
      error: {
        message,
        type: errorTypes[status] ?? 'server_error',
        param: null,
        code: errorCodes[status] ?? null,
      },
    }),
    models: (ids) => ({
      object: 'list',
      data: ids.map((id) => ({
        id,
        object: 'model',
        created: 1_790_000_000,
        // Nobody's: what is known of a program that answers must not count for it.
        owned_by: 'scripted',
      })),
    }),
  };
}

export const openai = chatCompletions('openai');
export const openaiCompatible = chatCompletions('ollama');
