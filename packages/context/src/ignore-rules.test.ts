import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { processorMs } from '@promptvault/testing/processor-time';
import { samplesDirectory } from '@promptvault/testing/samples';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type IgnoreFile, ignoreRules } from './ignore-rules.ts';

type Row = { source: string; name: string; gitignore: string; path: string; isDir: boolean; git: 0 | 1 };

const samples = samplesDirectory();

test.skipIf(!samples)('answers every row of the samples like git', () => {
  const { cases } = JSON.parse(readFileSync(join(samples ?? '', 'gitignore/tables.json'), 'utf8')) as {
    cases: Row[];
  };
  expect(cases).toHaveLength(517);
  const wrong = cases.filter(({ gitignore, path, isDir, git }) => {
    const rules = ignoreRules([{ directory: '', name: '.gitignore', text: gitignore }], { defaults: [] });
    return rules.verdict(path.replace(/\/$/, ''), isDir).ignored !== (git === 1);
  });
  // Git would list .git/config after `!.git/config`; we never show what is inside .git.
  expect(wrong.map(({ path }) => path)).toEqual(['.git/config']);
});

test.skipIf(!samples)('a row means the same one folder deeper, in that folder’s own file', () => {
  const { cases } = JSON.parse(readFileSync(join(samples ?? '', 'gitignore/tables.json'), 'utf8')) as {
    cases: Row[];
  };
  const wrong = cases.filter(({ gitignore, path, isDir, git }) => {
    const rules = ignoreRules([{ directory: 'a [b]*/c', name: '.gitignore', text: gitignore }], {
      defaults: [],
    });
    return rules.verdict(`a [b]*/c/${path.replace(/\/$/, '')}`, isDir).ignored !== (git === 1);
  });
  // Git would list .git/config after `!.git/config`; we never show what is inside .git.
  expect(wrong.map(({ path }) => path)).toEqual(['.git/config']);
});

const file = (directory: string, ...lines: string[]): IgnoreFile => ({
  directory,
  name: '.gitignore',
  text: lines.join('\n'),
});

test('a nearer file overrules a farther one, only below its own folder', () => {
  const rules = ignoreRules([file('a', '!*.log', 'x.txt'), file('', '*.log')]);
  expect(rules.verdict('b.log', false)).toEqual({
    ignored: true,
    by: { file: '.gitignore', pattern: '*.log' },
  });
  expect(rules.verdict('a/b.log', false).ignored).toBe(false);
  expect(rules.verdict('a/deep/b.log', false).ignored).toBe(false);
  expect(rules.verdict('a/deep/x.txt', false).by?.file).toBe('a/.gitignore');
  expect(rules.verdict('x.txt', false).ignored).toBe(false);
});

test('what lies in an excluded folder cannot be taken back', () => {
  const rules = ignoreRules([file('', 'build/'), file('build', '!keep.txt')]);
  expect(rules.verdict('build', true).ignored).toBe(true);
  expect(rules.verdict('build/keep.txt', false).ignored).toBe(true);
});

test('a folder taken back by a nearer file opens again with all it holds', () => {
  const rules = ignoreRules([file('', 'build/'), file('app', '!build/')]);
  expect(rules.verdict('build', true).ignored).toBe(true);
  expect(rules.verdict('app/build', true).ignored).toBe(false);
  expect(rules.verdict('app/build/main.js', false).ignored).toBe(false);
});

test('an anchored line of a nested file stays beside it', () => {
  const rules = ignoreRules([file('pkg', '/dist', 'src/gen')]);
  expect(rules.verdict('pkg/dist', true).ignored).toBe(true);
  expect(rules.verdict('pkg/a/dist', true).ignored).toBe(false);
  expect(rules.verdict('pkg/src/gen', true).ignored).toBe(true);
  expect(rules.verdict('pkg/a/src/gen', true).ignored).toBe(false);
  expect(rules.verdict('dist', true).ignored).toBe(false);
});

test('.pigeonpromptignore overrules .gitignore of the same folder, own rules overrule both', () => {
  const files: IgnoreFile[] = [
    { directory: '', name: '.pigeonpromptignore', text: '!notes.md\nsecret.env' },
    { directory: '', name: '.gitignore', text: '*.md\n!secret.env' },
    { directory: 'a', name: '.gitignore', text: 'main.ts' },
  ];
  const rules = ignoreRules(files, { ownRules: '!a/main.ts\n' });
  expect(rules.verdict('notes.md', false).ignored).toBe(false);
  expect(rules.verdict('other.md', false).ignored).toBe(true);
  expect(rules.verdict('secret.env', false).ignored).toBe(true);
  expect(rules.verdict('a/main.ts', false).ignored).toBe(false);
});

test('.git is never shown, node_modules only when it is asked for', () => {
  const rules = ignoreRules([], { ownRules: '!.git' });
  expect(rules.verdict('.git', true).ignored).toBe(true);
  expect(rules.verdict('sub/.git/config', false).ignored).toBe(true);
  expect(rules.verdict('.github', true).ignored).toBe(false);
  expect(rules.verdict('a/node_modules', true).ignored).toBe(true);
  expect(ignoreRules([], { defaults: [] }).verdict('a/node_modules', true).ignored).toBe(false);
});

test('letters keep their case, a byte order mark and Windows line ends are no part of a line', () => {
  const rules = ignoreRules([file('', '\uFEFF*.LOG\r', 'tmp\r', '')]);
  expect(rules.verdict('a.LOG', false).ignored).toBe(true);
  expect(rules.verdict('a.log', false).ignored).toBe(false);
  expect(rules.verdict('tmp', true).ignored).toBe(true);
});

test('a hostile ignore file is refused line by line and costs bounded time', () => {
  const begun = processorMs();
  const rules = ignoreRules([
    file('', 'x'.repeat(2_000), `${'*a'.repeat(200)}b`, `${'**/'.repeat(100)}z`, ...Array(20_000).fill('q*')),
  ]);
  expect(rules.verdict('a'.repeat(250), false).ignored).toBe(false);
  expect(rules.verdict(`${'a/'.repeat(60)}y`, false).ignored).toBe(false);
  expect(rules.problems.map(({ line, code }) => ({ line, code }))).toEqual([
    { line: 1, code: 'rule_too_long' },
    { line: 5_002, code: 'too_many_rules' },
  ]);
  expect(processorMs() - begun).toBeLessThan(4_000);
});

test('no line makes the rules throw', () => {
  const line = fc.string({ unit: fc.constantFrom(...'ab*?[]!\\/#- ^{}().\uD800\t'), maxLength: 14 });
  const path = fc.array(fc.string({ unit: fc.constantFrom(...'ab.[*\\ '), minLength: 1, maxLength: 4 }), {
    minLength: 1,
    maxLength: 4,
  });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 4 }), path, (lines, segments) => {
      const rules = ignoreRules([file('', ...lines), file(segments[0] ?? 'a', ...lines)]);
      expect(typeof rules.verdict(segments.join('/'), false).ignored).toBe('boolean');
    }),
    { numRuns: 2_000 },
  );
});
