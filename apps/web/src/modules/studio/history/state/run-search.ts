import { type RunSort, runSorts } from '@promptvault/contract/studio/history/kinds';
import type { operations } from '@promptvault/sdk';
import type { RunStatus } from '../../runs/index.ts';

export const statuses = [
  'queued',
  'running',
  'finished',
  'stopped',
  'failed',
  'interrupted',
] as const satisfies RunStatus[];

export const providers = ['openai', 'anthropic', 'google', 'openai_compatible', 'echo'] as const;
export type Provider = (typeof providers)[number];

/** What runs were made for; without it in the address, those somebody asked for. */
export const origins = ['suite', 'part', 'all'] as const;
export type Origin = (typeof origins)[number];

/** Whether runs that a browser made by itself are shown alone, or not at all. */
export const privacies = ['only', 'without'] as const;

export type RunFilter = Omit<NonNullable<operations['listRuns']['parameters']['query']>, 'cursor' | 'limit'>;

/** What the list is narrowed to and how it is sorted, as it stands in the address. Costs are in dollars. */
export type RunSearch = {
  q?: string;
  status?: RunStatus[];
  model?: string;
  provider?: Provider;
  prompt?: string;
  version?: string;
  origin?: Origin;
  private?: (typeof privacies)[number];
  experiment?: string;
  variant?: string;
  all?: true;
  author?: string;
  from?: string;
  to?: string;
  least?: number;
  most?: number;
  bookmarked?: true;
  folder?: string;
  tag?: string;
  sort?: RunSort;
};

const text = (value: unknown) =>
  typeof value === 'string' && value.trim() !== '' ? value.slice(0, 200) : undefined;
const day = (value: unknown) =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))
    ? value
    : undefined;
const dollars = (value: unknown) => {
  const amount = typeof value === 'string' ? Number(value) : value;
  return typeof amount === 'number' && amount >= 0 && amount <= 1e6 ? amount : undefined;
};
const oneOf = <T extends string>(all: readonly T[], value: unknown) => all.find((each) => each === value);

/** Reads an address; what it cannot mean is left out. */
export function readRunSearch(given: Record<string, unknown>): RunSearch {
  const wanted = typeof given.status === 'string' ? given.status.split(',') : given.status;
  const status = statuses.filter((each) => Array.isArray(wanted) && wanted.includes(each));
  const read = {
    q: text(given.q),
    status: status.length > 0 ? status : undefined,
    // A model or a tag may be called by a number, which an address reads as one.
    model: text(typeof given.model === 'number' ? String(given.model) : given.model),
    provider: oneOf(providers, given.provider),
    prompt: text(given.prompt),
    version: text(given.version),
    origin: oneOf(origins, given.origin),
    private: oneOf(privacies, given.private),
    experiment: text(given.experiment),
    variant: text(typeof given.variant === 'number' ? String(given.variant) : given.variant),
    all: given.all === true ? given.all : undefined,
    author: text(given.author),
    from: day(given.from),
    to: day(given.to),
    least: dollars(given.least),
    most: dollars(given.most),
    bookmarked: given.bookmarked === true ? given.bookmarked : undefined,
    folder: text(given.folder),
    tag: text(typeof given.tag === 'number' ? String(given.tag) : given.tag),
    sort: oneOf(runSorts, given.sort),
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}

const micro = (amount: number) => Math.round(amount * 1e6);

export const toRunFilter = (search: RunSearch): RunFilter => {
  const { q, status, model, provider, prompt, version, all, author, from, to, least, most } = search;
  const { bookmarked, folder, tag, sort, origin = 'direct', experiment, variant } = search;
  return {
    ...(q && { q }),
    ...(status && { status: status.join(',') }),
    ...(model && { model }),
    ...(provider && { provider }),
    ...(prompt && { promptId: prompt }),
    ...(version && { versionId: version }),
    ...(author && { authorId: author }),
    ...(from && { from: startOfDay(from) }),
    ...(to && { to: endOfDay(to) }),
    ...(least !== undefined && { leastCost: micro(least) }),
    ...(most !== undefined && { mostCost: micro(most) }),
    ...(search.private && { private: search.private }),
    ...(experiment && { experimentId: experiment, ...(variant && { variant }) }),
    ...(bookmarked && { bookmarked: 'true' as const }),
    ...(folder && { folderId: folder }),
    ...(tag && { tag }),
    ...(sort && { sort }),
    ...(origin !== 'all' && { origin }),
    author: all || author ? 'all' : 'me',
  };
};

/** Days are those of whoever looks. */
const startOfDay = (value: string) => new Date(`${value}T00:00:00`).toISOString();
const endOfDay = (value: string) => new Date(`${value}T23:59:59.999`).toISOString();

/** Whose runs, made for what and in what order is no narrowing: it stays when the filters are cleared. */
export const withoutFilters = ({ all, sort, origin }: RunSearch): RunSearch => ({
  ...(origin && { origin }),
  ...(all && { all }),
  ...(sort && { sort }),
});

export const isNarrowed = (search: RunSearch): boolean => {
  const { all: _all, sort: _sort, origin: _origin, ...rest } = search;
  return Object.values(rest).some((value) => value !== undefined);
};

/** How many filters stand in the second line, which is folded away on a phone. */
export const countMore = ({ provider, from, to, least, most, folder, tag, ...rest }: RunSearch): number =>
  [provider, from, to, least, most, folder, tag, rest.private].filter((value) => value !== undefined).length;
