/** Answers in a form that is not their protocol's: each word of them is read, and each failure is told in words. */
import { describe, expect, it } from 'vitest';
import { collect, hurriedClock, modelCall, outcome } from './gateway-testing.ts';
import { createLlmGateway } from './llm-gateway.ts';
import type { ModelCall } from './model-event.ts';

type Wire = Pick<ModelCall, 'provider' | 'api'>;
const compatible: Wire = { provider: 'openai_compatible' };
const openai: Wire = { provider: 'openai', api: 'chat' };
const overResponses: Wire = { provider: 'openai', api: 'responses' };
const anthropic: Wire = { provider: 'anthropic' };
const google: Wire = { provider: 'google' };

async function read(given: Partial<ModelCall> & Wire, body: string, type = 'text/event-stream') {
  let calls = 0;
  const fetch = async () => {
    calls += 1;
    return new Response(body, { headers: type === '' ? {} : { 'content-type': type } });
  };
  const call = modelCall({ baseUrl: 'http://gateway.example/v1', model: 'm', ...given });
  const gateway = createLlmGateway({ fetch, clock: hurriedClock });
  const events = await collect(gateway.stream({ ...call, settings: { maxOutputTokens: 100 } }));
  const reasoning = events.map((one) => (one.type === 'reasoning-delta' ? one.text : '')).join('');
  const tools = events.filter(({ type }) => type === 'tool-call');
  const warnings = events.flatMap((one) => (one.type === 'warning' ? [one.message] : []));
  return { ...outcome(events), reasoning, tools, warnings, last: events.at(-1), calls };
}

const framed = (events: readonly unknown[]) =>
  events.map((event) => `data: ${typeof event === 'string' ? event : JSON.stringify(event)}\n\n`).join('');
const chunk = (delta: object, reason: string | null = null, more: object = {}) => ({
  ...{ id: 'c', created: 1, model: 'm' },
  choices: [{ index: 0, delta, finish_reason: reason }],
  ...more,
});
const tools = [{ id: 't', name: 'now', description: '', parameters: { type: 'object', properties: {} } }];

const wholeAnswers: [name: string, wire: Wire, answer: unknown][] = [
  ...([compatible, openai] as const).map((wire): [string, Wire, unknown] => [
    `chat of ${wire.provider}`,
    wire,
    {
      ...{ id: 'x', object: 'chat.completion', created: 1, model: 'm' },
      choices: [
        {
          index: 0,
          message: {
            ...{ role: 'assistant', content: 'Grüße, 🙂.' },
            tool_calls: [
              { id: 'a', type: 'function', function: { name: 'now', arguments: '{"zone":"utc"}' } },
            ],
          },
          finish_reason: 'stop',
        },
      ],
      usage: { prompt_tokens: 9, completion_tokens: 5 },
    },
  ]),
  [
    'responses',
    overResponses,
    {
      ...{ id: 'r', object: 'response', created_at: 1, model: 'm', status: 'completed' },
      output: [
        {
          type: 'message',
          id: 'i',
          role: 'assistant',
          content: [{ type: 'output_text', text: 'Grüße, 🙂.' }],
        },
        { type: 'function_call', id: 'f', call_id: 'a', name: 'now', arguments: '{"zone":"utc"}' },
      ],
      usage: { input_tokens: 9, output_tokens: 5 },
    },
  ],
  [
    'Anthropic',
    anthropic,
    {
      ...{ id: 'm', type: 'message', role: 'assistant', model: 'm' },
      content: [
        { type: 'text', text: 'Grüße, 🙂.' },
        { type: 'tool_use', id: 'a', name: 'now', input: { zone: 'utc' } },
      ],
      ...{ stop_reason: 'tool_use', stop_sequence: null },
      usage: { input_tokens: 9, output_tokens: 5 },
    },
  ],
  [
    'Google',
    google,
    [
      { candidates: [{ content: { role: 'model', parts: [{ text: 'Grüße, ' }] }, index: 0 }] },
      {
        candidates: [
          {
            content: {
              role: 'model',
              parts: [{ text: '🙂.' }, { functionCall: { name: 'now', args: { zone: 'utc' } } }],
            },
            ...{ finishReason: 'STOP', index: 0 },
          },
        ],
        usageMetadata: { promptTokenCount: 9, candidatesTokenCount: 5 },
      },
    ],
  ],
];

