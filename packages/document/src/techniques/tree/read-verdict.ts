/** What a judge of thoughts says, read strictly: a score of the scale and why, or the reason there is none. */
import { objectsIn } from '../objects-in.ts';

/** no_score: none was found. out_of_scale: it is none of the scale. ambiguous: several that differ. */
export type Unscored = 'no_score' | 'out_of_scale' | 'ambiguous';

export type ReadVerdict = { score: number; why: string } | { unscored: Unscored; why: string };

interface Scale {
  from: number;
  to: number;
}

/** The verdict stands at the end; what models say before it may be a book. */
const longestRead = 20_000;
const longestWhy = 1_000;

/** A JSON object with `score`, or a line "Score: 7", or a number alone. Never throws. */
export function readVerdict(text: string, scale: Scale): ReadVerdict {
  const read = text.slice(-longestRead);
  const objects = verdictsIn(read);
  const found = objects.length > 0 ? objects : linesIn(read);
  if (found.length === 0) return { unscored: 'no_score', why: cut(text) };
  const scores = found.map(({ given }) => scoreOf(given, scale));
  const [first] = scores;
  const why = cut(found.at(-1)?.why ?? '');
  if (scores.some((score) => score === undefined)) return { unscored: 'no_score', why };
  if (scores.some((score) => score !== first)) return { unscored: 'ambiguous', why };
  const score = first as number;
  return score < scale.from || score > scale.to ? { unscored: 'out_of_scale', why } : { score, why };
}

interface Given {
  given: unknown;
  why: string;
}

const verdictsIn = (text: string): Given[] =>
  objectsIn(text).flatMap((object) =>
    Object.hasOwn(object, 'score') ? [{ given: object.score, why: reasonIn(object) }] : [],
  );

function reasonIn(object: Record<string, unknown>): string {
  for (const name of ['why', 'reason', 'explanation']) {
    const reason = Object.hasOwn(object, name) ? object[name] : undefined;
    if (typeof reason === 'string') return reason;
  }
  return '';
}

const scoreLine = /^[ \t*_#>-]{0,20}(?:score|rating)[ \t*_]{0,20}[:=][ \t*_]{0,20}([^\s*_]{1,30})(.{0,500})/i;

/** After a score: of how many it is. */
const bestOf = /^[ \t*_(]{0,20}(?:\/|out of|of)[ \t*_]{0,20}(\d{1,9}(?:\.\d{1,9})?)/i;

function linesIn(text: string): Given[] {
  const alone = text.trim();
  if (numberOf(alone) !== undefined) return [{ given: alone, why: '' }];
  return text.split('\n').flatMap((line) => {
    const match = scoreLine.exec(line);
    if (!match) return [];
    const [, score = '', after = ''] = match;
    const best = bestOf.exec(after)?.[1];
    const given = score.replace(/[.,;]$/, '');
    // The rest of the text says why.
    return [{ given: best === undefined ? given : `${given}/${best}`, why: text.replace(line, '').trim() }];
  });
}

function scoreOf(given: unknown, { to }: Scale): number | undefined {
  if (typeof given === 'number') return Number.isFinite(given) ? given : undefined;
  if (typeof given !== 'string') return undefined;
  const [score = '', best, ...rest] = given.split('/');
  if (rest.length > 0 || (best !== undefined && numberOf(best) !== to)) return undefined;
  return numberOf(score);
}

function numberOf(text: string): number | undefined {
  return /^\s{0,20}[-+]?\d{1,9}(?:\.\d{1,9})?\s{0,20}$/.test(text) ? Number(text) : undefined;
}

const cut = (text: string) => {
  const whole = text.trim();
  return whole.length > longestWhy ? `${whole.slice(0, longestWhy).toWellFormed()}…` : whole;
};
