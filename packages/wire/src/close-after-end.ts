/**
 * An answer ends where its provider says so, whatever becomes of the connection: some servers and gateways keep it open
 * after the last event, and the packages wait for its end.
 */
import type { Clock } from './clock.ts';
import type { ModelCall } from './model-event.ts';
import { createNamedEnd, type NamedEnd } from './named-end.ts';
import { isChat } from './readable-events.ts';

/** At the beginning of a line, or with quotes that stand unescaped: a text of the answer never looks so. */
const lastEvents = {
  chat: /(?:^|[\r\n])data: ?\[DONE\]/,
  responses: /(?:[\r\n]event: ?|"type": ?")response\.(?:completed|incomplete|failed)\b/,
  anthropic: /(?:^|[\r\n])(?:event: ?message_stop\b|data: ?\{"type": ?"message_stop")/,
  google: /"(?:finishReason|blockReason)": ?"/,
} as const;
const longestMark = 64;
const startOfEvent = /(?:^|[\r\n])data:/;
/** Beyond this a first event is an image or worse, and no longer looked into. */
const longestFirst = 1_000_000;
const betweenEvents = /\r\n\r\n|\n\n|\r\r/;
const endOfEvent = /(?:\r\n\r\n|\n\n|\r\r)$/;
/** What still comes after the last event, such as a count of tokens, comes soon. */
const quietMs = 5_000;
/** Some servers leave the last event out, and name the reason for the end alone. */
const reasons = {
  chat: /"finish_reason": ?"/,
  anthropic: /"stop_reason": ?"/,
  google: /"finishReason": ?"/,
} as const;
/** What only says that the connection lives: comments, and the pings of Anthropic. */
const signsOfLife = /^(?:\s*(?::[^\r\n]*|event: ?ping|data: ?\{"type": ?"ping"\}) *(?:\r\n|\r|\n))+\s*$/;
const longestSign = 200;

function lastEventOf({ provider, api }: Pick<ModelCall, 'provider' | 'api'>): RegExp {
  if (provider === 'anthropic' || provider === 'google') return lastEvents[provider];
  return lastEvents[api === 'responses' ? 'responses' : 'chat'];
}

function reasonBeforeLast(call: Pick<ModelCall, 'provider' | 'api'>): RegExp | undefined {
  if (isChat(call)) return reasons.chat;
  return call.provider === 'anthropic' ? reasons.anthropic : undefined;
}

/**
 * Some servers that speak Google's protocol name a reason for the end in each event, from the first one on: there it tells
 * nothing, and only the end of the connection does. Told what comes, piece by piece.
 */
function firstNamesEnd(): (fresh: string) => boolean {
  let opening: string | undefined = '';
  let isNamed = false;
  return (fresh) => {
    if (opening === undefined) return isNamed;
    opening += fresh;
    const start = opening.search(startOfEvent);
    if (start >= 0) opening = opening.slice(start);
    // Comments come before it: no more of them is kept than may begin a line with it.
    else if (opening.length > 5) opening = ` ${opening.slice(-5)}`;
    const end = start < 0 ? -1 : opening.search(betweenEvents);
    if (end >= 0) isNamed = reasons.google.test(opening.slice(0, end));
    if (end >= 0 || opening.length > longestFirst) opening = undefined;
    return isNamed;
  };
}

/**
 * The body, which also ends when nothing has come for a while after its last event, or nothing can come any more.
 * `ends` is told of the reasons for the end by the one who reads the events.
 */
export function closeAfterEnd(
  body: ReadableStream<Uint8Array>,
  call: Pick<ModelCall, 'provider' | 'api'>,
  clock: Pick<Clock, 'sleep' | 'monotonic'>,
  ends: Pick<NamedEnd, 'quietMs'> = createNamedEnd(),
): ReadableStream<Uint8Array> {
  const lastEvent = lastEventOf(call);
  const reader = body.getReader();
  const decoder = new TextDecoder('latin1');
  let tail = '';
  let isLast = false;
  let isNamed = false;
  const reason = reasonBeforeLast(call);
  /** When something last came that says more than that the connection lives. */
  let heardAt = 0;
  const namesAlways = call.provider === 'google' ? firstNamesEnd() : () => false;
  let asked: ReturnType<typeof reader.read> | undefined;

  const read = () => {
    asked ??= reader.read();
    return asked;
  };
  /** Waits for what comes: nothing since so long, or nothing any more. */
  const staysQuiet = async (ms: number): Promise<'quiet' | 'torn-down' | undefined> => {
    const nap = new AbortController();
    const left = Math.max(0, heardAt + ms - clock.monotonic());
    const quiet = clock.sleep(left, nap.signal).then(
      () => 'quiet' as const,
      () => undefined,
    );
    const more = read().then(
      () => undefined,
      () => 'torn-down' as const,
    );
    const found = await Promise.race([quiet, more]);
    // A reason of its own would be made with its stack, for nobody.
    nap.abort('over');
    return found;
  };
  const isOver = async (): Promise<boolean> => {
    if (!(isLast || isNamed) || !endOfEvent.test(tail)) return false;
    const found = await staysQuiet(quietMs);
    // A connection that is torn down now takes nothing from the answer.
    if (isLast || found === undefined) return found !== undefined;
    const needed = ends.quietMs();
    if (needed === undefined) return false;
    if (needed <= quietMs) return true;
    return found === 'quiet' && (await staysQuiet(needed)) === 'quiet';
  };

  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (await isOver()) {
        controller.close();
        reader.cancel().catch(() => undefined);
        return;
      }
      const { done, value } = await read();
      asked = undefined;
      if (done) {
        // Whether a line ends here or goes on with a line feed is known only now.
        if (tail.endsWith('\r')) controller.enqueue(new TextEncoder().encode('\n'));
        return controller.close();
      }
      const fresh = decoder.decode(value);
      const text = tail + fresh;
      const tellsNothing = namesAlways(fresh);
      isLast = !tellsNothing && (isLast || lastEvent.test(text));
      isNamed ||= reason?.test(text) === true;
      if ((isLast || isNamed) && (fresh.length > longestSign || !signsOfLife.test(fresh)))
        heardAt = clock.monotonic();
      tail = text.slice(-longestMark);
      controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
}
