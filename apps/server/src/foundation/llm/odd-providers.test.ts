/** Providers that mean well and speak oddly: each answer is whole, or ends in words that say what is wrong. */
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { collect, hurriedClock, modelCall, outcome } from '@promptvault/wire/gateway-testing';
import { createLlmGateway } from '@promptvault/wire/llm-gateway';
import type { ModelCall } from '@promptvault/wire/model-event';
import { afterEach, describe, expect, it } from 'vitest';
import { guardedFetch } from './guarded-fetch.ts';

const fetch = guardedFetch({ allowPrivateAddresses: true });
const gateway = createLlmGateway({ fetch, clock: hurriedClock });

let server: Server | undefined;
const sockets = new Set<Socket>();
afterEach(() => {
  for (const socket of sockets) socket.destroy();
  server?.close();
});

type Speaker = (socket: Socket) => void | Promise<void>;

/** What is called with `speaker` at the other end of the connection, once the request has come. */
async function ask(speaker: Speaker, given: Partial<ModelCall> = {}) {
  let calls = 0;
  server = createServer((socket) => {
    sockets.add(socket);
    let request = '';
    socket.on('error', () => undefined);
    socket.on('data', (piece) => {
      request += piece.toString();
      if (!request.trimEnd().endsWith('}')) return;
      request = '';
      calls += 1;
      speaker(socket);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const call = modelCall({
    ...{ provider: 'openai_compatible', baseUrl: `http://127.0.0.1:${port}/v1`, model: 'm' },
    ...given,
  });
  const events = await collect(gateway.stream(call));
  return { ...outcome(events), events, last: events.at(-1), calls };
}

const head = (more = '', type = 'text/event-stream') =>
  `HTTP/1.1 200 OK\r\ncontent-type: ${type}\r\nconnection: close\r\n${more}\r\n`;
const refusal = (status: string, body = '', more = '') =>
  `HTTP/1.1 ${status}\r\nconnection: close\r\n${more}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
const saying =
  (body: string | Buffer, more?: string, type?: string): Speaker =>
  (socket) => {
    socket.write(head(more, type));
    socket.end(body);
  };
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
/** Each event in a piece of its own. */
const pacing =
  (events: readonly unknown[], end?: string): Speaker =>
  async (socket) => {
    socket.setNoDelay(true);
    socket.write(head());
    for (const event of events) {
      socket.write(framed([event], end));
      await pause(15);
    }
    socket.end();
  };

const framed = (events: readonly unknown[], end = '\n') =>
  events
    .map((event) => `data: ${typeof event === 'string' ? event : JSON.stringify(event)}${end}${end}`)
    .join('');
const chunk = (delta: object, reason: string | null = null, more: object = {}) => ({
  ...{ id: 'c', created: 1, model: 'm' },
  choices: [{ index: 0, delta, finish_reason: reason }],
  ...more,
});
const usage = { prompt_tokens: 9, completion_tokens: 4 };
const whole = framed([
  chunk({ role: 'assistant', content: 'One ' }),
  chunk({ content: 'two ' }),
  chunk({ content: 'thrée.' }),
  chunk({}, 'stop'),
  { ...chunk({}), choices: [], usage },
  '[DONE]',
]);
const candidate = (text: string, reason?: string) => ({
  candidates: [
    { content: { role: 'model', parts: [{ text }] }, index: 0, ...(reason ? { finishReason: reason } : {}) },
  ],
});

describe('a packed answer', () => {
  it.each([
    ['gzip', gzipSync(whole)],
    ['deflate', deflateSync(whole)],
    ['deflate', deflateRawSync(whole)],
    ['identity, gzip', gzipSync(whole)],
    ['gzip, deflate', deflateSync(gzipSync(whole))],
  ])('by %s is read', async (encoding, body) => {
    const { text, ending } = await ask(saying(body, `content-encoding: ${encoding}\r\n`));
    expect({ text, ending }).toEqual({ text: 'One two thrée.', ending: 'stop' });
  });

  it('in an unknown way cannot be read, and is not asked for again', async () => {
    const { ending, calls } = await ask(saying(gzipSync(whole), 'content-encoding: compress\r\n'));
    expect({ ending, calls }).toEqual({ ending: 'model.garbled', calls: 1 });
  });

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateRawSync],
  ] as const)('by %s that ends too early is one that was cut', async (encoding, pack) => {
    const body = pack(whole);
    const { ending } = await ask(saying(body.subarray(0, -40), `content-encoding: ${encoding}\r\n`));
    expect(ending).toBe('model.cut');
  });
});

describe('an answer whose lines end with carriage returns', () => {
  it('keeps its words in order where plain ones and others take turns', async () => {
    const events = [...'abcdef'].map((content, place) =>
      chunk({ content }, null, place % 2 === 0 ? {} : { usage }),
    );
    const { text, ending } = await ask(pacing([...events, chunk({}, 'stop'), '[DONE]'], '\r'));
    expect({ text, ending }).toEqual({ text: 'abcdef', ending: 'stop' });
  });
});

describe('a reason for the end that is named in each event', () => {
  it('does not end an answer of Google whose next words are slow', async () => {
    const slowly: Speaker = async (socket) => {
      socket.write(head() + framed([candidate('One ', 'STOP')]));
      // Six seconds of the hurried clock, in two pieces.
      await pause(100);
      socket.write(framed([candidate('two ', 'STOP')]));
      await pause(100);
      socket.end(framed([candidate('three', 'STOP')]));
    };
    const { text, ending } = await ask(slowly, { provider: 'google' });
    expect({ text, ending }).toEqual({ text: 'One two three', ending: 'stop' });
  });

  it('still ends an answer of Google that stays open after its only named reason', async () => {
    const open: Speaker = (socket) => {
      socket.write(head() + framed([candidate('One '), candidate('two', 'STOP')]));
    };
    const { text, ending } = await ask(open, { provider: 'google' });
    expect({ text, ending }).toEqual({ text: 'One two', ending: 'stop' });
  });

  it('ends a chat that stays open after it', async () => {
    const open =
      (...events: object[]): Speaker =>
      (socket) => {
        socket.write(head() + framed(events));
      };
    for (const events of [
      [chunk({ content: 'One ' }), chunk({ content: 'two' }), chunk({}, 'stop')],
      [chunk({ content: 'One ' }), chunk({ content: 'two' }, 'stop')],
      [chunk({ content: 'One two' }), chunk({}, 'stop'), { ...chunk({}), choices: [], usage }],
    ])
      expect(await ask(open(...events))).toMatchObject({ text: 'One two', ending: 'stop' });
    const words = [chunk({ content: 'One ' }, 'stop'), chunk({ content: 'two' }, 'stop')];
    expect(await ask(open(...words))).toMatchObject({ text: 'One two', ending: 'model.timeout' });
  });

  it('does not end a chat that names it beside slow words', async () => {
    const slowly: Speaker = async (socket) => {
      socket.write(head() + framed([chunk({ role: 'assistant' }), chunk({ content: 'One ' }, 'stop')]));
      // Ten seconds of the hurried clock.
      await pause(170);
      socket.end(framed([chunk({ content: 'two' }, 'stop'), '[DONE]']));
    };
    expect(await ask(slowly)).toMatchObject({ text: 'One two', ending: 'stop' });
  });

  it('ends a message of Anthropic whose events have no names', async () => {
    const events = [
      {
        type: 'message_start',
        message: { id: 'a', model: 'm', usage: { input_tokens: 9, output_tokens: 1 } },
      },
      { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
      { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'One' } },
      { type: 'content_block_stop', index: 0 },
      { type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { output_tokens: 5 } },
      { type: 'message_stop' },
    ];
    const open: Speaker = (socket) => {
      socket.write(head() + framed(events));
    };
    expect(await ask(open, { provider: 'anthropic' })).toMatchObject({ text: 'One', ending: 'stop' });
  });

  it.each(['', 'null'])('is none where it is “%s”, so that a cut is seen', async (none) => {
    const events = [chunk({ content: 'One ' }, none), chunk({ content: 'two' }, none)];
    expect(await ask(saying(framed(events)))).toMatchObject({ text: 'One two', ending: 'model.cut' });
    const rest = [...events, chunk({}, 'stop'), '[DONE]'];
    expect(await ask(saying(framed(rest)))).toMatchObject({ text: 'One two', ending: 'stop' });
  });

  it('is none where Google says that it is unspecified', async () => {
    const events = [
      candidate('One ', 'FINISH_REASON_UNSPECIFIED'),
      candidate('two', 'FINISH_REASON_UNSPECIFIED'),
    ];
    expect(await ask(saying(framed(events)), { provider: 'google' })).toMatchObject({ ending: 'model.cut' });
  });

  it('says why where the model broke its answer off by itself', async () => {
    const events = [candidate('One '), candidate('', 'MALFORMED_FUNCTION_CALL')];
    const { text, ending, last } = await ask(saying(framed(events)), { provider: 'google' });
    expect({ text, ending }).toEqual({ text: 'One ', ending: 'model.provider_error' });
    expect(last).toMatchObject({ message: expect.stringContaining('MALFORMED_FUNCTION_CALL') });
  });
});

describe('a tool that takes nothing', () => {
  it('is called with nothing, also where the server leaves its arguments empty', async () => {
    const called = { index: 0, id: 'a', type: 'function', function: { name: 'now', arguments: '' } };
    const tools = [{ id: 't', name: 'now', description: '', parameters: { type: 'object', properties: {} } }];
    const { events } = await ask(
      saying(framed([chunk({ tool_calls: [called] }), chunk({}, 'tool_calls'), '[DONE]'])),
      { tools },
    );
    expect(events).toContainEqual(expect.objectContaining({ type: 'tool-call', name: 'now', input: {} }));
  });
});

describe('a stream of events that is called JSON', () => {
  it('is read to its end, however long', async () => {
    const words = Array.from({ length: 1_500 }, (_, place) => chunk({ content: `word${place} ` }));
    const { text, ending } = await ask(saying(framed(words) + whole, '', 'application/json'));
    expect(ending).toBe('stop');
    expect(text).toMatch(/^word0 .* word1499 One two thrée\.$/);
  });

  it('is told word by word', async () => {
    const said: string[] = [];
    const slowly: Speaker = async (socket) => {
      socket.write(head('', 'application/json') + framed([chunk({ content: 'One ' })]));
      while (said.length === 0) await pause(5);
      socket.end(framed([chunk({ content: 'two' }), chunk({}, 'stop'), '[DONE]']));
    };
    server = createServer((socket) => {
      sockets.add(socket);
      socket.once('data', () => slowly(socket));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
    const call = modelCall({ provider: 'openai_compatible', baseUrl, model: 'm' });
    for await (const event of gateway.stream(call)) if (event.type === 'text-delta') said.push(event.text);
    expect(said).toEqual(['One ', 'two']);
  });
});

describe('what a refusal says', () => {
  it.each([
    ['{"error":"this model has no tools"}', 'this model has no tools'],
    [
      '{"object":"error","message":"The context has 4096 tokens.","code":400}',
      'The context has 4096 tokens.',
    ],
    ['{"detail":[{"loc":["body","messages"],"msg":"field required"}]}', 'body.messages: field required'],
    ['[{"error":{"code":400,"message":"No such field.","status":"INVALID_ARGUMENT"}}]', 'No such field.'],
    ['  Too many images.\n', '“Too many images.”'],
    ['<html><h1>Bad</h1></html>', '“Bad Request”'],
  ])('is told, as in %s', async (body, words) => {
    for (const provider of ['openai_compatible', 'openai', 'anthropic', 'google'] as const) {
      const { last } = await ask((socket) => socket.end(refusal('400 Bad Request', body)) && undefined, {
        provider,
      });
      expect(last).toMatchObject({ code: 'model.refused_request', message: expect.stringContaining(words) });
    }
  });

  it('is not read to an end that never comes', async () => {
    let sent = 0;
    const endless: Speaker = async (socket) => {
      socket.write('HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n');
      while (!socket.destroyed && sent < 20_000_000) {
        socket.write('x'.repeat(50_000));
        sent += 50_000;
        await pause(1);
      }
      socket.end();
    };
    expect((await ask(endless)).ending).toBe('model.refused_request');
    expect(sent).toBeLessThan(20_000_000);
  });
});

describe('what is no answer at all', () => {
  it.each([
    ['another program', 'SSH-2.0-OpenSSH_9.6\r\n', 'is no web server'],
    ['a redirect to nowhere', refusal('302 Found', '', 'location: http://\r\n'), 'redirects without saying'],
    ['a redirect without an address', refusal('302 Found'), 'redirects without saying'],
  ])('%s is told in words', async (_name, said, words) => {
    const { ending, last, calls } = await ask((socket) => socket.end(said) && undefined);
    expect({ ending, calls }).toEqual({ ending: 'model.unreachable', calls: 1 });
    expect(last).toMatchObject({ message: expect.stringContaining(words) });
  });

  it('a status that no protocol knows is a failure of the provider', async () => {
    const { last } = await ask((socket) => socket.end(refusal('999 Denied')) && undefined);
    expect(last).toMatchObject({ code: 'model.provider_error', message: expect.stringContaining('Denied') });
  });

  it('plain http where https is meant is told in words', async () => {
    server = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.once('data', () => socket.end(refusal('400 Bad Request')));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const baseUrl = `https://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
    const events = await collect(
      gateway.stream(modelCall({ provider: 'openai_compatible', baseUrl, model: 'm' })),
    );
    expect(events.at(-1)).toMatchObject({
      code: 'model.unreachable',
      message: expect.stringContaining('does not answer as https does'),
    });
  });
});

describe('a certificate that is not trusted', () => {
  it.each(['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'CERT_NOT_YET_VALID', 'DEPTH_ZERO_SELF_SIGNED_CERT'])(
    '(%s) is told with what can be done about it, once',
    async (code) => {
      const failing = createLlmGateway({
        fetch: () => Promise.reject(Object.assign(new Error(code.toLowerCase()), { code })),
        clock: hurriedClock,
      });
      const baseUrl = 'https://models.example/v1';
      const events = await collect(
        failing.stream(modelCall({ provider: 'openai_compatible', baseUrl, model: 'm' })),
      );
      expect(events).toEqual([
        expect.objectContaining({
          ...{ type: 'error', code: 'model.unreachable', retryable: false },
          message: expect.stringMatching(/certificate .* models\.example\..*NODE_EXTRA_CA_CERTS/),
        }),
      ]);
    },
  );
});
