import type { Protocol } from './protocol.ts';

const statusNames: Record<number, string> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  429: 'RESOURCE_EXHAUSTED',
  500: 'INTERNAL',
  503: 'UNAVAILABLE',
};

const finishReasons = { stop: 'STOP', length: 'MAX_TOKENS', content_filter: 'SAFETY', tool_calls: 'STOP' };

/** generateContent as server-sent events, with the carriage returns the real one sends. */
export const google: Protocol = {
  name: 'google',
  closing: '',
  frameRecorded: (line) => `data: ${line}\r\n\r\n`,
  encoder({ model, inputTokens }) {
    const frame = (event: object) => `data: ${JSON.stringify(event)}\r\n\r\n`;
    const head = { modelVersion: model, responseId: 'scripted' };
    const candidate = (parts: unknown[]) =>
      frame({ candidates: [{ content: { parts, role: 'model' }, index: 0 }], ...head });
    return (beat) => {
      switch (beat.kind) {
        case 'open':
          return '';
        case 'text':
          return candidate([{ text: beat.text }]);
        case 'reasoning':
          return candidate([{ text: beat.text, thought: true }]);
        case 'tool':
          return candidate([{ functionCall: { name: beat.name, args: beat.input } }]);
        case 'ping':
          return ': keep-alive\r\n\r\n';
        case 'garbage':
          return 'data: {"candidates":[{"content":{"parts":[{"text":"brok\r\n\r\n';
        case 'error':
          return frame({ error: { code: 503, message: beat.message, status: 'UNAVAILABLE' } });
        case 'finish': {
          const last = {
            candidates: [
              {
                content: { parts: [{ text: '' }], role: 'model' },
                finishReason: finishReasons[beat.reason],
                index: 0,
              },
            ],
            ...head,
          };
          if (!beat.usage) return frame(last);
          const { output, reasoning } = beat.usage;
          const usageMetadata = {
            promptTokenCount: inputTokens,
            candidatesTokenCount: output - reasoning,
            thoughtsTokenCount: reasoning,
            totalTokenCount: inputTokens + output,
          };
          return frame({ ...last, usageMetadata });
        }
      }
    };
  },
  errorBody: (status, message) => ({
    error: { code: status, message, status: statusNames[status] ?? 'INTERNAL' },
  }),
  models: (ids) => ({
    models: ids.map((id) => ({
      name: `models/${id}`,
      displayName: id,
      inputTokenLimit: 1_048_576,
      outputTokenLimit: 65_536,
      supportedGenerationMethods: ['generateContent', 'countTokens'],
    })),
  }),
};
