import type { SecretValues } from '../api/secrets.ts';
import { t } from '../messages.ts';

export type SecretForm = { name: string; value: string; origins: string };

/** How a header names it. */
export const placeOf = (name: string): string => `{{secret:${name}}}`;

/** What people type of an address, as the origin it means; undefined where it means none. */
export function originOf(line: string): string | undefined {
  const url = URL.parse(/^[a-z]+:\/\//i.test(line) ? line : `https://${line}`);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.search || url.hash) return undefined;
  return url.pathname === '/' && url.hostname !== '' ? url.origin : undefined;
}

const linesOf = (text: string): string[] =>
  text
    .split(/[\s,]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

export const valuesOf = ({ name, value, origins }: SecretForm): SecretValues => ({
  name,
  value,
  origins: [...new Set(linesOf(origins).map((line) => originOf(line) ?? line))],
});

/** What keeps it from being saved, by field. */
export function faultsOf(form: SecretForm, isNew: boolean): Partial<Record<keyof SecretForm, string>> {
  const lines = linesOf(form.origins);
  const odd = lines.find((line) => originOf(line) === undefined);
  const value = isNew || form.value !== '' ? valueFault(form.value) : undefined;
  const origins =
    lines.length === 0
      ? t('originsNeeded')
      : odd === undefined
        ? undefined
        : t('originsFault', { line: odd });
  return {
    ...(isNew && !/^[a-z][a-z0-9_-]{0,63}$/.test(form.name) && { name: t('nameFault') }),
    ...(value && { value }),
    ...(origins && { origins }),
  };
}

const valueFault = (value: string): string | undefined =>
  /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/.test(value) ? undefined : t('valueFault');
