import { open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makeDirectory } from '../disk/make-directory.ts';
import { isId } from '../ids/id-maker.ts';
import type { OutboxMail, OutboxStore } from './outbox-mail.ts';

/** Mails as files `<id>.json`, readable by the owner of the process only; they hold links that sign in. */
export function createDiskOutbox({
  directory,
  keep = 1_000,
}: {
  directory: string;
  keep?: number;
}): OutboxStore {
  const fileOf = (id: string) => join(directory, `${id}.json`);

  const ids = async (): Promise<string[]> => {
    const names = await readdir(directory).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    });
    const known = names
      .filter((name) => name.endsWith('.json'))
      .map((name) => name.slice(0, -'.json'.length));
    // Ids are uuid v7: their order is the order of time.
    return known.filter(isId).sort().reverse();
  };

  const read = async (id: string): Promise<OutboxMail | undefined> => {
    try {
      return JSON.parse(await readFile(fileOf(id), 'utf8')) as OutboxMail;
    } catch (error) {
      // Deleted between listing and reading, by the limit or by the operator.
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  };

  return {
    async put(mail) {
      await makeDirectory(directory, 0o700);
      const staged = `${fileOf(mail.id)}.part`;
      {
        await using file = await open(staged, 'w', 0o600);
        await file.writeFile(`${JSON.stringify(mail, null, 2)}\n`);
        await file.sync();
      }
      await rename(staged, fileOf(mail.id));
      for (const old of (await ids()).slice(keep)) await rm(fileOf(old), { force: true });
    },
    async list({ limit, before }) {
      const wanted = (await ids()).filter((id) => before === undefined || id < before).slice(0, limit);
      const mails = await Promise.all(wanted.map(read));
      return mails.filter((mail) => mail !== undefined);
    },
    find: async (id) => (isId(id) ? read(id) : undefined),
  };
}
