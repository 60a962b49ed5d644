import { expect, it } from 'vitest';
import { closeAfterEnd } from './close-after-end.ts';

const last = {
  chat: 'data: [DONE]\n\n',
  anthropic: 'event: message_stop\ndata: {"type":"message_stop"}\n\n',
} as const;
const never = { sleep: () => new Promise<void>(() => undefined), monotonic: () => 0 };

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

const fromGoogle = (pieces: readonly string[]) =>
  new Response(closeAfterEnd(bodyOf(pieces), { provider: 'google' }, never)).text();
const named = (text: string) => `data: {"text":"${text}","finishReason":"STOP"}\r\n\r\n`;
const unnamed = 'data: {"text":"a"}\n\n';

it('knows the end by its reason, unless the first event names one already, however the events are cut', async () => {
  for (const before of ['', ': xdata:\n\n', '\n\r\n: a ping\n\n'.repeat(50)])
    for (const size of [1, 2, 3, 5, 7, 64, 1_000]) {
      const cut = (text: string) => text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
      const whole = before + unnamed + named('b');
      expect(await fromGoogle(cut(whole)), `${size} ${before.length}`).toBe(whole);
      await expect(fromGoogle(cut(before + named('a') + named('b')))).rejects.toThrow('torn down');
    }
});

it('is not held up by an opening that never becomes an event', async () => {
  const begun = `\n\n${'\ndata:'.repeat(300_000)}`;
  await expect(fromGoogle([begun])).rejects.toThrow('torn down');
  const pings = Array.from({ length: 20_000 }, () => `: ${'x'.repeat(500)}\n\n`);
  await expect(fromGoogle(pings)).rejects.toThrow('torn down');
});
