import { describe, expect, it } from 'vitest';
import { createPrivateKeys, type KeyStore, type NewPrivateConnection } from './private-keys.ts';

function memoryStore() {
  const values = new Map<string, unknown>();
  const store: KeyStore = {
    get: async (name) => values.get(name),
    update: async (name, change) => void values.set(name, change(values.get(name))),
    delete: async (names) => {
      for (const name of names) values.delete(name);
    },
    names: async () => [...values.keys()],
  };
  return { store, values };
}

const ada = { organizationId: 'o1', personId: 'ada' };
const secret = 'sk-marker-0123456789';
const connection = (more: Partial<NewPrivateConnection> = {}): NewPrivateConnection => ({
  id: 'c1',
  name: 'Mine',
  provider: 'anthropic',
  api: null,
  baseUrl: null,
  models: ['claude-haiku-5-5'],
  key: secret,
  ...more,
});
const open = () => {
  const { store, values } = memoryStore();
  return { keys: createPrivateKeys(store, crypto.subtle), values };
};
const bytesOf = (value: unknown) => {
  const texts: string[] = [];
  const walk = (one: unknown) => {
    if (one instanceof ArrayBuffer) texts.push(Buffer.from(one).toString('latin1'));
    else if (ArrayBuffer.isView(one)) texts.push(Buffer.from(one.buffer).toString('latin1'));
    else if (typeof one === 'object' && one !== null) Object.values(one).forEach(walk);
    else texts.push(String(one));
  };
  walk(value);
  return texts.join('\n');
};

describe('keys for private runs', () => {
  it('are sealed under a key that cannot be read out, and opened again for their own person', async () => {
    const { keys, values } = open();
    await keys.save(ada, connection());
    expect(await keys.keyOf(ada, 'c1')).toBe(secret);
    expect(bytesOf([...values])).not.toContain(secret);
    const seal = [...values.values()].find((value) => value instanceof CryptoKey) as CryptoKey;
    expect(seal.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('raw', seal)).rejects.toThrow();
    expect(await keys.list(ada)).toEqual([expect.objectContaining({ id: 'c1', hasKey: true })]);
    expect(JSON.stringify(await keys.list(ada))).not.toContain(secret);
  });

  it('are nobody else’s, and no other organization’s', async () => {
    const { keys } = open();
    await keys.save(ada, connection());
    for (const other of [
      { ...ada, personId: 'bob' },
      { ...ada, organizationId: 'o2' },
    ]) {
      expect(await keys.list(other)).toEqual([]);
      expect(await keys.keyOf(other, 'c1')).toBeNull();
    }
  });

  it('do not follow when the address changes, nor open where somebody changed it in the store', async () => {
    const { keys, values } = open();
    await keys.save(ada, connection());
    const { key: _key, ...same } = connection({ name: 'Renamed' });
    await keys.save(ada, same);
    expect(await keys.keyOf(ada, 'c1')).toBe(secret);
    const [name, kept] = [...values].find(([each]) => each.startsWith('connections')) as [string, object[]];
    values.set(
      name,
      kept.map((one) => ({ ...one, baseUrl: 'https://evil.example' })),
    );
    expect(await keys.keyOf(ada, 'c1')).toBeUndefined();
    values.set(name, kept);
    await keys.save(ada, { ...same, baseUrl: 'https://other.example' });
    expect(await keys.keyOf(ada, 'c1')).toBeNull();
  });

  it('are gone after they were removed, and after a sign-out; addresses stay', async () => {
    const { keys, values } = open();
    await keys.save(ada, connection());
    await keys.save(ada, connection({ key: null }));
    expect(await keys.keyOf(ada, 'c1')).toBeNull();
    await keys.save(ada, connection());
    await keys.forgetKeys('ada');
    expect(await keys.keyOf(ada, 'c1')).toBe(secret);
    await keys.forgetKeys('bob');
    expect(await keys.list(ada)).toEqual([expect.objectContaining({ name: 'Mine', hasKey: false })]);
    expect(await keys.keyOf(ada, 'c1')).toBeNull();
    expect([...values.values()].some((value) => value instanceof CryptoKey)).toBe(false);
    await keys.save(ada, connection());
    await keys.forgetKeys();
    expect(await keys.keyOf(ada, 'c1')).toBeNull();
    await keys.remove(ada, 'c1');
    expect(await keys.list(ada)).toEqual([]);
  });
});
