import { describe, expect, it } from 'vitest';
import { askedPause } from './asked-pause.ts';
import { toModelError } from './model-error.ts';

const now = new Date('2026-11-29T08:00:00Z');
const pauseOf = (headers: Record<string, string>, said = '', status = 429) =>
  askedPause({ status, headers, said, now });

describe('a pause that is asked for', () => {
  it.each([
    ['3', 3_000],
    ['0', 0],
    ['2.5', 2_500],
    ['3s', 3_000],
    [' 3 s ', 3_000],
    ['1500ms', 1_500],
    ['6m0s', 360_000],
    ['1h2m3s', 3_723_000],
    ['2 seconds', 2_000],
    ['Sun, 29 Nov 2026 08:00:07 GMT', 7_000],
    ['Sunday, 29-Nov-26 08:00:07 GMT', 7_000],
    ['2026-11-29T08:00:07Z', 7_000],
    ['Sun, 29 Nov 2026 07:00:00 GMT', 0],
    ['1795939207', 7_000],
    ['1795939207000', 7_000],
    ['-5', 0],
  ])('is read where Retry-After is %j', (text, ms) => {
    expect(pauseOf({ 'retry-after': text })).toBe(ms);
  });

  it.each(['', 'soon', '3x', 'm', `${'9'.repeat(200)}s`, '1e999'])('is none where it is %j', (text) => {
    expect(pauseOf({ 'retry-after': text })).toBeUndefined();
  });

  it('counts most exactly where it is told in milliseconds', () => {
    expect(pauseOf({ 'retry-after-ms': '120', 'retry-after': '1' })).toBe(120);
    expect(pauseOf({ 'x-ms-retry-after-ms': '120', 'retry-after': '1' })).toBe(120);
    expect(pauseOf({ 'retry-after-ms': 'soon', 'retry-after': '1' })).toBe(1_000);
  });

  it.each([
    [
      '{"error":{"details":[{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"34.5s"}]}}',
      34_500,
    ],
    ['{"error":{"message":"Rate limit reached. Please try again in 6m0s. Visit us."}}', 360_000],
    ['{"error":{"message":"Please try again in 20ms."}}', 20],
    ['{"message":"Please retry after 12 seconds."}', 12_000],
    ['{"message":"Try again in a moment."}', undefined],
  ])('is read from the words %s', (said, ms) => {
    expect(pauseOf({}, said)).toBe(ms);
  });
});

describe('the windows of limits', () => {
  it.each([
    [{ 'x-ratelimit-reset-requests': '6m0s' }, 360_000],
    [{ 'x-ratelimit-reset-requests': '1s' }, 1_000],
    [{ 'x-ratelimit-reset-tokens': '20ms' }, 20],
    [{ 'anthropic-ratelimit-requests-reset': '2026-11-29T08:00:09Z' }, 9_000],
    [{ 'anthropic-ratelimit-input-tokens-reset': '2026-11-29T08:00:09Z' }, 9_000],
    [{ 'ratelimit-reset': '11' }, 11_000],
    [{ 'x-ratelimit-reset': '1795939207000' }, 7_000],
  ])('say when they open: %j', (headers, ms) => {
    expect(pauseOf(headers)).toBe(ms);
  });

  it('count where they are used up, the last of them', () => {
    const openai = {
      ...{ 'x-ratelimit-remaining-requests': '0', 'x-ratelimit-reset-requests': '8.64s' },
      ...{ 'x-ratelimit-remaining-tokens': '900', 'x-ratelimit-reset-tokens': '6m0s' },
    };
    expect(pauseOf(openai)).toBe(8_640);
    expect(pauseOf({ ...openai, 'x-ratelimit-remaining-tokens': '0' })).toBe(360_000);
    const anthropic = {
      ...{
        'anthropic-ratelimit-requests-remaining': '49',
        'anthropic-ratelimit-requests-reset': '2026-11-29T08:00:01Z',
      },
      ...{
        'anthropic-ratelimit-output-tokens-remaining': '0',
        'anthropic-ratelimit-output-tokens-reset': '2026-11-29T08:00:15Z',
      },
    };
    expect(pauseOf(anthropic)).toBe(15_000);
  });

  it('where some is left of each, the first to open is waited for at a limit, and none where it is something else', () => {
    const headers = {
      ...{ 'x-ratelimit-remaining-requests': '9', 'x-ratelimit-reset-requests': '2s' },
      ...{ 'x-ratelimit-remaining-tokens': '9', 'x-ratelimit-reset-tokens': '6m0s' },
    };
    expect(pauseOf(headers)).toBe(2_000);
    expect(pauseOf(headers, '', 529)).toBeUndefined();
    expect(pauseOf({ 'anthropic-ratelimit-requests-reset': '2026-11-29T08:00:09Z' }, '', 529)).toBe(9_000);
    expect(pauseOf({ 'x-ratelimit-reset': '360' }, '', 500)).toBeUndefined();
    expect(pauseOf({ 'x-ratelimit-reset': '360', 'x-ratelimit-remaining': '0' }, '', 500)).toBe(360_000);
  });

  it('are read where OpenRouter repeats them in the body', () => {
    const said = JSON.stringify({
      error: {
        code: 429,
        metadata: { headers: { 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': '1795939207000' } },
      },
    });
    expect(pauseOf({}, said)).toBe(7_000);
  });

  it('give way to a pause that is asked for', () => {
    expect(pauseOf({ 'retry-after': '3s', 'x-ratelimit-reset-requests': '6m0s' })).toBe(3_000);
  });
});

it.each([
  [429, 'limits how often this key may ask. It asks to wait 6 minutes.'],
  [529, 'is overloaded. Try again in a moment. It asks to wait 6 minutes.'],
])('a failure with status %i says how long', (status, words) => {
  const thrown = { name: 'AI_APICallError', message: 'no', statusCode: status };
  const facts = { apiKey: null, model: 'm', host: 'h', now, answered: true };
  const error = toModelError({ ...thrown, responseHeaders: { 'retry-after': '6m0s' } }, facts);
  expect(error).toMatchObject({
    retryable: true,
    retryAfterMs: 360_000,
    message: expect.stringContaining(words),
  });
});
