import type { PromptSummary } from '@promptvault/contract/vault/prompts/shapes';
import { useQueryClient } from '@tanstack/react-query';
import { toast } from '../../../../ui/toast-store.ts';
import { t } from '../messages.ts';
import { inTurns } from '../state/in-turns.ts';
import { forgetRefusal, refuse } from '../state/refusals.ts';
import { unselect } from '../state/selection.ts';
import {
  archivePrompt,
  deletePrompt,
  duplicatePrompt,
  publishPrompt,
  restorePrompt,
  setFavorite,
  unarchivePrompt,
  unpublishPrompt,
} from './prompt-calls.ts';
import { changeShown, rememberShown } from './shown-prompts.ts';

type Prompts = readonly PromptSummary[];

/** What went well, and how the lists looked before. */
type Done = { done: Prompts; putBack: () => void };

type Step = {
  prompts: Prompts;
  /** What the rows become at once; undefined takes them out of the list. */
  shown: (prompt: PromptSummary) => PromptSummary | undefined;
  /** What the server answers of a row replaces what was shown. */
  call: (prompt: PromptSummary) => Promise<Partial<PromptSummary>>;
};

const removePrompt: Step['call'] = async (prompt) => {
  await deletePrompt(prompt);
  return {};
};

export type PromptActions = ReturnType<typeof usePromptActions>;

/** What one can do with prompts of a list: shown at once, taken back with the reason in the row when refused. */
export function usePromptActions() {
  const queries = useQueryClient();
  const readAgain = () => queries.invalidateQueries({ queryKey: ['prompts'] });
  /** The rows on the screen are right already and stay where they are; the next visit reads them again. */
  const outdate = () => queries.invalidateQueries({ queryKey: ['prompts'], refetchType: 'none' });

  const step = async ({ prompts, shown, call }: Step): Promise<Done> => {
    const ids = prompts.map(({ id }) => id);
    for (const id of ids) forgetRefusal(id);
    await queries.cancelQueries({ queryKey: ['prompts'] });
    const putBack = rememberShown(queries);
    changeShown(queries, ids, shown);
    const results = await inTurns(prompts, call);
    const done: PromptSummary[] = [];
    results.forEach((result, index) => {
      const prompt = prompts[index] as PromptSummary;
      if (result.status === 'fulfilled') {
        done.push({ ...prompt, ...result.value });
        return;
      }
      const { reason } = result;
      refuse(prompt.id, reason instanceof Error ? reason.message : String(reason));
    });
    if (done.length < prompts.length) putBack();
    for (const { id, status, revision, updatedAt } of done)
      changeShown(
        queries,
        [id],
        (row) => shown(row) && { ...row, ...shown(row), status, revision, updatedAt },
      );
    await (done.length < prompts.length ? readAgain() : outdate());
    return { done, putBack };
  };

  const back = async ({ done, putBack }: Done, call: Step['call']) => {
    await queries.cancelQueries({ queryKey: ['prompts'] });
    putBack();
    const results = await inTurns(done, call);
    for (const result of results)
      if (result.status === 'rejected')
        toast({
          tone: 'bad',
          text: result.reason instanceof Error ? result.reason.message : String(result.reason),
        });
    await readAgain();
  };

  const named = (prompts: Prompts) => ({ count: prompts.length, title: prompts[0]?.title ?? '' });

  const offerBack = (
    gone: Done,
    said: 'archivedToast' | 'unarchivedToast' | 'deleted',
    call: Step['call'],
  ) => {
    if (gone.done.length > 0) toast({ text: t(said, named(gone.done)), onUndo: () => void back(gone, call) });
  };

  return {
    favorite: (prompt: PromptSummary) =>
      step({
        prompts: [prompt],
        shown: (row) => ({ ...row, isFavorite: !prompt.isFavorite }),
        call: async (row) => {
          await setFavorite(row, !prompt.isFavorite);
          return { isFavorite: !prompt.isFavorite };
        },
      }),

    publish: (prompts: Prompts) =>
      step({ prompts, shown: (row) => ({ ...row, status: 'published' }), call: publishPrompt }),

    unpublish: (prompts: Prompts) =>
      step({ prompts, shown: (row) => ({ ...row, status: 'unpublished' }), call: unpublishPrompt }),

    async archive(prompts: Prompts) {
      unselect(prompts.map(({ id }) => id));
      const gone = await step({ prompts, shown: () => undefined, call: archivePrompt });
      offerBack(gone, 'archivedToast', unarchivePrompt);
    },

    async unarchive(prompts: Prompts) {
      unselect(prompts.map(({ id }) => id));
      const gone = await step({ prompts, shown: () => undefined, call: unarchivePrompt });
      offerBack(gone, 'unarchivedToast', archivePrompt);
    },

    async remove(prompts: Prompts) {
      unselect(prompts.map(({ id }) => id));
      const gone = await step({ prompts, shown: () => undefined, call: removePrompt });
      offerBack(gone, 'deleted', restorePrompt);
    },

    async duplicate(prompt: PromptSummary) {
      forgetRefusal(prompt.id);
      try {
        const { title } = await duplicatePrompt(prompt);
        toast({ tone: 'ok', text: t('duplicated', { title }) });
      } catch (error) {
        refuse(prompt.id, error instanceof Error ? error.message : String(error));
      }
      await readAgain();
    },
  };
}
