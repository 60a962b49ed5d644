import { saveText } from '../../../../ui/save-text.ts';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';
import type { RunFilter } from '../state/run-search.ts';

/** Fetches the runs of a search as a file and hands it to the browser. The tab's organization goes with the request. */
export async function downloadRuns(filter: RunFilter, format: 'csv' | 'jsonl'): Promise<void> {
  const text = await dataOf(
    api.GET('/api/v1/run-export', { params: { query: { ...filter, format } }, parseAs: 'text' }),
  );
  saveText(`runs.${format}`, format === 'csv' ? 'text/csv' : 'text/plain', text);
}
