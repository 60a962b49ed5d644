/** The bias of tokens as a form holds it: a line `1234: -100` for each. */
import { LOGIT_BIAS_LIMITS, type Settings } from '@promptvault/document';

type Bias = Settings['logitBias'];

export const writeBias = (bias: Bias): string =>
  Object.entries(bias ?? {})
    .map(([token, added]) => `${token}: ${added}`)
    .join('\n');

const line = /^\s*(\d{1,9})\s*[:=\s]\s*([-+]?\d{1,3}(?:[.,]\d{1,6})?)\s*$/;

/** Lines without anything say nothing; one that is none makes all of it wrong. */
export function readBias(text: string): { ok: true; bias: Bias } | { ok: false } {
  const { tokens, from, to } = LOGIT_BIAS_LIMITS;
  const bias: Record<string, number> = {};
  for (const each of text.split('\n')) {
    if (each.trim() === '') continue;
    const [, token, added] = line.exec(each) ?? [];
    const value = Number(added?.replace(',', '.'));
    if (token === undefined || !(value >= from && value <= to)) return { ok: false };
    bias[token] = value;
  }
  const count = Object.keys(bias).length;
  return count > tokens ? { ok: false } : { ok: true, bias: count === 0 ? undefined : bias };
}
