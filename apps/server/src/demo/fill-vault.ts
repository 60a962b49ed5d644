import {
  commitVersion,
  createPrompt,
  favoritePrompt,
  getDraft,
  publishPrompt,
  recordPromptView,
  replaceDraft,
  setLabel,
} from '@promptvault/contract/vault/prompts/routes';
import type { Caller } from './caller.ts';
import { type DemoPrompt, documentOf } from './demo-prompt.ts';

export interface VaultWorkers {
  /** Who writes prompts, in turn. */
  authors: Caller[];
  /** Who looks at them and keeps favorites. */
  readers: Caller[];
  moveTo(daysAgo: number): void;
}

export interface FilledPrompt {
  id: string;
  told: DemoPrompt;
  author: Caller;
  published: boolean;
}

const daysOfWork = 6;

/** Writes the prompts one after another, as if over days, with their later versions, labels and readers. */
export async function fillVault(prompts: DemoPrompt[], workers: VaultWorkers): Promise<FilledPrompt[]> {
  const filled: FilledPrompt[] = [];
  for (const [index, told] of prompts.entries()) {
    const author = workers.authors[index % workers.authors.length] as Caller;
    workers.moveTo(daysOfWork * (1 - index / prompts.length));
    const one = await writePrompt(told, author, index);
    workers.moveTo(daysOfWork * (1 - index / prompts.length) * 0.6);
    await readPrompt(one, index, workers.readers);
    filled.push(one);
  }
  return filled;
}

async function writePrompt(told: DemoPrompt, author: Caller, index: number): Promise<FilledPrompt> {
  const { id } = await author.call(createPrompt, {
    body: {
      title: told.title,
      path: told.path,
      description: told.description ?? '',
      tags: told.tags,
      document: documentOf(told),
      commit: true,
      message: 'First version',
    },
  });
  const params = { promptId: id, branch: 'main' };
  const rewrite = async (instructions: string) => {
    const draft = await author.call(getDraft, { params });
    const document = documentOf({ ...told, sections: { ...told.sections, instructions } });
    await author.call(replaceDraft, { params, body: { document }, revision: draft.revision });
  };
  const revisions = told.revisions ?? [];
  for (const [at, { instructions, message }] of revisions.entries()) {
    await rewrite(instructions);
    await author.call(commitVersion, { params, body: { expectedParent: at + 1, message } });
  }
  // A prompt that others include must be found at its label before they are saved.
  if (revisions.length > 0 || index % 5 === 0)
    await author.call(setLabel, {
      params: { promptId: id, label: 'production' },
      body: { targets: [{ version: revisions.length + 1 }] },
      revision: 0,
    });
  if (!told.unpublished) await author.call(publishPrompt, { params: { promptId: id } });
  if (told.unsaved) await rewrite(told.unsaved);
  return { id, told, author, published: !told.unpublished };
}

async function readPrompt({ id, published }: FilledPrompt, index: number, readers: Caller[]): Promise<void> {
  if (!published) return;
  const params = { promptId: id };
  for (const [at, reader] of readers.entries()) {
    if ((index * 7 + at * 3) % 4 !== 0) await reader.call(recordPromptView, { params });
    if ((index * 5 + at) % 6 === 0) await reader.call(favoritePrompt, { params });
  }
}
