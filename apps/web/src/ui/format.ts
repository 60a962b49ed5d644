/**
 * The one place where numbers, money, sizes and times become text. Thousands are parted by a thin space that
 * does not break; unknown values are an en dash, never a zero.
 */
import { currentLanguage } from '../messages/catalogue.ts';

const thin = '\u202F';
export const unknownValue = '–';

const formats = new Map<string, Intl.NumberFormat>();

function numberFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${currentLanguage()} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.NumberFormat(currentLanguage(), options);
  formats.set(key, known);
  return known;
}

const written = (value: number, options: Intl.NumberFormatOptions) =>
  numberFormat(options)
    .formatToParts(value)
    .map(({ type, value: part }) => (type === 'group' ? thin : part === '-' ? '−' : part))
    .join('');

type Maybe<Value> = Value | null | undefined;

/** 9412 → `9 412`, with a thin space. */
export function formatNumber(value: Maybe<number>, digits = 0): string {
  if (value === null || value === undefined) return unknownValue;
  return written(value, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** 9412 → `9 412`; estimated ones are marked: `≈ 9 412`. */
export const formatTokens = (tokens: Maybe<number>, estimated = false): string =>
  tokens === null || tokens === undefined || !estimated
    ? formatNumber(tokens)
    : `≈${thin}${formatNumber(tokens)}`;

/** 128000 → `128k`, for places that hold three or four signs. */
export function formatCompact(value: Maybe<number>): string {
  if (value === null || value === undefined) return unknownValue;
  return numberFormat({ notation: 'compact', maximumFractionDigits: value < 10_000 ? 1 : 0 })
    .format(value)
    .replace('K', 'k');
}

/** Dollars as a number → `$0.0190`: small amounts keep four digits, so that runs can be compared. */
export function formatCost(amount: Maybe<number>, currency = 'USD'): string {
  if (amount === null || amount === undefined) return unknownValue;
  const size = Math.abs(amount);
  const digits = size === 0 || size >= 1 ? 2 : size >= 0.0001 ? 4 : 6;
  return written(amount, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

/** Milliseconds → `85 ms`, `0.61 s`, `12.4 s`, `3 min 05 s`, `2 h 10 min`. */
export function formatDuration(milliseconds: Maybe<number>): string {
  if (milliseconds === null || milliseconds === undefined) return unknownValue;
  if (milliseconds < 100) return `${formatNumber(Math.round(milliseconds))}${thin}ms`;
  const seconds = milliseconds / 1000;
  if (seconds < 9.995) return `${formatNumber(seconds, 2)}${thin}s`;
  if (seconds < 59.95) return `${formatNumber(seconds, 1)}${thin}s`;
  const whole = Math.round(seconds);
  if (whole < 3600) return `${Math.floor(whole / 60)}${thin}min ${two(whole % 60)}${thin}s`;
  const minutes = Math.round(whole / 60);
  return `${formatNumber(Math.floor(minutes / 60))}${thin}h ${two(minutes % 60)}${thin}min`;
}

const two = (value: number) => String(value).padStart(2, '0');

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'];

/** 1536 → `1.5 kB`; a kilobyte is 1,000 bytes. */
export function formatBytes(bytes: Maybe<number>): string {
  if (bytes === null || bytes === undefined) return unknownValue;
  const power = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  const unit = units[power];
  return written(value, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: value < 10 && power > 0 ? 1 : 0,
  })
    .replace(' ', thin)
    .replace('byte', 'B');
}

/** 0.9 → `90 %`. */
export function formatPercent(share: Maybe<number>, digits = 0): string {
  return share === null || share === undefined
    ? unknownValue
    : `${formatNumber(share * 100, digits)}${thin}%`;
}

/** Of what passed: never rounded up, so that what falls short of all, or of what is needed, does not read as that. */
export function formatReached(share: Maybe<number>, digits = 0): string {
  const steps = 100 * 10 ** digits;
  return formatPercent(share && Math.floor(share * steps + 1e-9) / steps, digits);
}

const spans: readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** Making a format takes longer than drawing the row it is for. */
function remembering<Format>(make: (key: string) => Format): (key: string) => Format {
  const known = new Map<string, Format>();
  return (key) => {
    const format = known.get(key) ?? make(key);
    known.set(key, format);
    return format;
  };
}

const relativeFormat = remembering(
  (language) => new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' }),
);

/** Their key is a time zone; an empty one is the person's. */
const zoned = (options: Intl.DateTimeFormatOptions) =>
  remembering((timeZone) => new Intl.DateTimeFormat('en-GB', { ...options, ...(timeZone && { timeZone }) }));

const momentFormat = zoned({
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZoneName: 'short',
});
const dayFormat = zoned({ day: 'numeric', month: 'short', year: 'numeric' });

/** How long ago (or until) a time is: `4 min. ago`, `yesterday`. Within a minute it is undefined: say "just now". */
export function formatRelative(time: Date, now: Date): string | undefined {
  const seconds = (time.getTime() - now.getTime()) / 1000;
  const span = spans.find(([, size]) => Math.abs(seconds) >= size);
  if (!span) return undefined;
  const [unit, size] = span;
  return relativeFormat(currentLanguage())
    .format(Math.trunc(seconds / size), unit)
    .replace('min.', 'min')
    .replace('hr.', 'h')
    .replace(/(mo|wk|yr)\./, '$1');
}

/** The exact moment in the person's zone, for a title: `Fri, 20 Nov 2026, 14:03:09 GMT+1`. */
export const formatMoment = (time: Date, timeZone = ''): string => momentFormat(timeZone).format(time);

/** `20 Nov 2026`. */
export const formatDay = (time: Date, timeZone = ''): string => dayFormat(timeZone).format(time);
