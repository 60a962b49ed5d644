import { spawnSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copiedHouse } from './copied-house.ts';

let folder: ReturnType<typeof copiedHouse>;
const generate = (...args: string[]) =>
  spawnSync(process.execPath, [join(folder.path, 'apps', 'server', 'src', 'generate.ts'), ...args], {
    cwd: folder.path,
    encoding: 'utf8',
  });

beforeAll(() => {
  folder = copiedHouse(['package.json', 'modules.json', 'apps/server', 'packages']);
});
afterAll(() => folder.remove());

test('what was generated is fresh, and says that something was generated', () => {
  const written = generate();
  expect(written.stderr).toBe('');
  expect(written.stdout).toMatch(/^[1-9]\d* generated files/);
  expect(generate('--check').status).toBe(0);
});

test.each(['openapi.generated.json', 'api.generated.ts'])('a changed %s is caught', (name) => {
  appendFileSync(join(folder.path, 'packages', 'sdk', 'src', name), '\n');
  const { status, stderr } = generate('--check');
  expect(status).toBe(1);
  expect(stderr).toContain(name);
  generate();
});
