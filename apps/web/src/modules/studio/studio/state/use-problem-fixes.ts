import type { DocumentProblem } from '@promptvault/document';
import { useMemo } from 'react';
import type { EditorFix } from '../../../../ui/editor/editor-types.ts';
import { fixesOf } from './problem-fixes.ts';
import type { Studio } from './use-studio.ts';

export type FixesFor = (problem: DocumentProblem) => readonly EditorFix[];

const none: readonly EditorFix[] = [];

/** The repairs of each problem, worked out once; none for who may only read. */
export function useProblemFixes({ editing, rendering, references }: Studio): FixesFor {
  const { document, variables } = rendering;
  const { found } = references;
  return useMemo((): FixesFor => {
    if (!editing) return () => none;
    const known = new WeakMap<DocumentProblem, readonly EditorFix[]>();
    return (problem) => {
      const fixes =
        known.get(problem) ??
        fixesOf(problem, { document, variables, targetOf: (reference) => found.get(reference) }).map(
          ({ label, edit }) => ({ label, apply: () => editing.edit(edit) }),
        );
      known.set(problem, fixes);
      return fixes;
    };
  }, [editing, document, variables, found]);
}
