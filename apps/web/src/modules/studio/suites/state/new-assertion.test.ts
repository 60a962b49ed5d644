import { assertionSchema } from '@promptvault/document/assertions';
import { expect, it } from 'vitest';
import { assertionKinds, newAssertion } from './new-assertion.ts';

it('takes over what all kinds share when the kind is changed', () => {
  const shared = { weight: 3, required: false, not: true, transform: 'JSON.parse(output).title' };
  const from = assertionSchema.parse({ kind: 'equals', value: 'x', ...shared });
  for (const kind of assertionKinds) expect(newAssertion(kind, from)).toMatchObject({ kind, ...shared });
  expect(newAssertion('json')).toEqual({ kind: 'json', weight: 1, required: true, not: false });
});
