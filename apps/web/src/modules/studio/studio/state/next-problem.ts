/** Which problem comes after the caret, going round; those without a place in a text come last. */
import type { DocumentProblem, PromptDocument } from '@promptvault/document';

type Caret = { sectionId: string; offset: number } | undefined;

export function nextProblem(
  problems: readonly DocumentProblem[],
  { sections }: PromptDocument,
  caret: Caret,
  direction: 1 | -1,
): DocumentProblem | undefined {
  const places = new Map(sections.map(({ id }, index) => [id, index]));
  const order = (problem: DocumentProblem): [number, number] => [
    problem.sectionId === undefined ? sections.length : (places.get(problem.sectionId) ?? sections.length),
    problem.from.offset,
  ];
  const sorted = [...problems].sort((one, other) => compare(order(one), order(other)));
  if (!caret) return direction > 0 ? sorted[0] : sorted.at(-1);
  const here: [number, number] = [places.get(caret.sectionId) ?? -1, caret.offset];
  const found =
    direction > 0
      ? sorted.find((problem) => compare(order(problem), here) > 0)
      : sorted.findLast((problem) => compare(order(problem), here) < 0);
  return found ?? (direction > 0 ? sorted[0] : sorted.at(-1));
}

const compare = (one: [number, number], other: [number, number]) => one[0] - other[0] || one[1] - other[1];
