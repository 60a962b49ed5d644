import type { Behaviour, ProtocolName } from './behaviour.ts';
import { textsOf } from './protocols/protocol.ts';
import { findRecordedStream } from './recorded-streams.ts';

const sentence =
  'A scripted provider speaks here, word after word, so that a test can watch an answer grow. ' +
  'Grüße aus Zürich, 東京 and 🙂 check that no character is torn apart. ';

function words(count: number): string {
  return Array.from({ length: count }, (_, index) => `word${index + 1}`).join(' ');
}

/** The last text of the request: the newest message. */
function lastText(body: unknown): string {
  return textsOf(body).at(-1) ?? '';
}

const middle = (kind: NonNullable<Behaviour['accident']>['kind']): Behaviour => ({
  text: sentence,
  tokensPerSecond: 100,
  accident: { afterTokens: 8, kind },
});

/** Model ids that mean a behaviour, so that a journey can choose one in a form. README.md beside explains each. */
export const namedBehaviours: Readonly<Record<string, Behaviour>> = {
  'scripted-fast': { text: sentence.repeat(2), firstTokenDelayMs: 20, tokensPerSecond: 200 },
  'scripted-slow': { text: words(200), firstTokenDelayMs: 800, tokensPerSecond: 5 },
  'scripted-burst': { text: words(2000) },
  'scripted-echo': { textFrom: lastText, tokensPerSecond: 200 },
  'scripted-mirror': { textFrom: (body) => JSON.stringify(body) },
  'scripted-embedding': {},
  'scripted-json': { text: '{"title":"A scripted answer","score":7,"tags":["scripted","json"]}' },
  'scripted-reasoning': { reasoning: 'First I look at the question. Then I answer. ', text: sentence },
  'scripted-tool': {
    text: 'I look it up. ',
    tool: { name: 'lookup', input: { query: 'weather in Zürich' } },
  },
  'scripted-length': { text: sentence, finishReason: 'length' },
  'scripted-filtered': { text: 'I would', finishReason: 'content_filter' },
  'scripted-no-usage': { text: sentence, usage: false },
  'scripted-pings': { text: sentence, pingEvery: 2 },
  'scripted-split': { text: sentence, splitSeed: 7 },
  'scripted-cut': middle('end'),
  'scripted-reset': middle('reset'),
  'scripted-hang': middle('hang'),
  'scripted-error': middle('error'),
  'scripted-garbage': middle('garbage'),
  'scripted-open': { text: sentence, staysOpen: true },
  'scripted-hang-first': { hang: 'after-headers' },
  'scripted-silent': { hang: 'before-headers' },
  'scripted-empty': { raw: { contentType: 'text/event-stream', body: '' } },
  'scripted-json-error': {
    raw: {
      contentType: 'application/json',
      body: '{"error":{"message":"The scripted provider broke down."}}',
    },
  },
  'scripted-html': { raw: { contentType: 'text/html', body: '<!doctype html><title>Sign in</title>' } },
};

const patterns: readonly [RegExp, (match: RegExpMatchArray) => readonly Behaviour[]][] = [
  [
    /^scripted-rate-(\d+)-(\d+)$/,
    (found) => [{ text: words(Number(found[2])), tokensPerSecond: Number(found[1]) }],
  ],
  [/^scripted-(4\d\d|5\d\d)$/, (found) => [failing(Number(found[1]))]],
  [/^scripted-(4\d\d|5\d\d)-once$/, (found) => [failing(Number(found[1])), { text: sentence }]],
];

function failing(status: number): Behaviour {
  return status === 429 ? { status, headers: { 'retry-after': '1' } } : { status };
}

/** The behaviours of a model id, one for each request, the last for all that follow; undefined for an unknown one. */
export function behavioursOf(protocol: ProtocolName, model: string): readonly Behaviour[] | undefined {
  const named = namedBehaviours[model];
  if (named) return [named];
  for (const [pattern, make] of patterns) {
    const found = model.match(pattern);
    if (found) return make(found);
  }
  if (!model.startsWith('replay-')) return undefined;
  const stream = findRecordedStream(protocol, model.slice('replay-'.length));
  return stream && [{ recorded: stream.lines, tokensPerSecond: 100 }];
}
