import { emptyDocument } from '@promptvault/document';
import { expect, it } from 'vitest';
import { summarizeChanges } from './change-summary.ts';

const section = (id: string, text: string) => ({ id, kind: 'instructions' as const, role: null, text });

it('a change is counted by kind: added, removed, changed, or only moved', () => {
  const before = {
    ...emptyDocument(),
    sections: [section('a', '1'), section('b', '2'), section('c', '3'), section('d', '4')],
    settings: { temperature: 1, seed: 1 },
  };
  const after = {
    ...before,
    sections: [section('d', '4'), section('a', '1'), section('b', 'two'), section('n', 'new')],
    settings: { temperature: 0 },
    extends: 'tone/base@1',
  };
  expect(summarizeChanges(before, after)).toEqual({
    sections: { added: 1, removed: 1, changed: 1, moved: 1 },
    variables: { added: 0, removed: 0, changed: 0, moved: 0 },
    examples: { added: 0, removed: 0, changed: 0, moved: 0 },
    tools: { added: 0, removed: 0, changed: 0, moved: 0 },
    settings: 2,
    document: 1,
  });
});
