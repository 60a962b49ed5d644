import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Behaviour } from './behaviour.ts';
import { type Beat, type ModelCall, type Protocol, textsOf } from './protocols/protocol.ts';
import { seededRandom } from './seeded-random.ts';

const defaultText = 'A short scripted answer.';

/** Responses whose connection this server tore down: their close is not the client's doing. */
export const tornDown = new WeakSet<ServerResponse>();

/** What comes after a beat was written. */
type Ending = 'go-on' | 'end' | 'reset' | 'hang';

type Step = { wire: string; isToken: boolean; ending: Ending };

/** Plays one behaviour onto a response. Stops quietly when the client has gone. */
export async function playBehaviour(
  behaviour: Behaviour,
  protocol: Protocol,
  call: ModelCall,
  response: ServerResponse,
): Promise<void> {
  if (behaviour.hang === 'before-headers') return;
  if (behaviour.status !== undefined) {
    const message = behaviour.errorMessage ?? `The scripted provider answers ${behaviour.status}.`;
    response.writeHead(behaviour.status, { 'content-type': 'application/json', ...behaviour.headers });
    response.end(JSON.stringify(protocol.errorBody(behaviour.status, message)));
    return;
  }
  if (behaviour.raw) {
    response.writeHead(200, { 'content-type': behaviour.raw.contentType });
    response.end(behaviour.raw.body);
    return;
  }
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', ...behaviour.headers });
  response.flushHeaders();
  if (behaviour.hang === 'after-headers') return;
  await playSteps(behaviour, steps(behaviour, protocol, call), response);
}

async function playSteps(behaviour: Behaviour, planned: Step[], response: ServerResponse): Promise<void> {
  const write = writer(behaviour, response);
  if (behaviour.firstTokenDelayMs) await wait(behaviour.firstTokenDelayMs);
  const started = performance.now();
  let tokens = 0;
  for (const step of planned) {
    if (response.destroyed) return;
    if (step.isToken && behaviour.tokensPerSecond) {
      const early = started + (tokens * 1000) / behaviour.tokensPerSecond - performance.now();
      if (early >= 1) await wait(early);
      tokens += 1;
    }
    if (!(await write(step.wire))) return;
    if (step.ending === 'hang') return;
    if (step.ending === 'reset') {
      // Waits a moment, so that what was written leaves before the connection is torn down.
      await wait(20);
      tornDown.add(response);
      response.socket?.resetAndDestroy();
      return;
    }
    if (step.ending === 'end') break;
  }
  if (!response.destroyed && !behaviour.staysOpen) response.end();
}

function steps(behaviour: Behaviour, protocol: Protocol, call: ModelCall): Step[] {
  if (behaviour.recorded) {
    const lines = behaviour.recorded.map((line) => ({
      wire: protocol.frameRecorded(line),
      isToken: true,
      ending: 'go-on' as Ending,
    }));
    return [...lines, { wire: protocol.closing, isToken: false, ending: 'end' }];
  }
  const encode = protocol.encoder(call);
  const planned: Step[] = [];
  let said = 0;
  for (const beat of beats(behaviour, call)) {
    const isToken = beat.kind === 'text' || beat.kind === 'reasoning';
    if (isToken && behaviour.accident?.afterTokens === said) {
      planned.push(accidentStep(behaviour.accident.kind, encode));
      if (behaviour.accident.kind !== 'garbage') return planned;
    }
    if (isToken) said += 1;
    planned.push({ wire: encode(beat), isToken, ending: 'go-on' });
  }
  return planned;
}

function accidentStep(
  kind: NonNullable<Behaviour['accident']>['kind'],
  encode: (beat: Beat) => string,
): Step {
  if (kind === 'error') {
    return {
      wire: encode({ kind: 'error', message: 'The scripted provider broke down.' }),
      isToken: false,
      ending: 'end',
    };
  }
  if (kind === 'garbage') return { wire: encode({ kind: 'garbage' }), isToken: false, ending: 'go-on' };
  return { wire: '', isToken: false, ending: kind };
}

function beats(behaviour: Behaviour, call: ModelCall): Beat[] {
  const text = behaviour.textFrom ? behaviour.textFrom(call.body) : (behaviour.text ?? defaultText);
  const reasoning = tokensOf(behaviour.reasoning ?? '');
  const spoken = tokensOf(text);
  const all: Beat[] = [{ kind: 'open' }];
  for (const part of reasoning) all.push({ kind: 'reasoning', text: part });
  spoken.forEach((part, index) => {
    if (behaviour.pingEvery && index % behaviour.pingEvery === 0) all.push({ kind: 'ping' });
    all.push({ kind: 'text', text: part });
  });
  if (behaviour.tool) all.push({ kind: 'tool', id: 'call_scripted', ...behaviour.tool });
  const usage = {
    input: call.inputTokens,
    output: reasoning.length + spoken.length,
    reasoning: reasoning.length,
  };
  const reason = behaviour.tool ? 'tool_calls' : (behaviour.finishReason ?? 'stop');
  all.push({ kind: 'finish', reason, usage: behaviour.usage === false ? null : usage });
  return all;
}

/** The scripted tokens of a text: words with the space before them. */
export function tokensOf(text: string): string[] {
  return text.match(/\s*\S+(\s+$)?|\s+$/g) ?? [];
}

/** How many tokens the scripted provider says it has read. */
export function inputTokensOf(body: unknown): number {
  return textsOf(body).reduce((sum, text) => sum + tokensOf(text).length, 0);
}

/** Writes text whole, or in pieces cut at seeded random bytes, and ends at `cutAtByte`. False: nothing more to send. */
function writer(behaviour: Behaviour, response: ServerResponse): (wire: string) => Promise<boolean> {
  const random = behaviour.splitSeed === undefined ? undefined : seededRandom(behaviour.splitSeed);
  let left = behaviour.cutAtByte ?? Number.POSITIVE_INFINITY;
  return async (wire) => {
    const whole = Buffer.from(wire, 'utf8');
    const bytes = whole.subarray(0, Math.min(whole.length, left));
    left -= bytes.length;
    for (let from = 0; from < bytes.length; ) {
      const size = random ? 1 + Math.floor(random() * 40) : bytes.length;
      await writeBytes(response, bytes.subarray(from, from + size));
      from += size;
    }
    if (left > 0) return true;
    response.end();
    return false;
  };
}

async function writeBytes(response: ServerResponse, bytes: Buffer): Promise<void> {
  if (response.destroyed || response.write(bytes)) return;
  await new Promise<void>((resolve) => {
    const done = () => {
      response.off('drain', done);
      response.off('close', done);
      resolve();
    };
    response.on('drain', done);
    response.on('close', done);
  });
}
