import { carryOut, stepOn } from '@promptvault/document';
import type { ChosenPair } from '@promptvault/document/techniques';
import type { TokenFamily } from '@promptvault/tokens';
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useMay } from '../../../../shell/session.ts';
import { ApiProblem } from '../../../../wire/api-problem.ts';
import { caseSetQuery, exampleCasesQuery } from '../../suites/index.ts';
import { t } from '../messages.ts';
import { type AskedExamples, createExampleChoice } from './example-choice.ts';
import type { Rendering } from './use-rendering.ts';

/** What there is to say of the examples of a prompt beside what is sent. */
export type ShownExamples =
  | { state: 'none' }
  /** This person may not see the cases, and so cannot run it. */
  | { state: 'hidden' }
  | { state: 'waiting' }
  /** They cannot be chosen, and so it cannot be run; `retry` where trying again may help. */
  | { state: 'failed'; reason: string; retry: (() => void) | undefined }
  | { state: 'chosen'; pairs: readonly ChosenPair[]; setName: string; among: number };

/** Why no examples can be chosen, in words with what to do. */
export class ExamplesFailure extends Error {}

const now = () => performance.now();
const giveWay = () => new Promise<void>((resolve) => setTimeout(resolve));

function reasonOf(error: Error): string {
  return error instanceof ApiProblem && error.status === 404 ? t('examplesMissing') : error.message;
}

/** The cases of a set as they are at this moment. @throws ExamplesFailure */
async function loadCases(queries: QueryClient, caseSetId: string | null) {
  if (caseSetId === null) throw new ExamplesFailure(t('fewShotUnnamed'));
  try {
    const { version } = await queries.fetchQuery({ ...caseSetQuery(caseSetId), staleTime: 0 });
    return await queries.fetchQuery(exampleCasesQuery(caseSetId, version));
  } catch (error) {
    throw new ExamplesFailure(reasonOf(error as Error));
  }
}

type Given = Pick<Rendering, 'rendered' | 'values'>;

/**
 * The cases that would be sent as examples with what is rendered. The values stay here: the cases come from the server,
 * and the choice is made beside them, at once where that is quick and else in slices.
 */
export function useExamples({ rendered, values }: Given, families: readonly TokenFamily[]) {
  const queries = useQueryClient();
  const mayRead = useMay()('case.read');
  const [choose] = useState(createExampleChoice);
  const { variables, techniques } = rendered;
  const { fewShot } = techniques;
  const caseSetId = fewShot?.caseSetId ?? null;
  const set = useQuery({ ...caseSetQuery(caseSetId ?? ''), enabled: mayRead && caseSetId !== null });
  const version = set.data?.version;
  const cases = useQuery({
    ...exampleCasesQuery(caseSetId ?? '', version ?? 0),
    enabled: mayRead && caseSetId !== null && version !== undefined,
  });
  const known = families.join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: `known` stands for the families
  const begun = useMemo(() => {
    if (!fewShot || !cases.data) return undefined;
    const steps = choose({ cases: cases.data, variables, values, fewShot, families });
    return { steps, done: stepOn(steps, now) };
  }, [choose, fewShot, cases.data, variables, values, known]);
  const [late, setLate] = useState<{ of: typeof begun; pairs: readonly ChosenPair[] }>();
  useEffect(() => {
    if (!begun || begun.done) return;
    let isWanted = true;
    const pauses = {
      now,
      giveWay: async () => {
        await giveWay();
        if (!isWanted) throw new DOMException('Something else is asked.', 'AbortError');
      },
    };
    carryOut(begun.steps, pauses).then(
      (pairs) => isWanted && setLate({ of: begun, pairs }),
      (error: unknown) => {
        if (isWanted) throw error;
      },
    );
    return () => {
      isWanted = false;
    };
  }, [begun]);

  const pairs = begun?.done?.outcome ?? (late?.of === begun ? late?.pairs : undefined);
  const failure = set.error ?? cases.error;
  const retry = () => void Promise.all([set.refetch(), ...(version === undefined ? [] : [cases.refetch()])]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `retry` does the same each time
  const shown = useMemo((): ShownExamples => {
    if (!fewShot) return { state: 'none' };
    if (!mayRead) return { state: 'hidden' };
    if (fewShot.caseSetId === null) return { state: 'failed', reason: t('fewShotUnnamed'), retry: undefined };
    if (failure) {
      const isGone = failure instanceof ApiProblem && failure.status === 404;
      return { state: 'failed', reason: reasonOf(failure), retry: isGone ? undefined : retry };
    }
    if (!pairs || !set.data || !cases.data) return { state: 'waiting' };
    return { state: 'chosen', pairs, setName: set.data.name, among: cases.data.length };
  }, [fewShot, mayRead, failure, pairs, set.data, cases.data]);

  /** For each of these renderings the examples that go with it, from the cases as they are now. @throws ExamplesFailure */
  const choosePairsOf = async (renderings: readonly Given[]): Promise<readonly ChosenPair[][]> => {
    const chosen: ChosenPair[][] = [];
    const loaded = new Map<string | null, ReturnType<typeof loadCases>>();
    for (const { rendered: one, values: given } of renderings) {
      const { fewShot: asked } = one.techniques;
      if (!asked) {
        chosen.push([]);
        continue;
      }
      const loading = loaded.get(asked.caseSetId) ?? loadCases(queries, asked.caseSetId);
      loaded.set(asked.caseSetId, loading);
      const order: AskedExamples = {
        ...{ cases: await loading, variables: one.variables, values: given },
        ...{ fewShot: asked, families },
      };
      chosen.push(await carryOut(choose(order), { now, giveWay }));
    }
    return chosen;
  };
  return { shown, choosePairsOf };
}
