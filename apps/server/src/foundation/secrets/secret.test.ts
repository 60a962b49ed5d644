import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import { Secret } from './secret.ts';

it('prints nothing of its value, however it is printed', () => {
  const secret = new Secret('hunter2');
  const printed = [
    String(secret),
    `${secret}`,
    JSON.stringify({ nested: [secret] }),
    inspect({ secret }, { depth: 9, showHidden: true }),
    Object.values(secret).join(),
    JSON.stringify(structuredClone({ ...secret })),
  ];
  expect(printed.join('\n')).not.toContain('hunter2');
  expect(printed.slice(0, 3)).toEqual(['[secret]', '[secret]', '{"nested":["[secret]"]}']);
  expect(secret.reveal()).toBe('hunter2');
});
