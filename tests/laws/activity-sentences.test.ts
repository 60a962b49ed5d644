/** Every event that people may read about has a sentence, in the web module of the same name or another. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { findModules } from '@promptvault/server/assembly/find-modules';
import { describe, expect, it } from 'vitest';

const folder = fileURLToPath(new URL('../../apps/web/src/modules', import.meta.url));
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('state/activity-sentences.ts'),
);

async function tellable(): Promise<Set<string>> {
  const told = new Set<string>();
  for (const file of files) {
    const { sentences } = await import(pathToFileURL(join(folder, file)).href);
    for (const type of Object.keys(sentences)) told.add(type);
  }
  return told;
}

describe('activity', () => {
  it('has a sentence for every audit event', async () => {
    const told = await tellable();
    const events = (await findModules()).flatMap((module) => module.events ?? []);
    const silent = events.filter(({ type, audit }) => audit && !told.has(type)).map(({ type }) => type);
    expect(events.length).toBeGreaterThan(20);
    expect(silent, 'add them to state/activity-sentences.ts of the web module').toEqual([]);
  });

  it('leaves open who did it and what it was, and nothing else', async () => {
    for (const file of files) {
      const { sentences } = await import(pathToFileURL(join(folder, file)).href);
      for (const [type, sentence] of Object.entries<(facts: object) => string>(sentences)) {
        const holes = sentence({}).match(/\{\w+\}/g) ?? [];
        expect(
          holes.filter((hole) => hole !== '{who}' && hole !== '{what}'),
          type,
        ).toEqual([]);
      }
    }
  });
});
