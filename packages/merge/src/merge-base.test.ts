import { emptyDocument, type PromptDocument } from '@promptvault/document';
import { describe, expect, it } from 'vitest';
import { buildBase, planBase, versionsIn } from './merge-base.ts';
import { mergeDocuments } from './merge-documents.ts';

const documentOf = (...texts: string[]): PromptDocument => ({
  ...emptyDocument(),
  sections: texts.map((text, index) => ({ id: `s${index}`, kind: 'instructions', role: null, text })),
});

describe('the base of a merge', () => {
  it('is the common ancestor of a fork', () => {
    const graph = new Map([
      [1, []],
      [2, [1]],
      [3, [2]],
      [4, [2]],
    ]);
    expect(planBase(graph, 3, 4)).toEqual({ kind: 'version', number: 2 });
    expect(planBase(graph, 3, 2)).toEqual({ kind: 'version', number: 2 });
  });

  it('is empty when nothing is shared', () => {
    const plan = planBase(
      new Map([
        [1, []],
        [2, []],
      ]),
      1,
      2,
    );
    expect(buildBase(plan, () => documentOf('never asked'))).toEqual(emptyDocument());
  });

  it('knows what both sides share where histories crossed, and brings no settled conflict back', () => {
    const graph = new Map([
      [1, []],
      [2, [1]],
      [3, [1]],
      [4, [2, 3]],
      [5, [3, 2]],
      [6, [4]],
      [7, [5]],
    ]);
    const documents = new Map([
      [1, documentOf('one', 'two')],
      [2, documentOf('ONE', 'two')],
      [3, documentOf('one', 'TWO')],
    ]);
    const plan = planBase(graph, 6, 7);
    expect(plan).toEqual({
      kind: 'merged',
      base: { kind: 'version', number: 1 },
      ours: { kind: 'version', number: 2 },
      theirs: { kind: 'version', number: 3 },
    });
    expect(versionsIn(plan)).toEqual([1, 2, 3]);
    const base = buildBase(plan, (number) => documents.get(number) as PromptDocument);
    expect(base).toEqual(documentOf('ONE', 'TWO'));
    const ours = documentOf('ONE, again', 'TWO');
    const theirs = documentOf('ONE', 'TWO, again');
    expect(mergeDocuments(base, ours, theirs)).toMatchObject({
      conflicts: [],
      document: documentOf('ONE, again', 'TWO, again'),
    });
  });

  it('stays small however often histories cross', () => {
    const graph = new Map<number, number[]>([
      [1, []],
      [2, [1]],
      [3, [1]],
      [4, [1]],
    ]);
    for (let next = 5; next < 600; next += 3) {
      const [a, b, c] = [next - 3, next - 2, next - 1];
      graph
        .set(next, [a, b])
        .set(next + 1, [b, c])
        .set(next + 2, [c, a]);
    }
    const plan = planBase(graph, 600, 601);
    expect(versionsIn(plan).length).toBeLessThan(40);
    expect(buildBase(plan, () => documentOf('x'))).toEqual(documentOf('x'));
  });
});
