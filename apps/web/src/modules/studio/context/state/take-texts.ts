import { CONTEXT_LIMITS, visibleName } from '@promptvault/context';
import type { ContextPack } from '@promptvault/document';
import type { TokenFamily } from '@promptvault/tokens';
import { problemText, refusalText } from '../components/context-words.ts';
import { t } from '../messages.ts';
import { WorkerFailure } from '../workers/context-client.ts';
import { markLoose } from './loose-items.ts';
import { addItems, fit, packCharacters } from './pack-changes.ts';
import { folderStore } from './use-folder.ts';

export type TakenTexts = {
  packed: ContextPack;
  /** How many of the files are in it. */
  items: number;
  /** What is no text or too much, each in a sentence. */
  refused: string[];
};

/**
 * Single files that belong to no connected folder and are no attachments, added to what is chosen; `pack` is asked once
 * they are read.
 */
export async function takeTexts(
  files: readonly File[],
  family: TokenFamily,
  pack: () => ContextPack,
): Promise<TakenTexts> {
  try {
    const sent = files.map((file) => ({ path: file.name, blob: file }));
    const read = await folderStore().ask('take', { files: sent, family });
    const before = pack();
    const { fitting, left } = fit(read.items, CONTEXT_LIMITS.packCharacters - packCharacters(before));
    const refused = [...read.refused, ...left.map(({ path }) => ({ path, refusal: 'pack_full' as const }))];
    markLoose(fitting);
    return {
      packed: addItems(before, fitting),
      items: fitting.length,
      refused: refused.map(
        ({ path, refusal }) =>
          `${visibleName(path)}: ${refusal === 'binary' ? t('refusalNothing') : refusalText(refusal)}`,
      ),
    };
  } catch (error) {
    const problem = error instanceof WorkerFailure ? error.problem : 'failed';
    return { packed: pack(), items: 0, refused: [problemText(problem)] };
  }
}
