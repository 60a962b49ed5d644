import type { Json } from '@promptvault/document';

/**
 * What two sides want differently. The path names the same place as long as the three documents are the same:
 *
 * - `sections/<id>/text/<n>`: the n-th stretch of a text that both changed, from 0
 * - `sections/<id>/text`: a text that would grow too long · `variables/<id>/type`: a field
 * - `sections/<id>`: an element one side removed and the other changed, or both added differently
 * - `order/sections`: an order that both changed · `sections`: a list that would grow too long
 * - `settings/temperature`, `techniques/selfConsistency`, `examplesAs`, `responseSchema`, `delimiters`, `extends`
 *
 * Ids stand percent-encoded. null stands for what a side does not have.
 */
export interface Conflict {
  path: string;
  kind: 'text' | 'field' | 'element' | 'order' | 'list';
  base: Json;
  ours: Json;
  theirs: Json;
  /** Where the stretch of a text stands in the merged document's text, in UTF-16 units. */
  at?: { from: number; to: number };
}

export type Side = 'base' | 'ours' | 'theirs';

/** How a person settles a conflict: by one of the three, or by something else. */
export type Resolution = { path: string; choose: Side } | { path: string; value: Json };

/** A resolution that settles nothing: no such conflict, or a value that cannot stand there. */
export interface RefusedResolution {
  path: string;
  reason: 'unknown' | 'invalid';
}

/** Collects the conflicts of one merge and settles those that are resolved; an open one reads as the base. */
export class ConflictDesk {
  readonly open: Conflict[] = [];
  readonly settled: Conflict[] = [];
  readonly #resolutions: ReadonlyMap<string, Resolution>;
  readonly #invalid = new Set<string>();

  constructor(resolutions: readonly Resolution[]) {
    this.#resolutions = new Map(resolutions.map((one) => [one.path, one]));
  }

  /** @param isValid whether an edited value can stand there */
  settle(conflict: Conflict, isValid: (value: Json) => boolean): Json {
    const resolution = this.#resolutions.get(conflict.path);
    if (resolution) {
      const value = 'choose' in resolution ? conflict[resolution.choose] : resolution.value;
      if ('choose' in resolution || isValid(value)) {
        this.settled.push(conflict);
        return value;
      }
      this.#invalid.add(conflict.path);
    }
    this.open.push(conflict);
    return conflict.base;
  }

  get refused(): RefusedResolution[] {
    const met = new Set([...this.open, ...this.settled].map(({ path }) => path));
    return [...this.#resolutions.keys()].flatMap((path): RefusedResolution[] => {
      if (!met.has(path)) return [{ path, reason: 'unknown' }];
      return this.#invalid.has(path) ? [{ path, reason: 'invalid' }] : [];
    });
  }
}

export const pathOf = (...parts: (string | number)[]): string =>
  parts.map((part) => encodeURIComponent(part)).join('/');
