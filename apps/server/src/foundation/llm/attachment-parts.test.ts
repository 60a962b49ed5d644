import {
  type ScriptedProvider,
  startScriptedProvider,
} from '@promptvault/testing/scripted-provider/start-scripted-provider';
import { smallPdf } from '@promptvault/testing/small-pdf';
import { collect, hurriedClock, modelCall, outcome } from '@promptvault/wire/gateway-testing';
import { createLlmGateway } from '@promptvault/wire/llm-gateway';
import type { ModelCall } from '@promptvault/wire/model-event';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { guardedFetch } from './guarded-fetch.ts';

const gateway = createLlmGateway({
  fetch: guardedFetch({ allowPrivateAddresses: true }),
  clock: hurriedClock,
});
const gif = 'R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=';
const image = {
  mediaType: 'image/gif' as const,
  width: 1,
  height: 1,
  data: new Uint8Array(Buffer.from(gif, 'base64')),
};
const document = smallPdf(2);
const pdf = {
  mediaType: 'application/pdf' as const,
  pages: 2,
  encrypted: false,
  data: new Uint8Array(document),
};
const pages = document.toString('base64');
const imageAddress = `data:image/gif;base64,${gif}`;
const pdfAddress = `data:application/pdf;base64,${pages}`;
const words = 'What is the capital of Denmark?';

let provider: ScriptedProvider;
beforeAll(async () => {
  provider = await startScriptedProvider();
});
afterAll(() => provider.close());

const chat = (body: Body) => body.messages?.at(-1);
type Body = Record<string, { content?: unknown; role?: string }[] | undefined>;

const wires: [
  name: string,
  spoken: Pick<ModelCall, 'provider' | 'api'>,
  last: (body: Body) => unknown,
  parts: object[],
][] = [
  [
    'openai',
    { provider: 'openai' },
    chat,
    [
      { type: 'image_url', image_url: { url: imageAddress } },
      { type: 'file', file: { filename: expect.stringMatching(/\.pdf$/), file_data: pdfAddress } },
      { type: 'text', text: words },
    ],
  ],
  [
    'openai_responses',
    { provider: 'openai', api: 'responses' },
    ({ input }) => input?.at(-1),
    [
      { type: 'input_image', image_url: imageAddress },
      { type: 'input_file', filename: expect.stringMatching(/\.pdf$/), file_data: pdfAddress },
      { type: 'input_text', text: words },
    ],
  ],
  [
    'anthropic',
    { provider: 'anthropic' },
    chat,
    [
      { type: 'image', source: { type: 'base64', media_type: 'image/gif', data: gif } },
      { type: 'document', source: { type: 'base64', media_type: 'application/pdf', data: pages } },
      { type: 'text', text: words },
    ],
  ],
  [
    'google',
    { provider: 'google' },
    ({ contents }) => contents?.at(-1),
    [
      { inlineData: { mimeType: 'image/gif', data: gif } },
      { inlineData: { mimeType: 'application/pdf', data: pages } },
      { text: words },
    ],
  ],
  [
    'openai_compatible',
    { provider: 'openai_compatible' },
    chat,
    [
      { type: 'image_url', image_url: { url: imageAddress } },
      { type: 'file', file: { filename: expect.stringMatching(/\.pdf$/), file_data: pdfAddress } },
      { type: 'text', text: words },
    ],
  ],
];

it.each(wires)(
  'over %s attachments stand before the words of the last message of the user',
  async (name, spoken, last, parts) => {
    const baseUrl = provider.baseUrls[name as keyof typeof provider.baseUrls];
    const call = modelCall({ ...spoken, baseUrl, model: 'scripted-fast', attachments: [image, pdf] });
    expect(outcome(await collect(gateway.stream(call))).ending).toBe('stop');
    const body = provider.requests.at(-1)?.body as Body;
    const message = last(body) as { role: string; content?: unknown; parts?: unknown };
    expect(message.role).toBe('user');
    expect(message.parts ?? message.content).toMatchObject(parts);
    for (const content of [gif, pages]) expect(JSON.stringify(body).split(content)).toHaveLength(2);
  },
);

it('they are a message of their own where the prompt has none of the user', async () => {
  const call = modelCall({
    ...{
      provider: 'openai',
      baseUrl: provider.baseUrls.openai,
      model: 'scripted-fast',
      attachments: [image],
    },
    messages: [{ role: 'system', content: 'Say what you see.' }],
  });
  await collect(gateway.stream(call));
  const body = provider.requests.at(-1)?.body as Body | undefined;
  expect(body?.messages?.map(({ role }) => role)).toEqual(['system', 'user']);
});
