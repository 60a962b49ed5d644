import { expect, it } from 'vitest';
import { closeAfterEnd } from './close-after-end.ts';

const last = {
  chat: 'data: [DONE]\n\n',
  anthropic: 'event: message_stop\ndata: {"type":"message_stop"}\n\n',
} as const;
const never = { sleep: () => new Promise<void>(() => undefined) };

function bodyOf(pieces: readonly string[]): ReadableStream<Uint8Array> {
  const left = pieces.map((piece) => new TextEncoder().encode(piece));
  return new ReadableStream({
    pull(controller) {
      const piece = left.shift();
      if (piece) controller.enqueue(piece);
      else controller.error(new Error('torn down'));
    },
  });
}

it.each([
  ['openai_compatible', 'chat', last.chat],
  ['anthropic', undefined, last.anthropic],
] as const)(
  'is over after the last event of %s, also where the connection is torn down',
  async (provider, api, end) => {
    const read = (...pieces: string[]) =>
      new Response(closeAfterEnd(bodyOf(pieces), { provider, api }, never)).text();
    expect(await read('data: {"a":1}\n\n', end)).toBe(`data: {"a":1}\n\n${end}`);
    await expect(read('data: {"a":1}\n\n')).rejects.toThrow('torn down');
    await expect(read('data: {"a":1}\n\n', end.slice(0, -2))).rejects.toThrow('torn down');
  },
);

it('finishes a last line that ends in a carriage return alone, and changes nothing else', async () => {
  const read = (text: string) => {
    const body = new Response(text).body as ReadableStream<Uint8Array>;
    return new Response(closeAfterEnd(body, { provider: 'openai_compatible', api: 'chat' }, never)).text();
  };
  expect(await read('data: {"a":1}\r\r')).toBe('data: {"a":1}\r\r\n');
  expect(await read('data: {"a":1}\r\n\r\n')).toBe('data: {"a":1}\r\n\r\n');
  expect(await read('data: {"a":1}\n\n')).toBe('data: {"a":1}\n\n');
});
