import type { RunFilter } from '../api/runs.ts';
import type { RunStatus } from './run-answer.ts';

export const statuses = [
  'queued',
  'running',
  'finished',
  'stopped',
  'failed',
  'interrupted',
] as const satisfies RunStatus[];

/** What the list is narrowed to, as it stands in the address. */
export type RunSearch = {
  status?: RunStatus[];
  model?: string;
  prompt?: string;
  all?: true;
  q?: string;
};

const text = (value: unknown) =>
  typeof value === 'string' && value.trim() !== '' ? value.slice(0, 200) : undefined;

/** Reads an address; what it cannot mean is left out. */
export function readRunSearch(given: Record<string, unknown>): RunSearch {
  const wanted = typeof given.status === 'string' ? given.status.split(',') : given.status;
  const status = statuses.filter((each) => Array.isArray(wanted) && wanted.includes(each));
  const model = text(given.model);
  const prompt = text(given.prompt);
  const q = text(given.q);
  return {
    ...(status.length > 0 && { status }),
    ...(model && { model }),
    ...(prompt && { prompt }),
    ...(given.all === true && { all: true }),
    ...(q && { q }),
  };
}

export const toRunFilter = ({ status, model, prompt, all, q }: RunSearch): RunFilter => ({
  ...(status && { status: status.join(',') }),
  ...(model && { model }),
  ...(prompt && { promptId: prompt }),
  ...(q && { q }),
  author: all ? 'all' : 'me',
});

export const isNarrowed = ({ status, model, prompt, q }: RunSearch): boolean =>
  status !== undefined || model !== undefined || prompt !== undefined || q !== undefined;
