import { chmod, mkdtemp, readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMasterKey, loadMasterKeys } from './master-key.ts';
import { Secret } from './secret.ts';
import { createSecrets } from './secrets.ts';

const one = Buffer.alloc(32, 1).toString('base64');
const two = Buffer.alloc(32, 2).toString('hex');

async function secretsOf(keys: string) {
  return createSecrets((await loadMasterKeys({ kind: 'environment', keys: new Secret(keys) })).keys);
}

describe('sealed values', () => {
  it('open to what was sealed, whatever it was', async () => {
    const secrets = await secretsOf(one);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (plaintext, context) => {
        expect(secrets.open(secrets.seal(plaintext, context), context)).toBe(plaintext);
      }),
    );
  });

  it('differ each time and show nothing of their content', async () => {
    const secrets = await secretsOf(one);
    const sealed = [secrets.seal('sk-hunter2', 'a'), secrets.seal('sk-hunter2', 'a')];
    expect(sealed[0]).not.toBe(sealed[1]);
    expect(sealed[0]).toMatch(/^v1\.[0-9a-f]{8}\.[\w-]{16}\.[\w-]+$/);
  });

  it('do not open in another context', async () => {
    const secrets = await secretsOf(one);
    const sealed = secrets.seal('x', 'connection:1');
    expect(() => secrets.open(sealed, 'connection:2')).toThrow(
      expect.objectContaining({ code: 'secret.damaged' }),
    );
  });

  it('do not open when any part was changed', async () => {
    const secrets = await secretsOf(one);
    const sealed = secrets.seal('a longer secret', 'c');
    const broken = [
      '',
      'v1',
      sealed.replace('v1', 'v2'),
      `${sealed}.x`,
      sealed.slice(0, -4),
      sealed.replace(/\.([\w-])([^.]*)$/, (_, first, rest) => `.${first === 'A' ? 'B' : 'A'}${rest}`),
    ];
    for (const text of broken)
      expect(() => secrets.open(text, 'c')).toThrow(expect.objectContaining({ code: 'secret.damaged' }));
  });

  it('outlive a rotation: the newest key writes, all open, reseal moves on', async () => {
    const before = await secretsOf(one);
    const after = await secretsOf(`${one},${two}`);
    const sealed = before.seal('x', 'c');
    expect(after.open(sealed, 'c')).toBe('x');
    expect(after.isNewest(sealed)).toBe(false);
    const moved = after.reseal(sealed, 'c');
    expect(after.isNewest(moved)).toBe(true);
    expect(after.reseal(moved, 'c')).toBe(moved);
    expect((await secretsOf(two)).open(moved, 'c')).toBe('x');
    expect(() => before.open(moved, 'c')).toThrow(expect.objectContaining({ code: 'secret.key_missing' }));
  });

  it('derive keys for other purposes, newest first', async () => {
    const [newest, oldest, ...more] = (await secretsOf(`${one}\n${two}`)).derive('cookies');
    expect(more).toEqual([]);
    expect(oldest?.reveal()).toBe((await secretsOf(one)).derive('cookies')[0]?.reveal());
    expect(newest?.reveal()).not.toBe((await secretsOf(two)).derive('else')[0]?.reveal());
    expect(newest?.reveal()).toHaveLength(43);
  });
});

describe('the master key file', () => {
  it('is made once, for its owner only, also when two start at once', async () => {
    const path = join(await mkdtemp(join(tmpdir(), 'key-')), 'data', 'master.key');
    const loaded = await Promise.all([1, 2, 3, 4].map(() => loadMasterKeys({ kind: 'file', path })));
    expect(loaded.filter(({ created }) => created)).toHaveLength(1);
    expect(new Set(loaded.map(({ keys }) => keys[0]?.id)).size).toBe(1);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(inspect(loaded, { depth: 9 })).not.toContain((await readFile(path, 'utf8')).trim());
  });

  it('warns when others can read it', async () => {
    const path = join(await mkdtemp(join(tmpdir(), 'key-')), 'master.key');
    expect((await loadMasterKeys({ kind: 'file', path })).warning).toBeUndefined();
    await chmod(path, 0o644);
    expect((await loadMasterKeys({ kind: 'file', path })).warning).toContain('chmod 600');
  });

  it('takes a new key at its end and keeps the old one', async () => {
    const path = join(await mkdtemp(join(tmpdir(), 'key-')), 'master.key');
    const first = await loadMasterKeys({ kind: 'file', path });
    const added = await addMasterKey(path);
    const second = await loadMasterKeys({ kind: 'file', path });
    expect(second.keys.map(({ id }) => id)).toEqual([first.keys[0]?.id, added.id]);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it.each(['', 'a passphrase', 'c2hvcnQ='])(
    'refuses %j with a sentence and without repeating it',
    async (keys) => {
      const load = loadMasterKeys({ kind: 'environment', keys: new Secret(keys) });
      await expect(load).rejects.toThrow('PROMPTVAULT_MASTER_KEY does not hold usable master keys');
      if (keys) await expect(load).rejects.not.toThrow(keys);
    },
  );
});
