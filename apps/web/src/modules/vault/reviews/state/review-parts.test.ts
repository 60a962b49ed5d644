import type { PromptDocument } from '@promptvault/document';
import { expect, test } from 'vitest';
import { conflictName } from './review-parts.ts';

const document = {
  sections: [{ id: 'a/b', kind: 'context', role: null, text: '' }],
} as unknown as PromptDocument;

test.each([
  ['sections/a%2Fb/text', 'Context'],
  ['sections/gone/text', 'Document'],
  ['variables/v1/type', 'Variables'],
  ['settings/temperature', 'Settings'],
  ['order/sections', 'Document'],
  ['toString', 'Document'],
])('the conflict at %s is named %s', (path, name) => {
  expect(conflictName(path, document)).toBe(name);
});