describe.each(wholeAnswers)('an answer in one piece over %s', (_name, wire, answer) => {
  it.each([
    ['called JSON', 'application/json', JSON.stringify(answer)],
    ['called JSON, and spaced', 'application/json; charset=utf-8', `\n${JSON.stringify(answer, null, 2)}\n`],
    ['called a stream of events', 'text/event-stream', JSON.stringify(answer)],
    ['called nothing', '', JSON.stringify(answer)],
  ])('is read whole where it is %s, and asked for once', async (_what, type, body) => {
    const found = await read({ ...wire, tools }, body, type);
    expect(found).toMatchObject({
      ...{ text: 'Grüße, 🙂.', calls: 1, ending: expect.stringMatching(/^(?:stop|tool_calls)$/) },
      usage: { inputTokens: 9, outputTokens: 5, estimated: false },
      tools: [{ name: 'now', input: { zone: 'utc' } }],
    });
  });

  it('says what its provider says where it is a failure', async () => {
    for (const told of [
      { error: { message: 'Out of memory', type: 'x', code: 'y' } },
      [{ error: { message: 'Out of memory', status: 'INVALID_ARGUMENT' } }],
      { object: 'error', message: 'Out of memory', code: 400 },
    ])
      expect((await read(wire, JSON.stringify(told), 'application/json')).last).toMatchObject({
        ...{ type: 'error', message: expect.stringContaining('“Out of memory”') },
      });
  });
});

it('reads an answer in one piece that is longer than any failure', async () => {
  const content = 'word '.repeat(50_000);
  const body = JSON.stringify({ choices: [{ message: { content }, finish_reason: 'stop' }] });
  expect(await read(compatible, body, 'application/json')).toMatchObject({ text: content, ending: 'stop' });
});

describe.each([
  ['a compatible server', compatible],
  ['OpenAI', openai],
] as const)('chat completions of %s', (_name, wire) => {
  it('are read where an event is a whole answer', async () => {
    const event = { id: 'c', choices: [{ index: 0, message: { content: 'Hello' }, finish_reason: 'stop' }] };
    expect(await read(wire, framed([event, '[DONE]']))).toMatchObject({ text: 'Hello', ending: 'stop' });
  });

  it('are cut where words follow a reason for the end, and no last event comes', async () => {
    const words = [chunk({ content: 'One ' }, 'stop'), chunk({ content: 'two' }, 'stop')];
    expect(await read(wire, framed(words))).toMatchObject({ text: 'One two', ending: 'model.cut' });
    expect(await read(wire, framed([...words, '[DONE]']))).toMatchObject({ text: 'One two', ending: 'stop' });
    // What names no words after the reason takes nothing from it.
    const counted = [chunk({ content: 'One' }), chunk({}, 'stop'), chunk({ content: '' }), chunk({}, 'stop')];
    expect(await read(wire, framed(counted))).toMatchObject({ text: 'One', ending: 'stop' });
  });

  it('are no whole answer where their reason is an error', async () => {
    const events = [chunk({ content: 'One' }), chunk({}, 'error'), '[DONE]'];
    expect(await read(wire, framed(events))).toMatchObject({ text: 'One', ending: 'model.provider_error' });
  });

  it.each([
    ['a text', { error: 'Out of memory' }],
    ['the event', { object: 'error', message: 'Out of memory', type: 'InternalServerError', code: 500 }],
    ['beside an end', chunk({ content: '' }, 'error', { error: { code: 502, message: 'Out of memory' } })],
  ])('say what went wrong in the middle where it is %s', async (_what, event) => {
    const { text, last } = await read(wire, framed([chunk({ content: 'One' }), event, '[DONE]']));
    expect(text).toBe('One');
    expect(last).toMatchObject({
      code: 'model.provider_error',
      message: expect.stringContaining('“Out of memory”'),
    });
  });

  it('call a tool whose arguments are no text', async () => {
    const called = {
      index: 0,
      id: 'a',
      type: 'function',
      function: { name: 'now', arguments: { zone: 'utc' } },
    };
    const events = [chunk({ tool_calls: [called] }), chunk({}, 'tool_calls'), '[DONE]'];
    expect(await read({ ...wire, tools }, framed(events))).toMatchObject({
      tools: [{ id: 'a', input: { zone: 'utc' } }],
    });
  });

  it('say that an image was left out', async () => {
    const image = { type: 'image_url', image_url: { url: 'data:image/png;base64,AAAA' } };
    const { text, warnings } = await read(
      wire,
      framed([chunk({ content: 'Here.', images: [image] }), chunk({}, 'stop'), '[DONE]']),
    );
    expect({ text, warnings }).toEqual({ text: 'Here.', warnings: [expect.stringContaining('an image')] });
  });
});

