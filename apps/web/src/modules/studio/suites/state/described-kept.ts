import { useState } from 'react';
import { keepDraft, readDraft } from '../../../../ui/form-draft.ts';
import type { DescribeBody } from '../api/described.ts';
import type { DescribedEdit } from './described-edit.ts';

const askedName = (runId: string) => `described.asked.${runId}`;

/** What a run was asked for, so that the model can be asked again; this tab alone knows it. */
export const keepAsked = (runId: string, asked: DescribeBody): void =>
  keepDraft(askedName(runId), asked, [], sessionStorage);

export const askedFor = (runId: string): DescribeBody | undefined =>
  readDraft<DescribeBody>(askedName(runId), sessionStorage) as DescribeBody | undefined;

/** What the person changed in the draft of a run. */
export function useDescribedEdit(runId: string) {
  const name = `described.edit.${runId}`;
  const [edit, setEdit] = useState<DescribedEdit>(() => readDraft(name, sessionStorage) ?? {});
  const change = (more: DescribedEdit) => {
    const next = { ...edit, ...more };
    setEdit(next);
    keepDraft(name, { ...next }, [], sessionStorage);
  };
  return [edit, change] as const;
}
