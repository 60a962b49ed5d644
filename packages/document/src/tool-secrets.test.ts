import { expect, test } from 'vitest';
import { fillSecrets, secretsNamedBy } from './tool-secrets.ts';

const tool = (...values: string[]) =>
  ({
    kind: 'http',
    method: 'GET',
    url: 'https://api.example.com/{{secret:in-the-address}}',
    headers: values.map((value) => ({ name: 'x-key', value })),
    body: '{{secret:in-the-body}}',
    safe: true,
  }) as const;

test('only headers name secrets, each once', () => {
  expect(
    secretsNamedBy(tool('Bearer {{secret:a}}', '{{ secret:b-2 }}{{secret:a}}', '{{secret:Not}} {{a}}')),
  ).toEqual(['a', 'b-2']);
  expect(secretsNamedBy(undefined)).toEqual([]);
  expect(secretsNamedBy({ kind: 'javascript', code: '"{{secret:a}}"' })).toEqual([]);
});

test('a value is put in as it is, and is not read again', () => {
  const of = (name: string) => ({ a: '{{secret:b}}$1', b: 'never' })[name] ?? '';
  expect(fillSecrets('Bearer {{secret:a}}!', of)).toBe('Bearer {{secret:b}}$1!');
});