describe('Anthropic', () => {
  const named = (event: { type: string }) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
  const start = {
    type: 'message_start',
    message: { id: 'a', model: 'm', role: 'assistant', usage: { input_tokens: 9, output_tokens: 1 } },
  };
  const block = (content_block: object) => ({ type: 'content_block_start', index: 0, content_block });
  const words = (text: string) => ({
    type: 'content_block_delta',
    index: 0,
    delta: { type: 'text_delta', text },
  });
  const stop = { type: 'content_block_stop', index: 0 };
  const end = (reason: string, more: object = {}) => [
    {
      type: 'message_delta',
      delta: { stop_reason: reason, stop_sequence: null, ...more },
      usage: { output_tokens: 5 },
    },
    { type: 'message_stop' },
  ];
  const say = (events: { type: string }[], given: Partial<ModelCall> = {}) =>
    read({ ...anthropic, ...given }, events.map(named).join(''));

  it.each([
    ['text', {}],
    ['a form', { responseSchema: { type: 'object', properties: {}, additionalProperties: false } }],
  ])('may begin a block with its first words, where %s is asked for', async (_what, given) => {
    const events = [start, block({ type: 'text', text: '{"a"' }), words(':1}'), stop, ...end('end_turn')];
    expect(await say(events, given)).toMatchObject({ text: '{"a":1}', ending: 'stop' });
    const alone = [start, block({ type: 'text', text: '{}' }), stop, ...end('end_turn')];
    expect(await say(alone, given)).toMatchObject({ text: '{}', ending: 'stop' });
  });

  it('may begin its thoughts so too', async () => {
    const thinking = block({ type: 'thinking', thinking: 'Well', signature: '' });
    const more = {
      type: 'content_block_delta',
      index: 0,
      delta: { type: 'thinking_delta', thinking: ', so' },
    };
    expect(await say([start, thinking, more, stop, ...end('end_turn')])).toMatchObject({
      reasoning: 'Well, so',
    });
  });

  it('may add events and deltas that nobody knows yet', async () => {
    const known = [start, block({ type: 'text', text: '' }), words('One'), stop, ...end('end_turn')];
    const fresh = [
      { type: 'message_annotation', note: 7 },
      { type: 'content_block_delta', index: 0, delta: { type: 'mood_delta', mood: 'good' } },
    ];
    for (const one of fresh)
      expect(await say([...known.slice(0, 2), one, ...known.slice(2)])).toMatchObject({
        text: 'One',
        ending: 'stop',
      });
  });

  it('may count nothing', async () => {
    const bare = { type: 'message_start', message: { id: 'a', model: 'm', role: 'assistant' } };
    const last = [{ type: 'message_delta', delta: { stop_reason: 'end_turn' } }, { type: 'message_stop' }];
    expect(await say([bare, block({ type: 'text', text: '' }), words('One'), stop, ...last])).toMatchObject({
      ...{ text: 'One', ending: 'stop', usage: { estimated: true } },
    });
  });

  it.each([
    [{ longestAnswer: 64_000 }, 64_000],
    [{ longestAnswer: 64_000, settings: { reasoningTokens: 4_000 } }, 64_000],
    [{ longestAnswer: 64_000, settings: { maxOutputTokens: 500 } }, 500],
    [{ longestAnswer: null }, 4_096],
  ])('is told of a model nobody knows, with %o, that its answer may have %i tokens', async (given, most) => {
    let sent: { max_tokens?: number } = {};
    const fetch = async (_input: unknown, init?: RequestInit) => {
      sent = JSON.parse(String(init?.body));
      const events = [start, block({ type: 'text', text: 'One' }), stop, ...end('end_turn')];
      return new Response(events.map(named).join(''), { headers: { 'content-type': 'text/event-stream' } });
    };
    const gateway = createLlmGateway({ fetch: fetch as typeof globalThis.fetch, clock: hurriedClock });
    const call = { ...anthropic, baseUrl: 'http://gateway.example/v1', model: 'kimi-k2' };
    const events = await collect(gateway.stream(modelCall({ ...call, ...given })));
    expect(sent.max_tokens).toBe(most);
    const warnings = events.filter(({ type }) => type === 'warning');
    expect(warnings).toEqual(
      most === 4_096
        ? [
            {
              type: 'warning',
              message: expect.stringContaining('may have 4096 tokens. Enter its longest answer'),
            },
          ]
        : [],
    );
  });

  it('says why it refuses', async () => {
    const why = {
      stop_details: { type: 'refusal', category: 'cyber', explanation: 'This breaks our rules.' },
    };
    const events = [start, block({ type: 'text', text: '' }), words('I'), stop, ...end('refusal', why)];
    expect(await say(events)).toMatchObject({
      ...{ ending: 'refusal', warnings: [expect.stringContaining('“This breaks our rules.”')] },
    });
  });
});

