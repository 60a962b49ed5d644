import { longestPath } from '@promptvault/contract/vault/prompts/shapes';
import { sortKey } from '../../../../foundation/text/sort-key.ts';

/** Leaves room for a number behind it. */
const longestSlug = longestPath - 120;

/** `House Voice, v2!` → `house-voice-v2`: a path made from a title; letters of every script stay. */
export function slug(title: string): string {
  const words = sortKey(title)
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^[-\p{M}]+/u, '');
  const cut = [...words].slice(0, longestSlug).join('').replace(/-+$/, '');
  return cut === '' ? 'prompt' : cut;
}

/** Two paths with one key are one path. */
export const pathKey = (path: string): string => path.normalize('NFC').toLowerCase();
