import { attachmentTokens } from '@promptvault/wire/attachment-tokens';
import { type AttachmentKind, kindOf } from '@promptvault/wire/read-attachment';
import { useState } from 'react';
import type { Model } from '../../models/index.ts';
import { type AttachedFile, readFiles, sortFiles } from '../../runs/index.ts';

/** What is attached to the next run of each prompt: it outlives a look at another page, never the tab. */
const attached = new Map<string, readonly AttachedFile[]>();

/** The images and PDF documents that go with the next run of a prompt. */
export function useRunAttachments(promptId: string) {
  const [files, setFiles] = useState(() => attached.get(promptId) ?? []);
  const change = (next: readonly AttachedFile[]) => {
    attached.set(promptId, next);
    setFiles(next);
  };
  return {
    files,
    /** @returns what was not taken: each in a sentence, or as it is where it is nothing that is attached */
    async add(given: readonly File[]): Promise<{ refused: string[]; others: File[] }> {
      const read = await readFiles(given);
      // Others may have been added while these were read.
      const there = attached.get(promptId) ?? [];
      const { taken, refused, others } = sortFiles(given, read, there);
      change([...there, ...taken]);
      return { refused, others };
    },
    rename: (id: string, name: string) =>
      change(files.map((file) => (file.id === id ? { ...file, name } : file))),
    remove: (id: string) => change(files.filter((file) => file.id !== id)),
  };
}

/** About how many tokens they are to the model that counts for the bar. */
export const tokensOfAttached = (files: readonly AttachedFile[], [model]: readonly Model[]): number =>
  files.reduce((sum, file) => sum + attachmentTokens(file, file.bytes, model?.provider ?? 'openai'), 0);

/** Names of the chosen models that surely do not take something of what is attached, by what it is. */
export function modelsWithout(
  models: readonly Model[],
  files: readonly AttachedFile[],
): { kind: AttachmentKind; models: string[] }[] {
  return [...new Set(files.map(kindOf))].flatMap((kind) => {
    const ability = kind === 'image' ? 'vision' : 'pdf';
    const lacking = models.filter(({ abilities }) => abilities[ability] === false);
    return lacking.length === 0 ? [] : [{ kind, models: lacking.map(({ model }) => model) }];
  });
}
