import type { RenderedDocument } from '@promptvault/document';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMay } from '../../../../shell/session.ts';
import { privatePolicyQuery } from '../api/private-runs.ts';
import { t } from './private-messages.ts';

/** A model of a connection of this browser. */
export type PrivateChoice = { connectionId: string; model: string };

type Kept = { on: boolean; choices: readonly PrivateChoice[] };
const off: Kept = { on: false, choices: [] };

function read(key: string): Kept {
  try {
    return { ...off, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Kept>) };
  } catch {
    return off; // Forbidden storage, or something else under this name.
  }
}

/** Whether a prompt is run privately, and on which models: kept in this browser, by ids and names alone. */
export function usePrivateMode(promptId: string) {
  const key = `promptvault.studio.private.${promptId}`;
  const mayRun = useMay()('run.create');
  const policy = useQuery({ ...privatePolicyQuery, enabled: mayRun });
  const [kept, setKept] = useState(() => read(key));
  const change = (next: Partial<Kept>) =>
    setKept((before) => {
      const after = { ...before, ...next };
      try {
        localStorage.setItem(key, JSON.stringify(after));
      } catch {
        // The page works the same, it only forgets with the tab.
      }
      return after;
    });
  /** Undefined until it is known. */
  const isAllowed = policy.data?.allowed;
  return {
    isAllowed,
    isOn: kept.on && isAllowed === true,
    setOn: (on: boolean) => change({ on }),
    choices: kept.choices,
    choose: (choices: readonly PrivateChoice[]) => change({ choices }),
  };
}

export type PrivateMode = ReturnType<typeof usePrivateMode>;

type Prompted = Pick<RenderedDocument, 'techniques' | 'tools' | 'responseSchema'>;

/** What of a prompt cannot be done without the server. */
export function needsServer({ techniques }: Pick<Prompted, 'techniques'>): string | undefined {
  const needs = [
    ...(techniques.selfConsistency ? [t('selfConsistency')] : []),
    ...(techniques.treeOfThoughts ? [t('tree')] : []),
    ...(techniques.react ? [t('react')] : []),
  ];
  return needs.length === 0 ? undefined : t('needsServer', { what: needs.join(', '), count: needs.length });
}

/** What is done otherwise than on the server, said beforehand. */
export const differences = ({ tools, responseSchema }: Prompted): string[] => [
  ...(tools.length > 0 ? [t('toolsNotCalled')] : []),
  ...(responseSchema === null ? [] : [t('formNotChecked')]),
];
