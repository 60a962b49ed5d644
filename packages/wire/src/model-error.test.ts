import { expect, it } from 'vitest';
import { toModelError } from './model-error.ts';

const facts = { apiKey: null, model: 'm', host: 'h', now: new Date(0), answered: true };
const said = (message: string, code?: string) =>
  toModelError(
    { statusCode: 400, message, responseBody: JSON.stringify({ error: { message, code } }) },
    facts,
  );

it.each([
  [
    "This model's maximum context length is 4096 tokens. However, your messages resulted in 9000 tokens.",
    undefined,
  ],
  ['Your input is larger than allowed.', 'context_length_exceeded'],
  ['prompt is too long: 210000 tokens > 200000 maximum', undefined],
  ['input length and `max_tokens` exceed context limit: 190000 + 32000 > 200000', undefined],
  ['The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).', undefined],
  ['the request exceeds the available context size. try increasing the context size', undefined],
])('says that too much is sent where a provider says %j', (message, code) => {
  expect(said(message, code)).toMatchObject({
    ...{ code: 'model.refused_request', retryable: false, status: 400 },
    message: expect.stringMatching(/^More is sent than m can read.* It says: /),
  });
});

it.each(['Unknown parameter: context_mode', 'Invalid value for temperature.'])(
  'does not say so of %j',
  (message) => {
    expect(said(message).message).toMatch(/^The provider refuses this request\. It says: /);
  },
);
