import { processorMs } from '@promptvault/testing/processor-time';
import { describe, expect, it } from 'vitest';
import { modelCall } from './gateway-testing.ts';
import { type Words, withoutPlainWords, wordsOfCall } from './plain-words.ts';

const chat = wordsOfCall(modelCall({ provider: 'openai_compatible', baseUrl: null, model: 'm' }));
const bytes = (text: string) => new TextEncoder().encode(text);

async function sift(pieces: readonly string[], wordsOf = chat) {
  const heard: Words[] = [];
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(bytes(piece));
      controller.close();
    },
  });
  if (!wordsOf) throw new Error('This call has no short way.');
  const rest = await new Response(withoutPlainWords(body, wordsOf, (one) => heard.push(one))).text();
  return { heard, rest };
}

const event = (delta: object, more: object = {}) =>
  `data: ${JSON.stringify({ id: 'x', choices: [{ index: 0, delta, finish_reason: null }], ...more })}\n\n`;

describe('plain words', () => {
  it('are taken out together, and what is left is byte for byte what came', async () => {
    const end = 'data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n';
    const { heard, rest } = await sift([event({ content: 'Grüße ' }) + event({ content: '🙂' }), end]);
    expect(heard).toEqual([{ type: 'text-delta', delta: 'Grüße 🙂' }]);
    expect(rest).toBe(end);
  });

  it('are found wherever the pieces are cut', async () => {
    const whole = [event({ content: 'a' }), ': ping\n\n', event({ reasoning: 'b' }), event({ content: 'c' })];
    for (const gap of ['\n', '\r\n', '\r']) {
      const text = whole.join('').replaceAll('\n', gap);
      for (let at = 1; at < text.length; at += 1) {
        const { heard, rest } = await sift([text.slice(0, at), text.slice(at)]);
        const told = heard.map(({ delta }) => delta).join('');
        const left = [...rest.matchAll(/"(?:content|reasoning)":"(.)"/g)].map(([, word]) => word).join('');
        expect([...told, ...left].sort().join(''), `cut at ${at}`).toBe('abc');
        expect(rest).toContain(': ping');
      }
    }
  });

  it('are looked for once in what comes: a long event in small pieces costs no more than in large ones', async () => {
    const long = `data: {"choices":["${'x'.repeat(500_000)}"]}\n\n`;
    const before = processorMs();
    const answer = await sift([...(long.match(/.{1,10}|\n/g) ?? []), event({ content: 'a' })]);
    const used = processorMs() - before;
    expect(answer.rest).toBe(long);
    expect(answer.heard).toEqual([{ type: 'text-delta', delta: 'a' }]);
    // Looked through anew with each piece it takes many seconds.
    expect(used).toBeLessThan(2_000);
  });

  it.each([
    ['an error', event({ content: 'a' }, { error: { message: 'broke' } })],
    ['a count', event({ content: 'a' }, { usage: { prompt_tokens: 1 } })],
    ['a tool', event({ content: 'a', tool_calls: [{ index: 0 }] })],
    ['a refusal', event({ refusal: 'no' })],
    ['an end', 'data: {"choices":[{"delta":{"content":"a"},"finish_reason":"stop"}]}\n\n'],
    ['two choices', 'data: {"choices":[{"delta":{"content":"a"}},{"delta":{"content":"b"}}]}\n\n'],
    ['content in parts', event({ content: [{ type: 'text', text: 'a' }] })],
    ['what is not JSON', 'data: {"choices":\n\n'],
    ['an event in two lines', 'data: {"choices":\ndata: []}\n\n'],
    ['no words', event({ content: '' })],
    ['what never ends', 'data: {"choices":['],
  ])('are not seen in %s', async (_what, text) => {
    expect(await sift([text])).toEqual({ heard: [], rest: text });
  });

  it('after another event in one piece are left to the package, so that their order stays', async () => {
    const tool = event({ tool_calls: [{ index: 0 }] });
    const { heard, rest } = await sift([event({ content: 'a' }) + tool + event({ content: 'b' })]);
    expect(heard).toEqual([{ type: 'text-delta', delta: 'a' }]);
    expect(rest).toBe(tool + event({ content: 'b' }));
  });

  it('have no short way where a schema is asked for', () => {
    const wordsOf = wordsOfCall(
      modelCall({ provider: 'anthropic', baseUrl: null, model: 'm', responseSchema: { type: 'object' } }),
    );
    expect(
      wordsOf({ type: 'content_block_delta', delta: { type: 'text_delta', text: 'a' } }),
    ).toBeUndefined();
  });
});
