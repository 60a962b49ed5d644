/** Which cases would be sent as examples: chosen here as the server chooses them when it is run. */
import { canonicalJson, type DocumentVariable, type Json, type Steps } from '@promptvault/document';
import {
  type ChosenPair,
  choosePairs,
  type ExampleCase,
  type FewShot,
  indexPairs,
  type PairIndex,
  writeValues,
} from '@promptvault/document/techniques';
import { mostTokens, type TokenFamily } from '@promptvault/tokens';

export type AskedExamples = {
  cases: readonly ExampleCase[];
  variables: readonly DocumentVariable[];
  values: Record<string, unknown>;
  fewShot: FewShot;
  /** Of the chosen models, and of those they fall back on. */
  families: readonly TokenFamily[];
};

/** Texts of this many cases are counted once. */
const remembered = 200;

/** Reads the cases once for as long as they and the variables stay the same. */
export function createExampleChoice(): (asked: AskedExamples) => Steps<ChosenPair[]> {
  let read: { cases: readonly ExampleCase[]; variables: string; index: PairIndex } | undefined;
  const counts = new Map<string, number>();
  return function* choose({ cases, variables, values, fewShot, families }) {
    const key = canonicalJson(variables as unknown as Json);
    if (read?.cases !== cases || read.variables !== key)
      read = { cases, variables: key, index: yield* indexPairs(variables, cases) };
    const ofModels = mostTokens(families);
    const count = (text: string) => {
      const mark = `${families.join(' ')}\n${text}`;
      const tokens = counts.get(mark) ?? ofModels(text);
      if (counts.size >= remembered) counts.clear();
      counts.set(mark, tokens);
      return tokens;
    };
    return yield* choosePairs(writeValues(variables, values), read.index, fewShot, count);
  };
}