describe('responses', () => {
  const created = { type: 'response.created', response: { id: 'r', created_at: 1, model: 'm' } };
  const item = {
    type: 'message',
    id: 'i',
    role: 'assistant',
    content: [{ type: 'output_text', text: 'Hello' }],
  };
  const added = { type: 'response.output_item.added', output_index: 0, item: { ...item, content: [] } };
  const done = { type: 'response.output_item.done', output_index: 0, item };
  const delta = { type: 'response.output_text.delta', item_id: 'i', output_index: 0, delta: 'Hello' };
  const completed = (more: object = {}) => ({
    type: 'response.completed',
    response: { usage: { input_tokens: 9, output_tokens: 5 }, ...more },
  });

  it.each([
    ['in the end of its item alone', [created, added, done, completed()]],
    ['in the last event alone', [created, completed({ output: [item] })]],
    ['again and again', [created, added, delta, done, completed({ output: [item] })]],
  ])('hold the words once, also where they are said %s', async (_what, events) => {
    const each = events.map((event) => framed([event]));
    expect(await read(overResponses, each.join(''))).toMatchObject({ text: 'Hello', ending: 'stop' });
  });

  it.each([
    [
      'a failure',
      { type: 'response.failed', response: { error: { code: 'server_error', message: 'Out of memory' } } },
    ],
    ['an error', { type: 'error', error: { code: 'x', message: 'Out of memory' } }],
    ['an error of another protocol', { error: { message: 'Out of memory', code: 500 } }],
  ])('say what went wrong where it comes as %s', async (_what, event) => {
    expect((await read(overResponses, framed([created, added, delta, event]))).last).toMatchObject({
      ...{ code: 'model.provider_error', message: expect.stringContaining('“Out of memory”') },
    });
  });

  it('show open thoughts', async () => {
    const thought = { type: 'response.reasoning_text.delta', item_id: 't', output_index: 0, delta: 'Well' };
    const events = [
      ...[
        created,
        { type: 'response.output_item.added', output_index: 0, item: { type: 'reasoning', id: 't' } },
      ],
      ...[thought, { ...added, output_index: 1 }, { ...delta, output_index: 1 }, completed()],
    ];
    expect(await read(overResponses, framed(events))).toMatchObject({ reasoning: 'Well', text: 'Hello' });
  });
});

describe('Google', () => {
  const ended = (reason: string, parts: object[] = [{ text: 'One' }], more: object = {}) =>
    framed([
      { candidates: [{ content: { role: 'model', parts }, finishReason: reason, index: 0, ...more }] },
    ]);

  it('says why nothing or no more is answered', async () => {
    const blocked = framed([{ promptFeedback: { blockReason: 'PROHIBITED_CONTENT' } }]);
    expect((await read(google, blocked)).warnings).toEqual([expect.stringContaining('(PROHIBITED_CONTENT)')]);
    const { warnings } = await read(google, ended('SAFETY', [], { finishMessage: 'Not about weapons.' }));
    expect(warnings).toEqual([expect.stringContaining('“Not about weapons.”')]);
  });

  it.each(['MALFORMED_RESPONSE', 'UNEXPECTED_TOOL_CALL', 'TOO_MANY_TOOL_CALLS'])(
    'has not ended its answer with %s',
    async (reason) => {
      const { text, last } = await read(google, ended(reason));
      expect(text).toBe('One');
      expect(last).toMatchObject({ code: 'model.provider_error', message: expect.stringContaining(reason) });
    },
  );

  it('says that an image was left out', async () => {
    const image = { inlineData: { mimeType: 'image/png', data: 'AAAA' } };
    expect(await read(google, ended('STOP', [{ text: 'Here.' }, image]))).toMatchObject({
      ...{ text: 'Here.', ending: 'stop', warnings: [expect.stringContaining('an image')] },
    });
  });
});

describe('an answer in one piece', () => {
  const answer = (more: object) =>
    JSON.stringify({ choices: [{ message: { content: 'One two' }, finish_reason: 'stop' }], ...more });

  it('is read where its counts are texts', async () => {
    const usage = { prompt_tokens: '9', completion_tokens: '5' };
    expect(await read(compatible, answer({ usage }), 'application/json')).toMatchObject({
      text: 'One two',
      calls: 1,
    });
  });

  it('is not taken apart where it has more parts than any answer', async () => {
    const body = answer({ more: Array.from({ length: 200_001 }, () => []) });
    const { last, text } = await read(compatible, body, 'application/json');
    expect([text, last]).toEqual(['', expect.objectContaining({ type: 'error', code: 'model.garbled' })]);
  });
});
