/**
 * An answer ends where its provider says so, whatever becomes of the connection: some servers and gateways keep it open
 * after the last event, and the packages wait for its end.
 */
import type { Clock } from './clock.ts';
import type { ModelCall } from './model-event.ts';

/** At the beginning of a line, or with quotes that stand unescaped: a text of the answer never looks so. */
const lastEvents = {
  chat: /(?:^|[\r\n])data: ?\[DONE\]/,
  responses: /(?:[\r\n]event: ?|"type": ?")response\.(?:completed|incomplete|failed)\b/,
  anthropic: /(?:^|[\r\n])event: ?message_stop\b/,
  google: /"finishReason": ?"/,
} as const;
const longestMark = 64;
const startOfEvent = /(?:^|[\r\n])data:/;
/** Beyond this a first event is an image or worse, and no longer looked into. */
const longestFirst = 1_000_000;
const betweenEvents = /\r\n\r\n|\n\n|\r\r/;
const endOfEvent = /(?:\r\n\r\n|\n\n|\r\r)$/;
/** What still comes after the last event, such as a count of tokens, comes soon. */
const quietMs = 5_000;

function lastEventOf({ provider, api }: Pick<ModelCall, 'provider' | 'api'>): RegExp {
  if (provider === 'anthropic' || provider === 'google') return lastEvents[provider];
  return lastEvents[api === 'responses' ? 'responses' : 'chat'];
}

/**
 * Some servers that speak Google's protocol name a reason for the end in each event, from the first one on: there it tells
 * nothing, and only the end of the connection does. Told what comes, piece by piece.
 */
function firstNamesEnd(lastEvent: RegExp): (fresh: string) => boolean {
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
    if (end >= 0) isNamed = lastEvent.test(opening.slice(0, end));
    if (end >= 0 || opening.length > longestFirst) opening = undefined;
    return isNamed;
  };
}

/** The body, which also ends when nothing has come for a while after its last event, or nothing can come any more. */
export function closeAfterEnd(
  body: ReadableStream<Uint8Array>,
  call: Pick<ModelCall, 'provider' | 'api'>,
  clock: Pick<Clock, 'sleep'>,
): ReadableStream<Uint8Array> {
  const lastEvent = lastEventOf(call);
  const reader = body.getReader();
  const decoder = new TextDecoder('latin1');
  let tail = '';
  let isLast = false;
  const namesAlways = call.provider === 'google' ? firstNamesEnd(lastEvent) : () => false;
  let asked: ReturnType<typeof reader.read> | undefined;

  const read = () => {
    asked ??= reader.read();
    return asked;
  };
  const isOver = async () => {
    const nap = new AbortController();
    const quiet = clock.sleep(quietMs, nap.signal).then(
      () => true,
      () => false,
    );
    // A connection that is torn down now takes nothing from the answer.
    const more = read().then(
      () => false,
      () => true,
    );
    const found = await Promise.race([quiet, more]);
    // A reason of its own would be made with its stack, for nobody.
    nap.abort('over');
    return found;
  };

  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (isLast && endOfEvent.test(tail) && (await isOver())) {
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
      tail = text.slice(-longestMark);
      controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
}
