import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { type GuardDraft, newDraft } from '../state/experiment-draft.ts';
import { GuardFields } from './guard-fields.tsx';

const htmlOf = (part: Partial<GuardDraft>): string => {
  const guard = {
    metric: 'solved',
    measure: 'share',
    bound: 'at_least',
    against: 'value',
    limit: '5',
    ...part,
  } as const;
  const draft = { ...newDraft({ labels: [], versions: [1] }), guards: [guard] };
  return renderToStaticMarkup(<GuardFields draft={draft} change={() => undefined} faults={{}} />);
};
const hint = 'What is not reported counts as not happened.';

it('says of a share that must be at least something that what is not reported has not happened', () => {
  expect(htmlOf({})).toContain(hint);
  expect(htmlOf({ bound: 'at_most' })).not.toContain(hint);
  expect(htmlOf({ measure: 'mean' })).not.toContain(hint);
});
