import { expect, test } from 'vitest';
import type { Insider } from '../../../foundation/context/actor.ts';
import { may } from './policy.ts';

const actor = (permissions: string[]): Insider => ({
  kind: 'job',
  job: 'test',
  onBehalfOf: null,
  organizationId: 'o',
  permissions: new Set(permissions),
  grants: [],
});

test('one may what one has the permission for, and nothing else', () => {
  expect(may(actor(['secret.read']), 'secret.read')).toBe(true);
  expect(may(actor(['secret.read']), 'secret.manage')).toBe(false);
});
