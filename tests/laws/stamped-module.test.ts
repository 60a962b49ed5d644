import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cruiseHouse } from '../../scripts/fences/cruise-house.mjs';
import { inHouse } from '../../scripts/house.mjs';
import { allLaws } from '../../scripts/laws/all-laws.mjs';
import { readHouse } from '../../scripts/laws/read-house.mjs';
import { stampModule } from '../../scripts/stamp/stamp-module.mjs';
import { thingNames } from '../../scripts/stamp/thing-names.mjs';
import { copiedHouse } from './copied-house.ts';

/** Enough of the house for a server module to stand on, with the packages of this house below it. */
const standing = [
  'package.json',
  'modules.json',
  'biome.json',
  'tsconfig.base.json',
  'apps/server/package.json',
  'apps/server/tsconfig.json',
  'apps/server/src/foundation',
  'packages/contract',
  'packages/document',
  'packages/template',
];
let folder: ReturnType<typeof copiedHouse>;
let written: string[];
const biome = inHouse('node_modules', '@biomejs', 'biome', 'bin', 'biome');
const run = (program: string, ...args: string[]) =>
  spawnSync(process.execPath, [program, ...args], { cwd: folder.path, encoding: 'utf8' });

beforeAll(() => {
  folder = copiedHouse(standing);
  written = stampModule(folder.path, 'vault/quick-answers');
  run(biome, 'check', '--write', '--vcs-enabled=false', ...written);
});
afterAll(() => folder.remove());

describe('a stamped module', () => {
  test('has server, contract and a place in the lift order', () => {
    expect(written).toContain(
      'apps/server/src/modules/vault/quick-answers/operations/create-quick-answer.ts',
    );
    expect(written).toContain('packages/contract/src/vault/quick-answers/routes.ts');
    expect(readHouse(folder.path).order.modules.at(-1)).toEqual({ space: 'vault', name: 'quick-answers' });
  });

  test('changes one line of the lift order, so that two new modules do not collide on all of it', () => {
    const lines = (path: string) => readFileSync(join(path, 'modules.json'), 'utf8').split('\n');
    const before = new Set(lines(inHouse()));
    const after = lines(folder.path).filter((line) => !before.has(line));
    expect(after.at(-1)).toBe('    { "space": "vault", "name": "quick-answers" }');
    // The line before it has got a comma.
    expect(after.length).toBeLessThanOrEqual(2);
  });

  test('crosses no fence', async () => {
    const { violations } = await cruiseHouse(folder.path);
    expect(violations.filter(({ from }) => written.includes(from))).toEqual([]);
  });

  test('keeps every law', () => {
    const house = readHouse(folder.path);
    const broken = allLaws
      .flatMap((law) => law.check(house).violations)
      .filter(({ file }) => /quick-answers/.test(file));
    expect(broken).toEqual([]);
  });

  test('is formatted and linted', () => {
    const { status, stderr } = run(biome, 'check', '--vcs-enabled=false', '--error-on-warnings', ...written);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  test('has sound types', () => {
    const wrong = 'apps/server/src/modules/vault/quick-answers/operations/wrong.ts';
    writeFileSync(
      join(folder.path, wrong),
      "import { may } from '../policy.ts';\n\nexport const wrong: string = may;\n",
    );
    const checker = inHouse('node_modules', 'typescript-7', 'bin', 'tsc');
    const { stdout } = run(checker, '-p', 'apps/server', '--noEmit');
    const complaints = stdout.split('\n').filter((line) => line.includes('quick-answers'));
    expect(complaints).toEqual([expect.stringContaining('wrong.ts')]);
  });

  test('is not stamped over another, nor outside of the spaces', () => {
    expect(() => stampModule(folder.path, 'vault/quick-answers')).toThrow(/exists already/);
    expect(() => stampModule(folder.path, 'attic/boxes')).toThrow(/The spaces are/);
    expect(() => stampModule(folder.path, 'vault/QuickAnswers')).toThrow(/kebab-case/);
  });
});

test.each([
  ['reviews', 'review', 'reviews'],
  ['replies', 'reply', 'replies'],
  ['boxes', 'box', 'boxes'],
  ['library', 'library', 'libraries'],
])('the things of %s are called %s and %s', (module, one, many) => {
  const names = thingNames('vault', module);
  expect([names['__thing-name__'], names['__things-name__']]).toEqual([one, many]);
});
