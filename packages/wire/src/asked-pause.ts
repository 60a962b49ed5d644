/**
 * How long a provider asks its callers to wait, in whichever of the many forms it says so. Read for a failure that may pass
 * by itself: a pause that is asked for counts, then what the words say, then when a window of its limits opens again.
 */
import { isFields } from './fields.ts';

/** What a refusal came with; the names of its headers in small letters. */
export type Refusal = {
  status: number;
  headers: Readonly<Record<string, string | undefined>>;
  /** The body, or an event, as text: whatever the provider said. */
  said: string;
  now: Date;
};

/** @returns milliseconds; undefined where nothing is said of it */
export function askedPause(refusal: Refusal): number | undefined {
  const { said, now } = refusal;
  const headers = { ...headersIn(said), ...refusal.headers };
  return (
    millisecondsIn(headers['retry-after-ms'] ?? headers['x-ms-retry-after-ms']) ??
    pauseIn(headers['retry-after'], now) ??
    pauseInWords(said) ??
    untilOpen(headers, refusal)
  );
}

const unitMs: Readonly<Record<string, number>> = {
  ...{ ms: 1, s: 1_000, sec: 1_000, secs: 1_000, second: 1_000, seconds: 1_000 },
  ...{ m: 60_000, min: 60_000, mins: 60_000, minute: 60_000, minutes: 60_000 },
  ...{ h: 3_600_000, hour: 3_600_000, hours: 3_600_000, d: 86_400_000, day: 86_400_000, days: 86_400_000 },
};
const oneUnit = /(\d+(?:\.\d+)?) ?([a-z]+) ?/gi;
const durations = /^(?:\d+(?:\.\d+)? ?[a-z]+ ?)+$/i;
const longestText = 100;
/** Numbers above these are no pause but a moment, in seconds or milliseconds since 1970. */
const firstMoment = 1_000_000_000;
const firstMomentMs = 1_000_000_000_000;

const notBefore = (ms: number) => (Number.isFinite(ms) ? Math.max(0, Math.round(ms)) : undefined);

const millisecondsIn = (text: string | undefined) =>
  text === undefined || text.trim() === '' ? undefined : notBefore(Number(text));

/** Seconds, a duration such as `6m0s`, a moment or a date. */
function pauseIn(given: string | undefined, now: Date): number | undefined {
  const text = (given ?? '').trim();
  if (text === '' || text.length > longestText) return undefined;
  const number = Number(text);
  if (Number.isFinite(number)) {
    if (number >= firstMomentMs) return notBefore(number - now.getTime());
    return notBefore(number >= firstMoment ? number * 1_000 - now.getTime() : number * 1_000);
  }
  return durationIn(text) ?? notBefore(Date.parse(text) - now.getTime());
}

/** `20ms`, `1s`, `6m0s`, `7.66s`, `3 seconds`. */
function durationIn(text: string): number | undefined {
  if (!durations.test(text)) return undefined;
  let ms = 0;
  for (const [, count, unit = ''] of text.matchAll(oneUnit)) {
    const each = unitMs[unit.toLowerCase()];
    if (each === undefined) return undefined;
    ms += Number(count) * each;
  }
  return notBefore(ms);
}

/** Google names a delay in its details; others say it in the message alone. */
function pauseInWords(said: string): number | undefined {
  const told =
    /retryDelay\W{1,8}([\d.]{1,20}m?s)/.exec(said)?.[1] ??
    /(?:try again|retry) (?:in|after) ((?:\d[\d.]{0,19} ?(?:ms|s|sec|secs|seconds?|m|mins?|minutes?|h|hours?) ?){1,4})/i
      .exec(said)?.[1]
      ?.trim();
  return told === undefined ? undefined : durationIn(told);
}

const windows: readonly RegExp[] = [
  /^x-ratelimit-reset(-.+)?$/,
  /^anthropic-ratelimit-(?:.+-)?reset$/,
  /^ratelimit-reset$/,
  /^x-ratelimit-(?:.+-)reset$/,
];

/** OpenAI, Anthropic and many gateways say when each window of their limits opens again, and how much is left in it. */
function untilOpen(headers: Refusal['headers'], { status, now }: Refusal): number | undefined {
  const known: { isUsedUp: boolean | undefined; ms: number }[] = [];
  for (const [name, text] of Object.entries(headers)) {
    if (!windows.some((pattern) => pattern.test(name))) continue;
    const ms = pauseIn(text, now);
    const left = headers[name.replace('reset', 'remaining')];
    if (ms !== undefined)
      known.push({ isUsedUp: left === undefined ? undefined : Number.parseFloat(left) <= 0, ms });
  }
  const usedUp = known.filter(({ isUsedUp }) => isUsedUp === true);
  // All of them must open; of which nobody says what is left, one may be enough.
  if (usedUp.length > 0) return Math.max(...usedUp.map(({ ms }) => ms));
  // Such headers stand on all answers: of a failure that has nothing to do with how much is asked they say nothing.
  const mayBeIt = (isUsedUp: boolean | undefined) =>
    status === 429 || (isUsedUp === undefined && (status === 503 || status === 529));
  const unclear = known.filter(({ isUsedUp }) => mayBeIt(isUsedUp));
  return unclear.length > 0 ? Math.min(...unclear.map(({ ms }) => ms)) : undefined;
}

/** OpenRouter repeats the headers of the provider that it asked in the body of the refusal. */
function headersIn(said: string): Record<string, string> {
  if (!said.includes('"metadata"')) return {};
  try {
    const body: unknown = JSON.parse(said);
    const error = isFields(body) ? body.error : undefined;
    const metadata = isFields(error) ? error.metadata : undefined;
    const headers = isFields(metadata) ? metadata.headers : undefined;
    return Object.fromEntries(
      Object.entries(isFields(headers) ? headers : {}).map(([name, value]) => [
        name.toLowerCase(),
        String(value),
      ]),
    );
  } catch {
    return {}; // What is no JSON repeats no headers.
  }
}
